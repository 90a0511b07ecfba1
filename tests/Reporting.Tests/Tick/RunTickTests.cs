using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Tick;
using Testing;

namespace Reporting.Tests.Tick;

public sealed class RunTickTests(AzuriteFixture azurite)
{
    private static readonly string[] FirstQuarter =
        ["2012Q1-bulletin-automotive 1", "2012Q1-bulletin-nev 1", "2012Q1-overall-all 1"];

    private static readonly string[] FirstHalf =
    [
        .. FirstQuarter,
        "2012Q2-bulletin-automotive 2", "2012Q2-bulletin-nev 2", "2012Q2-overall-all 2", "2012Q2-half-year-automotive 1", "2012Q2-half-year-nev 1", "2012Q2-inspection-nev 1",
    ];

    [Fact]
    public async Task Tick_PublishesEachIssueOnce_WhenTickedTwice()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);

        var first = await bench.TickAsync();
        var second = await bench.TickAsync();
        var outcomes = await bench.DrainAsync();
        var third = await bench.TickAsync();

        Assert.Equal(new TickResult(Added: 3, Hinted: 3, Failed: 0), first);
        Assert.Equal(new TickResult(Added: 0, Hinted: 3, Failed: 0), second);
        Assert.Equal(new TickResult(Added: 0, Hinted: 0, Failed: 0), third);
        Assert.Equal(3, outcomes.Count(o => o == WorkOutcome.Published));
        Assert.Equal(3, outcomes.Count(o => o == WorkOutcome.NothingToDo));
        Assert.Equal(FirstQuarter, await bench.PublishedAsync());
        Assert.Equal(3, bench.Renderer.Count);
    }

    [Fact]
    public async Task Tick_DoesNothing_WhenNothingIsDue()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), new(2012, 2, 20, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(new TickResult(0, 0, 0), await bench.TickAsync());
        Assert.Empty(await bench.DrainAsync());
        Assert.Empty(await bench.RunsAsync());
    }

    [Fact]
    public async Task Tick_BreaksOff_WhenTheHostStops_AndIsNoFailure()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Get<RunTick>().RunAsync(new CancellationToken(canceled: true)));

        Assert.Empty(await bench.RunsAsync());
        Assert.Empty(await bench.DrainAsync());
        Assert.Equal(new TickResult(Added: 3, Hinted: 3, Failed: 0), await bench.TickAsync());
    }

    [Fact]
    public async Task Tick_CatchesUpInOrderOfPeriod_WhenAQuarterWasMissed()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterSecondQuarter);

        await bench.TickAsync();
        await bench.DrainAsync();

        Assert.Equal(FirstHalf, await bench.PublishedAsync());
        Assert.Equal(FirstHalf.Length, bench.Renderer.Count);
    }

    [Fact]
    public async Task Tick_GivesTheSameIssues_WhenTheQuartersComeOneByOne()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await bench.TickAsync();
        await bench.DrainAsync();
        bench.Clock.Now = WorkBench.AfterSecondQuarter;

        await bench.TickAsync();
        await bench.DrainAsync();

        Assert.Equal(FirstHalf, await bench.PublishedAsync());
    }

    [Fact]
    public async Task Tick_HintsAgain_WhenAMessageWasLost()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await bench.TickAsync();
        var queue = bench.Get<Reporting.Storage.WorkQueue>();
        foreach (var lost in await queue.ReceiveAsync(32, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken))
            await queue.DeleteAsync(lost, TestContext.Current.CancellationToken);
        Assert.Empty(await bench.DrainAsync());

        await bench.TickAsync();
        await bench.DrainAsync();

        Assert.Equal(FirstQuarter, await bench.PublishedAsync());
    }

    [Fact]
    public async Task Issue_IsSignedInTheOfficesName_OnTheDayItWasMade()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), new(2012, 5, 10, 17, 0, 0, TimeSpan.Zero));

        await bench.TickAsync();
        await bench.DrainAsync();

        var issue = await bench.FindAsync(WorkBench.Issue("2012Q1", PlanBulletin.Id, "nev"));
        Assert.Equal(new DateOnly(2012, 5, 11), issue.SignedOn);
        Assert.Equal(WorkBench.Programme.Plans.Single(p => p.Id == "nev").Office, issue.Signer);
        Assert.True(issue.AutoSigned);
    }

    [Fact]
    public async Task Programme_PublishesNothingByItself_WhenAutomaticSigningIsOff()
    {
        var manual = WorkBench.Programme with { Calendar = WorkBench.Programme.Calendar with { AutoSignDays = null } };
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterSecondQuarter, manual);
        await bench.TickAsync();

        var outcomes = await bench.DrainAsync();

        Assert.Equal(9, outcomes.Count(o => o == WorkOutcome.Drafted));
        Assert.Empty(await bench.ListAsync());
    }

    [Fact]
    public async Task Runs_TellWhatHappened_NewestFirst()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await bench.TickAsync();
        bench.Clock.Now = WorkBench.AfterFirstQuarter.AddMinutes(1);
        await bench.DrainAsync();

        var runs = await bench.RunsAsync();

        Assert.Equal(["published", "published", "published", "ticked"], runs.Select(r => r.Outcome));
        Assert.Equal(RunRecord.TickName, runs[^1].What);
        Assert.Equal(
            FirstQuarter.Select(i => i[..^2]).Order(StringComparer.Ordinal), runs.SkipLast(1).Select(r => r.What).Order(StringComparer.Ordinal));
        Assert.All(runs, r => Assert.Null(r.Error));
    }

    [Fact]
    public async Task Snapshot_SaysItIsADemonstration_AndHasOneInstant()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await bench.TickAsync();
        await bench.DrainAsync();

        var issue = await bench.FindAsync(WorkBench.Issue("2012Q1", OverallBulletin.Id, null));
        var snapshot = SnapshotJson.Read(await bench.FileAsync(issue, "snapshot"));

        Assert.True(snapshot.Demonstration);
        Assert.Equal(WorkBench.AfterFirstQuarter, snapshot.FrozenAt);
        Assert.Equal(issue.PublishedAt, snapshot.FrozenAt);
        Assert.Equal(issue.Number, snapshot.Signing?.Number);
    }
}
