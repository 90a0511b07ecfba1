using Reporting.Collecting;
using Reporting.Delivery;
using Reporting.Reminding;
using Reporting.Schedule;

namespace Reporting.Tests.Reminding;

public sealed class DueRemindersTests
{
    private static readonly Obligation One = SimulatedOutbox.Find("building-materials", "R05", "anyang");

    private static IEnumerable<string> Units => SimulatedOutbox.Owed.Select(o => o.Unit).Distinct(StringComparer.Ordinal);

    [Theory]
    [InlineData("2012-04-02T23:59:59", "")]
    [InlineData("2012-04-03T07:59:59", "")]
    [InlineData("2012-04-03T08:00", "Upcoming 3 Waiting")]
    [InlineData("2012-04-09T23:59:59", "Upcoming 9 Waiting")]
    [InlineData("2012-04-10T07:59:59", "")]
    [InlineData("2012-04-10T08:00", "Due 10 Waiting")]
    [InlineData("2012-04-11T07:59:59", "")]
    [InlineData("2012-04-11T08:00", "Late 11 Waiting")]
    [InlineData("2012-04-20T23:59:59", "Late 20 Waiting")]
    [InlineData("2012-04-21T08:00", "")]
    [InlineData("2012-04-23T08:00", "")]
    public void Digest_ComesByTheDay_FromEightOnInBeijing(string now, string expected)
    {
        var outbox = new SimulatedOutbox();

        outbox.Tick(SimulatedOutbox.At(now));
        outbox.Tick(SimulatedOutbox.At(now));

        Assert.Equal(expected, outbox.Told("anyang"));
    }

    [Fact]
    public void SilentUnits_GetTwelveDigestsEach_WhenTickedEveryQuarterOfAnHour()
    {
        var outbox = new SimulatedOutbox();
        for (var now = SimulatedOutbox.At("2012-03-31T00:00"); now < SimulatedOutbox.At("2012-04-25T00:00"); now = now.AddMinutes(15))
        {
            outbox.Tick(now);
            outbox.SendAll();
        }

        Assert.Equal(26, Units.Count());
        Assert.All(Units, unit => Assert.Equal(
            "Upcoming 3 Sent, Due 10 Sent, " + string.Join(", ", Enumerable.Range(11, 10).Select(day => $"Late {day} Sent")), outbox.Told(unit)));
        Assert.All(outbox.Reminders, r => Assert.Equal(8, r.CreatedAt.ToOffset(BeijingTime.Offset).Hour));
    }

    [Fact]
    public void MissedStage_IsMadeUpFor_AndAMissedDayIsNot()
    {
        var outbox = new SimulatedOutbox();
        foreach (var day in new[] { "2012-04-05", "2012-04-06", "2012-04-12", "2012-04-12", "2012-04-19" })
        {
            outbox.Tick(SimulatedOutbox.At(day + "T11:30"));
            outbox.SendAll();
        }

        Assert.Equal("Upcoming 5 Sent, Late 12 Sent, Late 19 Sent", outbox.Told("anyang"));
    }

    [Fact]
    public void Digest_ListsAllPlans_AndNothingThatIsWithTheOffice()
    {
        var outbox = new SimulatedOutbox();
        var owed = SimulatedOutbox.Owed.Where(o => o.Unit == "finance").ToList();
        Assert.True(owed.Select(o => o.Plan).Distinct().Count() > 1);
        outbox.Write(owed[0], EntryState.Submitted);
        outbox.Write(owed[1], EntryState.Accepted);
        outbox.Write(owed[2], EntryState.Returned);
        outbox.Write(owed[3], EntryState.Draft);
        outbox.Write(owed[4], EntryState.Draft, submittedBefore: false);

        outbox.Tick(SimulatedOutbox.At("2012-04-10T09:00"));

        var digest = Assert.Single(outbox.Of("finance"));
        Assert.Equal(owed.Skip(2).Select(o => (o.Plan, o.Task)), digest.Obligations.Select(o => (o.Plan, o.Task)));
        Assert.Equal(
            [OutstandingState.Returned, OutstandingState.Returned, OutstandingState.Draft, .. owed.Skip(5).Select(_ => OutstandingState.Missing)],
            digest.Obligations.Select(o => o.State));
    }

    [Fact]
    public void Submission_EndsTheReminders()
    {
        var outbox = new SimulatedOutbox();
        Assert.Equal([One], SimulatedOutbox.Owed.Where(o => o.Unit == "anyang"));
        outbox.Tick(SimulatedOutbox.At("2012-04-09T08:00"));
        outbox.SendAll();
        outbox.Tick(SimulatedOutbox.At("2012-04-10T08:00"));

        outbox.Write(One, EntryState.Submitted);
        foreach (var now in new[] { "2012-04-10T08:15", "2012-04-11T08:00", "2012-04-12T08:00" })
            outbox.Tick(SimulatedOutbox.At(now));

        Assert.Equal("Upcoming 9 Sent, Due 10 Cancelled", outbox.Told("anyang"));
    }

    [Fact]
    public void WaitingDigest_IsCancelled_AlsoBeforeEightAndAfterTheLock()
    {
        var outbox = new SimulatedOutbox();
        outbox.Tick(SimulatedOutbox.At("2012-04-11T08:00"));
        outbox.Write(One, EntryState.Submitted);

        outbox.Tick(SimulatedOutbox.At("2012-04-12T00:15"));
        Assert.Equal("Late 11 Cancelled", outbox.Told("anyang"));

        outbox.Tick(SimulatedOutbox.At("2012-04-21T00:00"));
        Assert.All(outbox.Reminders, r => Assert.Equal(OutboxState.Cancelled, r.State));
    }

