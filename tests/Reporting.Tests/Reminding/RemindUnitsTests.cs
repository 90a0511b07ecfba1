using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Collecting.LatePermits;
using Reporting.Delivery;
using Reporting.Reminding;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tests.Tick;
using Reporting.Tick;
using Testing;

namespace Reporting.Tests.Reminding;

/// <summary>The tick's reminders over real storage; the bench has two plans.</summary>
public sealed class RemindUnitsTests(AzuriteFixture azurite)
{
    private static readonly Period First = new(2012, 1);
    private static readonly int Units = Obligation.Of(WorkBench.Programme, First).Select(o => o.Unit).Distinct().Count();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tick_RemindsEachUnitOnce_WhenTickedTwiceAndByTwoHostsAtOnce()
    {
        var storage = azurite.FreshStorage();
        await using var bench = await WorkBench.StartAsync(storage, SimulatedOutbox.At("2012-04-10T08:00"));
        await using var beside = WorkBench.Beside(bench, storage);

        var together = await Task.WhenAll(bench.TickAsync(), beside.TickAsync());
        var again = await bench.TickAsync();

        Assert.Equal((Units, 0), (together.Sum(t => t.Reminded), together.Sum(t => t.Failed)));
        Assert.Equal(new TickResult(0, 0, 0), again);
        var reminders = await ReadAsync(bench);
        Assert.Equal(Units, reminders.Select(r => r.Unit).Distinct().Count());
        Assert.All(reminders, r => Assert.Equal((ReminderStage.Due, OutboxState.Waiting), (r.Stage, r.State)));
    }

    [Fact]
    public async Task Tick_WritesTheRest_WhenTheOneBeforeWasBrokenOff()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), SimulatedOutbox.At("2012-04-11T09:00"));
        await bench.TickAsync();
        var whole = await ReadAsync(bench);
        await using var broken = await WorkBench.StartAsync(azurite.FreshStorage(), bench.Clock.Now);
        foreach (var reminder in whole.Take(3))
            await broken.Get<RemindersTable>().WriteAsync(WorkBench.Programme.Id, new ReminderChange(reminder, Before: null), Cancellation);

        await broken.TickAsync();

        Assert.Equal(whole.Select(Text), (await ReadAsync(broken)).Select(Text));

        static string Text(Reminder reminder) => $"{reminder.Unit} {reminder.Date} {reminder.Body} {string.Join(' ', reminder.Obligations)}";
    }

    [Fact]
    public async Task Reminder_IsCancelledByTheNextTick_WhenTheUnitHasSubmitted()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), SimulatedOutbox.At("2012-04-11T08:00"));
        await bench.TickAsync();
        var key = new EntryKey(WorkBench.Programme.Id, First, "automotive", "R08", "commerce");
        var content = new EntryContent(SelfRating.OnTrack, 25m, "按计划推进。", null, [], [], []);
        await bench.Get<ProgressTable>().WriteAsync(
            key, new EntryChange(EntryState.Submitted, content, bench.Clock.Now, bench.Clock.Now, "张三", null), previous: null, idempotency: null, Cancellation);

        bench.Clock.Now = bench.Clock.Now.AddMinutes(15);
        var second = await bench.TickAsync();
        bench.Clock.Now = bench.Clock.Now.AddDays(1);
        await bench.TickAsync();

        Assert.Equal(1, second.Reminded);
        var reminders = (await ReadAsync(bench)).ToLookup(r => r.Unit);
        Assert.Equal(OutboxState.Cancelled, Assert.Single(reminders["commerce"]).State);
        Assert.All(reminders.Where(r => r.Key != "commerce"), r => Assert.Equal([11, 12], r.Select(x => x.Date.Day)));
        Assert.Equal(["reminded", "reminded", "reminded"], (await bench.RunsAsync()).Select(r => r.Outcome));
    }

    [Fact]
    public async Task Permit_IsRemindedOfAfterTheLock_UntilItEndsOrIsRevoked()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), SimulatedOutbox.At("2012-05-02T08:00"));
        var at = bench.Clock.Now;
        PermitStep Step(PermitAct act, DateOnly? until = null) => new(act, "张三", "rk-1", at.ToUniversalTime(), "停电。", until);
        var permits = bench.Get<LatePermitsTable>();
        var key = new EntryKey(WorkBench.Programme.Id, First, "automotive", "R08", "commerce");
        var granted = new LatePermit(key, [Step(PermitAct.Asked, new DateOnly(2012, 5, 4)), Step(PermitAct.Granted)]);
        var revoked = new LatePermit(key with { Task = "R05", Unit = "finance" }, [.. granted.Steps, Step(PermitAct.Revoked)]);
        Assert.True(await permits.WriteAsync(granted, previous: null, idempotency: null, Cancellation));
        Assert.True(await permits.WriteAsync(revoked, previous: null, idempotency: null, Cancellation));

        foreach (var day in new[] { "02", "03", "04", "05" })
        {
            bench.Clock.Now = SimulatedOutbox.At($"2012-05-{day}T08:00");
            await bench.TickAsync();
        }

        var reminders = await ReadAsync(bench);
        Assert.Equal(["commerce 2", "commerce 3", "commerce 4"], reminders.Select(r => $"{r.Unit} {r.Date.Day}"));
        Assert.All(reminders, r => Assert.Equal(("R08", new DateOnly(2012, 5, 4)), (Assert.Single(r.Obligations).Task, r.Obligations[0].TakenUntil)));
        Assert.All(reminders, r => Assert.Equal(OutboxState.Cancelled, r.State));
    }

    [Fact]
    public async Task Issues_ArePublished_WhenTheOutboxIsGone()
    {
        var storage = azurite.FreshStorage();
        // The first quarter's issues are due, and so are the second's reminders.
        await using var bench = await WorkBench.StartAsync(storage, SimulatedOutbox.At("2012-07-05T09:00"));
        await new TableClient(storage, "Outbox").DeleteAsync(Cancellation);

        var tick = await bench.TickAsync();
        await bench.DrainAsync();

        Assert.Equal(new TickResult(Added: 3, Hinted: 3, Failed: 1), tick);
        Assert.Equal(3, (await bench.PublishedAsync()).Count);
        var failed = Assert.Single(await bench.RunsAsync(), r => r.Outcome == "failed");
        Assert.Equal(RunRecord.RemindersName, failed.What);
        Assert.Contains("read reminders", failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tick_ReadsNothingForReminders_OnDaysOnWhichNoneCanBeDue()
    {
        var storage = azurite.FreshStorage();
        await using var bench = await WorkBench.StartAsync(storage, SimulatedOutbox.At("2012-04-02T23:59"));
        await new TableClient(storage, "Outbox").DeleteAsync(Cancellation);

        Assert.Equal(new TickResult(0, 0, 0), await bench.TickAsync());
        bench.Clock.Now = SimulatedOutbox.At("2012-04-23T00:00");
        Assert.Equal(new TickResult(Added: 3, Hinted: 3, Failed: 0), await bench.TickAsync());
        bench.Clock.Now = SimulatedOutbox.At("2012-04-03T00:00");
        Assert.Equal(new TickResult(0, 0, 1), await bench.TickAsync());
    }

    private static async Task<IReadOnlyList<Reminder>> ReadAsync(WorkBench bench) =>
        [.. (await bench.Get<RemindersTable>().ReadAsync(WorkBench.Programme.Id, First, Cancellation)).Select(r => r.Reminder)];
}
