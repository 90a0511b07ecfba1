using Reporting.Collecting;
using Reporting.Problems;
using Reporting.Projects;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;
using Testing;

namespace Reporting.Tests.Tick;

/// <summary>What accepted entries say reaches the registers once and whole, whoever carries it and wherever it is broken off.</summary>
public sealed class DeriveFromEntriesTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Accepted = new(2012, 4, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntryKey First = new(WorkBench.Programme.Id, new Period(2012, 1), "automotive", "R01", "zhengzhou");
    private static readonly EntryKey Second = First with { Period = new Period(2012, 2) };
    private static readonly EntryProblem Land = new(ProblemKind.Land, "二期用地指标未落实。", "请协调用地。", "land-resources");
    private static readonly EntryProblem Funds = new(ProblemKind.Funds, "流动资金不足。", null, null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Problem_IsOneOfTheLedger_WhenTheNextQuarterReportsItAgain()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), Accepted);
        await WriteAsync(bench, First, EntryState.Accepted, Accepted, [Land]);
        await bench.TickAsync();
        var problem = Assert.Single(await LedgerAsync(bench));
        Assert.Equal((ProblemState.Open, "R01", "zhengzhou", "land-resources"), (problem.Content.State, problem.Content.Task, problem.Content.Unit, problem.Content.AskedOf));
        Assert.StartsWith("automotive-", problem.Id, StringComparison.Ordinal);
        await CloseAsync(bench, problem, Accepted.AddDays(3));

        bench.Clock.Now = Accepted.AddDays(92);
        await WriteAsync(bench, Second, EntryState.Accepted, bench.Clock.Now, [Land]);
        await bench.TickAsync();

        var again = Assert.Single(await LedgerAsync(bench));
        Assert.Equal((problem.Id, ProblemState.Open), (again.Id, again.Content.State));
        Assert.Equal([First.Period, Second.Period], again.Content.Sources.Select(s => s.Period));
        Assert.Equal([ProblemAction.Raised, ProblemAction.Closed, ProblemAction.ReportedAgain], await StepsAsync(bench, problem.Id));
    }

    [Fact]
    public async Task ClosedProblem_StaysClosed_WhenWhatWasAcceptedBeforeIsTakenInLate()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), Accepted);
        await WriteAsync(bench, First, EntryState.Accepted, Accepted, [Land]);
        await bench.TickAsync();
        await WriteAsync(bench, Second, EntryState.Accepted, Accepted.AddDays(90), [Land]);
        await CloseAsync(bench, Assert.Single(await LedgerAsync(bench)), Accepted.AddDays(91));

        bench.Clock.Now = Accepted.AddDays(92);
        await bench.TickAsync();

        var problem = Assert.Single(await LedgerAsync(bench));
        Assert.Equal((ProblemState.Closed, 2), (problem.Content.State, problem.Content.Sources.Count));
    }

    [Fact]
    public async Task Registers_FollowAnEntryThatIsTakenBackAndAcceptedAnew()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), Accepted);
        await WriteAsync(bench, First, EntryState.Accepted, Accepted, [Land, Funds], Update(ProjectStage.NotStarted, 10m));
        await bench.TickAsync();
        Assert.Equal((ProjectStage.NotStarted, 10m, 1), await LatestAsync(bench));

        await WriteAsync(bench, First, EntryState.Returned, Accepted.AddHours(1), [Land, Funds], Update(ProjectStage.NotStarted, 10m));
        await bench.TickAsync();
        Assert.All(await LedgerAsync(bench), p => Assert.Equal((ProblemState.Withdrawn, 0), (p.Content.State, p.Content.Sources.Count)));
        Assert.Null(await LatestAsync(bench));

        await WriteAsync(bench, First, EntryState.Accepted, Accepted.AddHours(2), [Land], Update(ProjectStage.UnderConstruction, 20m));
        await bench.TickAsync();
        var ledger = (await LedgerAsync(bench)).ToDictionary(p => p.Content.Kind);
        Assert.Equal((ProblemState.Open, 3), (ledger[ProblemKind.Land].Content.State, ledger[ProblemKind.Land].Content.Sources[0].EntryVersion));
        Assert.Equal(ProblemState.Withdrawn, ledger[ProblemKind.Funds].Content.State);
        Assert.Equal((ProjectStage.UnderConstruction, 20m, 3), await LatestAsync(bench));
        Assert.Empty(await MarkersAsync(bench));
    }

    [Fact]
    public async Task Registers_AreTheSame_WhenTheEntryIsTakenTwiceOrByManyAtOnce()
    {
        var storage = azurite.FreshStorage();
        await using var bench = await WorkBench.StartAsync(storage, Accepted);
        await WriteAsync(bench, First, EntryState.Accepted, Accepted, [Land, Funds], Update(ProjectStage.NotStarted, 10m));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var beside = WorkBench.Beside(bench, storage);
            await beside.Get<DeriveFromEntries>().TryAsync(First, Cancellation);
            await beside.TickAsync();
        }));
        await bench.TickAsync();

        Assert.All(await LedgerAsync(bench), p => Assert.Equal((1, ProblemState.Open), (p.Version, p.Content.State)));
        Assert.Equal(2, (await LedgerAsync(bench)).Count);
        Assert.Equal((ProjectStage.NotStarted, 10m, 1), await LatestAsync(bench));
        Assert.Empty(await MarkersAsync(bench));
    }

    [Fact]
    public async Task OlderVersion_NeverTakesThePlaceOfANewerOne()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), Accepted);
        var old = await WriteAsync(bench, First, EntryState.Accepted, Accepted, [Land, Funds], Update(ProjectStage.NotStarted, 10m));
        await WriteAsync(bench, First, EntryState.Accepted, Accepted.AddHours(2), [Funds], Update(ProjectStage.Completed, 30m));
        await bench.TickAsync();

        // A host that read the first version, and was held up since.
        await bench.Get<RecordReports>().RunAsync(old, Cancellation);
        await bench.Get<RaiseProblems>().RunAsync(old, Cancellation);

        Assert.Equal([ProblemKind.Funds], (await LedgerAsync(bench)).Where(p => p.Content.State == ProblemState.Open).Select(p => p.Content.Kind));
        Assert.Equal((ProjectStage.Completed, 30m, 2), await LatestAsync(bench));
    }

    [Fact]
    public async Task Mark_Stays_WhenTheEntryChangesWhileItIsTaken()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), Accepted);
        await WriteAsync(bench, First, EntryState.Accepted, Accepted, [Land]);
        var read = Assert.Single(await MarkersAsync(bench));
        await WriteAsync(bench, First, EntryState.Accepted, Accepted.AddHours(1), [Funds]);

        await bench.Get<EntryMarkers>().SettleAsync(read, Cancellation);

        Assert.Single(await MarkersAsync(bench));
    }

    [Fact]
    public async Task Problem_IsNotLost_WhenTheOfficeChangesItMeanwhile()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), Accepted);
        await WriteAsync(bench, First, EntryState.Accepted, Accepted, [Land]);
        await bench.TickAsync();
        var problem = Assert.Single(await LedgerAsync(bench));
        bench.Clock.Now = Accepted.AddDays(92);
        await WriteAsync(bench, Second, EntryState.Accepted, bench.Clock.Now, [Land]);

        await Task.WhenAll(bench.TickAsync(), CloseAsync(bench, problem, bench.Clock.Now.AddMinutes(1)));

        Assert.Equal(3, Assert.Single(await LedgerAsync(bench)).Version);
        Assert.Null(await bench.Get<ProblemsTable>().FirstBrokenVersionAsync(WorkBench.Programme.Id, "automotive", problem.Id, Cancellation));
    }

    private static ProjectUpdate Update(ProjectStage stage, decimal done) => new("automotive-P001", stage, 100m, done, null, "说明");

    private static async Task<Entry> WriteAsync(
        WorkBench bench, EntryKey key, EntryState state, DateTimeOffset at, IReadOnlyList<EntryProblem> problems, params IReadOnlyList<ProjectUpdate> projects)
    {
        var table = bench.Get<ProgressTable>();
        var content = new EntryContent(SelfRating.Lagging, 20m, "进展。", null, [], problems, projects);
        return await table.WriteAsync(key, new EntryChange(state, content, at, at, "王处长", null), await table.FindAsync(key, Cancellation), null, Cancellation)
            ?? throw new InvalidOperationException("The entry was not written.");
    }

    private static Task<IReadOnlyList<Recorded<ProblemRecord>>> LedgerAsync(WorkBench bench) =>
        bench.Get<ProblemsTable>().ReadAsync(WorkBench.Programme.Id, "automotive", Cancellation);

    private static async Task<IEnumerable<ProblemAction>> StepsAsync(WorkBench bench, string id) =>
        (await bench.Get<ProblemsTable>().ReadVersionsAsync(WorkBench.Programme.Id, "automotive", id, Cancellation)).Select(v => v.Content.Step.Action);

    private static async Task CloseAsync(WorkBench bench, Recorded<ProblemRecord> problem, DateTimeOffset at)
    {
        var table = bench.Get<ProblemsTable>();
        while (true)
        {
            var current = await table.FindAsync(WorkBench.Programme.Id, "automotive", problem.Id, Cancellation) ?? problem;
            var closed = current.Content with { State = ProblemState.Closed, ClosedAt = at, Step = new ProblemStep(ProblemAction.Closed, Reporting.Access.Role.Office, null, "批复。") };
            if (await table.WriteAsync(WorkBench.Programme.Id, "automotive", new RecordChange<ProblemRecord>(problem.Id, current, closed, at, "王处长"), null, Cancellation) is not null)
                return;
        }
    }

    private static async Task<(ProjectStage, decimal?, int)?> LatestAsync(WorkBench bench)
    {
        var plan = WorkBench.Programme.Plans.Single(p => p.Id == "automotive");
        var register = await bench.Get<ProjectsTable>().ReadAsync(WorkBench.Programme, plan, Cancellation);
        var reports = register.Find("automotive-P001") is { } project ? register.ReportsOn(project) : [];
        return reports.Count == 0 ? null : (reports[0].Stage, reports[0].CumulativeInvestment, reports[0].EntryVersion);
    }

    private static async Task<IReadOnlyList<EntryMarker>> MarkersAsync(WorkBench bench) =>
    [
        .. await bench.Get<EntryMarkers>().ReadAsync(WorkBench.Programme.Id, First.Period, "automotive", Cancellation),
        .. await bench.Get<EntryMarkers>().ReadAsync(WorkBench.Programme.Id, Second.Period, "automotive", Cancellation),
    ];
}