    [Fact]
    public void ReturnedEntry_IsRemindedOfAgain_OncePerDay()
    {
        var outbox = new SimulatedOutbox();
        outbox.Write(One, EntryState.Submitted);
        outbox.Tick(SimulatedOutbox.At("2012-04-12T08:00"));
        Assert.Equal("", outbox.Told("anyang"));

        outbox.Write(One, EntryState.Returned);
        outbox.Tick(SimulatedOutbox.At("2012-04-12T10:00"));
        outbox.Write(One, EntryState.Submitted);
        outbox.Tick(SimulatedOutbox.At("2012-04-12T11:00"));
        Assert.Equal("Late 12 Cancelled", outbox.Told("anyang"));
        outbox.Write(One, EntryState.Returned);
        outbox.Tick(SimulatedOutbox.At("2012-04-12T12:00"));
        Assert.Equal("Late 12 Waiting", outbox.Told("anyang"));
        outbox.SendAll();
        outbox.Write(One, EntryState.Draft);
        outbox.Tick(SimulatedOutbox.At("2012-04-12T13:00"));
        outbox.Tick(SimulatedOutbox.At("2012-04-13T08:00"));

        Assert.Equal("Late 12 Sent, Late 13 Waiting", outbox.Told("anyang"));
    }

    [Fact]
    public void WaitingDigest_IsBroughtUpToDate_AndASentOneIsNot()
    {
        var owed = SimulatedOutbox.Owed.Where(o => o.Unit == "finance").ToList();
        var outbox = new SimulatedOutbox();
        outbox.Tick(SimulatedOutbox.At("2012-04-04T08:00"));
        outbox.Write(owed[0], EntryState.Submitted);
        outbox.Tick(SimulatedOutbox.At("2012-04-05T08:00"));
        var refreshed = Assert.Single(outbox.Of("finance"));
        outbox.SendAll();
        outbox.Write(owed[1], EntryState.Submitted);
        outbox.Tick(SimulatedOutbox.At("2012-04-05T08:15"));

        Assert.Equal((owed.Count - 1, 4, 5), (refreshed.Obligations.Count, refreshed.Date.Day, refreshed.ChangedAt.Day));
        Assert.Equal(owed.Count - 1, Assert.Single(outbox.Of("finance")).Obligations.Count);
    }

    [Fact]
    public void Exception_IsRemindedOf_UntilItEnds()
    {
        var outbox = new SimulatedOutbox();
        outbox.Extended[One] = new DateOnly(2012, 4, 21);
        foreach (var day in new[] { "20", "21", "22" })
        {
            outbox.Tick(SimulatedOutbox.At($"2012-04-{day}T08:00"));
            outbox.SendAll();
        }

        Assert.Equal("Late 20 Sent, Late 21 Sent", outbox.Told("anyang"));
        Assert.DoesNotContain(outbox.Reminders, r => r.Date.Day == 21 && r.Unit != "anyang");
    }

    /// <summary>Whatever the clock, the units, the office and the sender do: one digest for a unit and day, and only while something is outstanding.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Digests_KeepTheirRules_WhateverHappens(int seed)
    {
        var random = new Random(seed);
        var outbox = new SimulatedOutbox();
        var states = Enum.GetValues<EntryState>();
        for (var step = 0; step < 400; step++)
        {
            // The clock jumps, backwards too.
            var now = SimulatedOutbox.At("2012-04-01T00:00").AddMinutes(random.Next(24 * 24 * 60));
            for (var i = 0; i < random.Next(20); i++)
                outbox.Write(SimulatedOutbox.Owed[random.Next(SimulatedOutbox.Owed.Count)], states[random.Next(states.Length)], random.Next(2) == 0);
            var left = outbox.Outstanding(now);
            outbox.Tick(now);

            Assert.Equal(0, outbox.Tick(now));
            var day = BeijingTime.DateOf(now);
            Assert.All(outbox.Reminders.Where(r => r.State == OutboxState.Waiting && r.ChangedAt == now), r => Assert.Equal(left[r.Unit], r.Obligations));
            Assert.All(
                outbox.Reminders.GroupBy(r => (r.Unit, r.Date)),
                digests => Assert.Single(digests, r => r.State != OutboxState.Cancelled || digests.All(d => d.State == OutboxState.Cancelled)));
            Assert.All(outbox.Reminders.GroupBy(r => (r.Unit, r.Stage)).Where(g => g.Key.Stage != ReminderStage.Late), g => Assert.Single(g));
            Assert.All(outbox.Reminders, r => Assert.Equal(r.Stage, DueReminders.StageOn(r.Date, SimulatedOutbox.Dates)));
            if (now.ToOffset(BeijingTime.Offset).Hour >= 8 && DueReminders.StageOn(day, SimulatedOutbox.Dates) is { } stage)
            {
                Assert.All(Units.Where(u => left.Contains(u)), unit => Assert.Contains(
                    outbox.Of(unit), r => r.Stage == stage && (stage != ReminderStage.Late || r.Date == day) && r.State != OutboxState.Cancelled));
            }
            if (random.Next(3) == 0)
                outbox.SendAll();
        }
    }
}
