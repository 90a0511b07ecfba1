using System.Text.RegularExpressions;
using Reporting.Bulletins;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Standing;
using Reporting.Tests.Bulletins;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Standing;

/// <summary>A quarter in which every obligation goes its own way, told by the standing, by the bulletins and by counting.</summary>
public sealed partial class PeriodStandingTests
{
    private static readonly Programme Programme = Henan2012.Programme;
    private static readonly Period Period = Given.Q1;
    private static readonly PeriodDates Dates = PeriodDates.Of(Period, Programme.Calendar);
    private static readonly DateTimeOffset Closed = BeijingTime.EndOf(Dates.ReviewBy);
    private static readonly IReadOnlyList<Obligation> Owed = Obligation.Of(Programme, Period);
    private static readonly IReadOnlyList<PlanPeriod> Stored = Given.Stored([.. Owed.Select(EntryOf).OfType<Entry>()]);

    public static TheoryData<string> Plans => [.. Programme.Plans.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Plan_SaysWhatItsBulletinsSectionFiveSays(string plan)
    {
        var issue = new IssueKey(Programme.Id, Period, PlanBulletin.Id, plan);
        var document = ComposeIssue.Compose(FreezeSnapshot.Of(Programme, issue, Stored, Closed, demonstration: false));

        var tally = GetStanding.Of(Programme, Period, plan, null, Stored, Closed).Overall;

        var printed = Rates().Match(Assert.Single(document.Section("报送情况")));
        Assert.Equal(
            $"{tally.Owed} {tally.Submitted} {tally.Completeness:0.#} {tally.OnTime} {tally.Timeliness:0.#}",
            string.Join(' ', printed.Groups.Values.Skip(1).Select(g => g.Value)));
        Assert.Equal(tally, GetStanding.Of(Programme, Period, null, null, Stored, Closed).Plans.Single(p => p.Plan == plan).Tally);
    }

    [Fact]
    public void Unit_IsCountedAsItsObligationsAre()
    {
        var standing = GetStanding.Of(Programme, Period, null, null, Stored, Closed);

        Assert.Equal(Owed.Select(o => o.Unit).Distinct().Order(StringComparer.Ordinal), standing.Units.Select(u => u.Unit).Order(StringComparer.Ordinal));
        foreach (var unit in standing.Units)
        {
            var fates = Owed.Where(o => o.Unit == unit.Unit).Select(FateOf).ToList();
            var complete = fates.Count(f => f is Fate.Accepted or Fate.Late or Fate.Unreviewed);
            var onTime = fates.Count(f => f is Fate.Accepted or Fate.Returned or Fate.Blank or Fate.Unreviewed);
            Assert.Equal(fates.Count, unit.Tally.Owed);
            Assert.Equal(fates.Count(f => f is not (Fate.Missing or Fate.Draft)), unit.Tally.Submitted);
            Assert.Equal(fates.Count(f => f is Fate.Missing or Fate.Draft), unit.Tally.Missing);
            Assert.Equal(fates.Count(f => f == Fate.Late), unit.Tally.Late);
            Assert.Equal(fates.Count(f => f == Fate.Blank), unit.Tally.Blank);
            Assert.Equal(onTime, unit.Tally.OnTime);
            Assert.Equal(Math.Round(100m * complete / fates.Count, 1, MidpointRounding.AwayFromZero), unit.Tally.Completeness);
            Assert.Equal(Math.Round(100m * onTime / fates.Count, 1, MidpointRounding.AwayFromZero), unit.Tally.Timeliness);
            Assert.All(new[] { unit.Tally.Completeness, unit.Tally.Timeliness, unit.Tally.Substance }, rate => Assert.True(rate is null or (>= 0m and <= 100m)));
        }
        Assert.Equal(162, standing.Overall.Owed);
        Assert.Contains(standing.Units, u => u.Tally.Owed < 3 && u.Rank is null);
        Assert.Equal(standing.RankedUnits, standing.Units.Count(u => u.Tally.Owed >= 3));
    }

    [Fact]
    public void Lights_CountEveryTaskOnce_AndFollowPercentAndRating()
    {
        var standing = GetStanding.Of(Programme, Period, null, null, Stored, Closed);

        foreach (var unit in standing.Units)
        {
            var tasks = Owed.Where(o => o.Unit == unit.Unit && o.Task is not null).Select(FateOf).ToList();
            var (lights, judged) = (unit.Tally.Lights, tasks.Where(f => f is Fate.Accepted or Fate.Late).ToList());
            Assert.Equal(tasks.Count, lights.Green + lights.Yellow + lights.Red + lights.Unreported + lights.Unrated);
            Assert.Equal(judged.Count(f => f == Fate.Accepted), lights.Green);
            Assert.Equal(judged.Count(f => f == Fate.Late), lights.Red);
            Assert.Equal(tasks.Count(f => f is Fate.Missing or Fate.Draft), lights.Unreported);
        }
    }

    [Fact]
    public void OneUnit_KeepsItsRank_AndEverythingElseIsItsOwn()
    {
        var all = GetStanding.Of(Programme, Period, null, null, Stored, Closed);
        var expected = all.Units.Single(u => u.Unit == "finance");

        var own = GetStanding.Of(Programme, Period, null, "finance", Stored, Closed);

        Assert.Equal(expected, Assert.Single(own.Units));
        Assert.Equal(expected.Tally, own.Overall);
        Assert.Equal(all.RankedUnits, own.RankedUnits);
        Assert.Equal(Owed.Where(o => o.Unit == "finance").Select(o => o.Plan).Distinct(), own.Plans.Select(p => p.Plan));
    }

    [Fact]
    public void Everything_IsOpenAndNothingMissing_BeforeTheDueDayEnds()
    {
        var tally = GetStanding.Of(Programme, Period, null, null, [], BeijingTime.EndOf(Dates.Due).AddTicks(-1)).Overall;

        Assert.Equal((162, 162, 0, 0m, 0m, null), (tally.Owed, tally.Open, tally.Missing, tally.Completeness, tally.Timeliness, tally.Substance));
        Assert.Equal(new LightCount(0, 0, 0, 0, 148), tally.Lights);
    }

    private enum Fate
    {
        Accepted,
        Late,
        Unreviewed,
        Returned,
        Blank,
        Draft,
        Missing,
    }

    // A sum of the characters: the same on every machine, and every fate comes up.
    private static Fate FateOf(Obligation owed) => (Fate)($"{owed.Plan}{owed.Task}{owed.Unit}".Sum(c => c) % 7);

    private static Entry? EntryOf(Obligation owed)
    {
        var fate = FateOf(owed);
        if (fate == Fate.Missing)
            return null;
        var at = BeijingTime.StartOf(fate == Fate.Late ? Dates.Grace.AddDays(1) : Dates.Due.AddDays(-2)).AddHours(10);
        var blank = new EntryContent(null, null, null, null, [], [], []);
        var content = fate == Fate.Blank ? blank : blank with { SelfRating = SelfRating.OnTrack, Percent = fate == Fate.Late ? 20m : 25m, Progress = "按计划推进。" };
        var state = fate switch
        {
            Fate.Unreviewed or Fate.Blank => EntryState.Submitted,
            Fate.Returned => EntryState.Returned,
            Fate.Draft => EntryState.Draft,
            _ => EntryState.Accepted,
        };
        return new Entry(
            new EntryKey(Programme.Id, Period, owed.Plan, owed.Task, owed.Unit), 3, state, content, fate == Fate.Draft ? null : at, at, "张三", null, null, "hash");
    }

    [GeneratedRegex(@"应报送(\d+)份，已报送(\d+)份，报送率([\d.]+)%；按时报送(\d+)份，按时率([\d.]+)%")]
    private static partial Regex Rates();
}
