using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;
using Testing;

namespace Reporting.Tests.Tick;

public sealed class DoWorkTests(AzuriteFixture azurite)
{
    private static readonly IssueKey Automotive = WorkBench.Issue("2012Q1", PlanBulletin.Id, "automotive");

    public static TheoryData<WorkStep> Steps { get; } =
        [.. Enum.GetValues<WorkStep>().Where(step => step is not (WorkStep.Drafted or WorkStep.Sending or WorkStep.Sent))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Issue_IsResumedWithItsBytesAndNumber_WhenAStepFails(WorkStep step)
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await bench.TickAsync();
        bench.Trace.At = (_, reached) => ThrowIf(reached == step);
        var broken = await bench.HandleAsync(Automotive);
        var frozenAt = step == WorkStep.Claimed ? WorkBench.AfterFirstQuarter.AddDays(1) : WorkBench.AfterFirstQuarter;

        bench.Trace.At = (_, _) => { };
        bench.Clock.Now = WorkBench.AfterFirstQuarter.AddDays(1);
        await bench.TickAsync();
        await bench.DrainAsync();

        // A failure after the piece was settled finds nothing left to fail.
        Assert.Equal(step == WorkStep.Settled ? WorkOutcome.NothingToDo : WorkOutcome.Failed, broken);
        var issue = await bench.FindAsync(Automotive);
        Assert.Equal(1, issue.Number);
        Assert.Equal(3, bench.Renderer.Count);
        var snapshot = SnapshotJson.Read(await bench.FileAsync(issue, "snapshot"));
        Assert.Equal(frozenAt, snapshot.FrozenAt);
        Assert.Equal(issue.SignedOn, snapshot.Signing?.SignedOn);
        Assert.Equal(step <= WorkStep.Frozen ? new DateOnly(2012, 5, 11) : new DateOnly(2012, 5, 10), issue.SignedOn);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Issue_ExistsOnce_WhenAHandlerStopsAtAStepAndAnotherTakesOver(WorkStep step)
    {
        var storage = azurite.FreshStorage();
        await using var first = await WorkBench.StartAsync(storage, WorkBench.AfterFirstQuarter);
        await using var second = WorkBench.Beside(first, storage);
        await first.TickAsync();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        first.Trace.At = (_, reached) =>
        {
            if (reached != step)
                return;
            stopped.TrySetResult();
            goOn.Task.Wait(Cancellation);
        };
        var asleep = Task.Run(() => first.HandleAsync(Automotive), Cancellation);
        Assert.Same(stopped.Task, await Task.WhenAny(stopped.Task, asleep));

        var tooEarly = await second.HandleAsync(Automotive);
        first.Clock.Now += DoWork.Lease;
        var taken = await second.HandleAsync(Automotive);
        var issue = step == WorkStep.Settled ? null : await second.FindAsync(Automotive);
        var bytes = issue is null ? null : await second.FileAsync(issue, "pdf");
        goOn.SetResult();
        var late = await asleep;
        Assert.Equal(WorkOutcome.NothingToDo, tooEarly);

        // Only when the sleeper had settled the piece was there nothing to take over.
        Assert.Equal(step == WorkStep.Settled ? (WorkOutcome.Published, WorkOutcome.NothingToDo) : (WorkOutcome.NothingToDo, WorkOutcome.Published), (late, taken));
        var after = await second.FindAsync(Automotive);
        Assert.Equal(1, after.Number);
        Assert.Equal(bytes ?? await second.FileAsync(after, "pdf"), await second.FileAsync(after, "pdf"));
        Assert.Equal(issue?.Files ?? after.Files, after.Files);
        Assert.Single(await second.ListAsync());
    }

    [Fact]
    public async Task Issue_IsMadeOnce_WhenManyHandlersGetTheMessageAtOnce()
    {
        var storage = azurite.FreshStorage();
        await using var first = await WorkBench.StartAsync(storage, WorkBench.AfterFirstQuarter);
        await using var second = WorkBench.Beside(first, storage);
        await first.TickAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => (i % 2 == 0 ? first : second).HandleAsync(Automotive), Cancellation)));

        Assert.Single(outcomes, o => o == WorkOutcome.Published);
        Assert.Equal(15, outcomes.Count(o => o == WorkOutcome.NothingToDo));
        Assert.Equal(1, first.Renderer.Count + second.Renderer.Count);
        Assert.Equal(["2012Q1-bulletin-automotive 1"], await first.PublishedAsync());
    }

    /// <summary>A host whose clock ran a year ahead claimed the piece, or put it off, and was put right.</summary>
    [Theory]
    [InlineData(WorkState.Working)]
    [InlineData(WorkState.Waiting)]
    public async Task ClockThatWasAhead_HoldsNoPiece(WorkState left)
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await bench.TickAsync();
        var work = bench.Get<WorkTable>();
        var piece = await work.FindAsync(Automotive, Cancellation) ?? throw new InvalidOperationException("There is no piece.");
        var ahead = bench.Clock.Now.AddYears(1);
        Assert.NotNull(await work.ReplaceAsync(piece with { State = left, NotBefore = ahead, LeaseUntil = left == WorkState.Working ? ahead : null }, Cancellation));

        Assert.Equal(WorkOutcome.Published, await bench.HandleAsync(Automotive));
    }

    [Fact]
    public async Task Piece_IsParkedAfterFiveFailuresWithGrowingDelay_AndTheOthersGoOn()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        bench.Trace.At = (issue, _) => ThrowIf(issue == Automotive);
        var outcomes = new List<WorkOutcome>();
        var delays = new List<TimeSpan>();
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            await bench.TickAsync();
            outcomes.AddRange(await bench.DrainAsync());
            var piece = await PieceAsync(bench, Automotive);
            delays.Add(piece.NotBefore - bench.Clock.Now);
            Assert.Equal(WorkOutcome.NothingToDo, await bench.HandleAsync(Automotive));
            bench.Clock.Now = piece.NotBefore > bench.Clock.Now ? piece.NotBefore : bench.Clock.Now;
        }

        var parked = await PieceAsync(bench, Automotive);
        Assert.Equal((WorkState.Parked, 5), (parked.State, parked.Failures));
        Assert.Contains("asked to fail", parked.Error, StringComparison.Ordinal);
        Assert.Equal([5d, 20d, 80d, 320d], delays.Take(4).Select(d => d.TotalMinutes));
        Assert.Equal(4, outcomes.Count(o => o == WorkOutcome.Failed));
        Assert.Equal(1, outcomes.Count(o => o == WorkOutcome.Parked));
        Assert.Equal(["2012Q1-bulletin-nev 1", "2012Q1-overall-all 1"], await bench.PublishedAsync());
        Assert.Contains(await bench.RunsAsync(), r => r is { Outcome: "parked", What: "2012Q1-bulletin-automotive", Error: not null });
    }

    [Theory]
    [InlineData("汽车😀产业", "没有字符“😀”（U+1F600）")]
    [InlineData("汽车\u0E01产业", "没有字符“\u0E01”（U+0E01）")]
    [InlineData("汽车\u0007产业", "U+0007 是控制字符")]
    public async Task Piece_FailsNamingTheCharacter_AndNothingIsPublished_WhenNoFontCanDrawIt(string industry, string said)
    {
        var programme = WorkBench.Programme with { Plans = [.. WorkBench.Programme.Plans.Select(plan => plan with { Industry = plan.Id == "automotive" ? industry : plan.Industry })] };
        var renderer = new PdfRenderer(new FontOptions().Load(AppContext.BaseDirectory));
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter, programme, renderer);
        await bench.TickAsync();

        Assert.Equal(WorkOutcome.Failed, await bench.HandleAsync(Automotive));

        var piece = await PieceAsync(bench, Automotive);
        Assert.Equal((WorkState.Waiting, 1, null), (piece.State, piece.Failures, piece.Number));
        Assert.Contains(said, piece.Error, StringComparison.Ordinal);
        Assert.Empty(await bench.ListAsync());
        await foreach (var blob in bench.Get<StorageConnection>().Container(StorageNames.PublishedFiles).GetBlobsAsync(cancellationToken: Cancellation))
            Assert.Fail($"{blob.Name} was published.");
        Assert.Equal(WorkOutcome.Published, await bench.HandleAsync(WorkBench.Issue("2012Q1", PlanBulletin.Id, "nev")));
    }

    [Fact]
    public async Task LaterIssue_WaitsForTheOneBeforeIt_UnlessThatIsParked()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterSecondQuarter);
        var later = WorkBench.Issue("2012Q2", PlanBulletin.Id, "automotive");
        await bench.TickAsync();

        Assert.Equal(WorkOutcome.NothingToDo, await bench.HandleAsync(later));
        await ParkAsync(bench, Automotive);
        Assert.Equal(WorkOutcome.Published, await bench.HandleAsync(later));
    }

    [Fact]
    public async Task Piece_IsParked_WhenItKillsItsHandlers()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await bench.TickAsync();
        var piece = await PieceAsync(bench, Automotive);
        await bench.Get<WorkTable>().ReplaceAsync(
            piece with { State = WorkState.Working, LeaseUntil = bench.Clock.Now, Claims = WorkPiece.MaxClaims }, Cancellation);

        Assert.Equal(WorkOutcome.Parked, await bench.HandleAsync(Automotive));
        Assert.Equal(WorkState.Parked, (await PieceAsync(bench, Automotive)).State);
    }

    [Fact]
    public async Task Piece_IsGivenBack_WhenTheHostStops()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await bench.TickAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        bench.Trace.At = (_, reached) =>
        {
            if (reached == WorkStep.SignatureFixed)
                stop.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => bench.Get<DoWork>().HandleAsync(WorkMessage.Write(Automotive), stop.Token));

        var piece = await PieceAsync(bench, Automotive);
        Assert.Equal((WorkState.Waiting, 0, null), (piece.State, piece.Failures, piece.LeaseUntil));
        bench.Trace.At = (_, _) => { };
        Assert.Equal(WorkOutcome.Published, await bench.HandleAsync(Automotive));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion":1,"programme":null,"issue":"2012Q1-bulletin-nev"}""")]
    [InlineData("""{"schemaVersion":2,"programme":"henan-2012","issue":"2012Q1-bulletin-nev"}""")]
    [InlineData("""{"schemaVersion":1,"programme":"henan-1999","issue":"2012Q1-bulletin-nev"}""")]
    [InlineData("""{"schemaVersion":1,"programme":"henan-2012","issue":"2012Q5-bulletin-nev"}""")]
    [InlineData("""{"schemaVersion":1,"programme":"henan-2012","issue":"2012Q1-leaflet-nev"}""")]
    public async Task Message_IsDroppedAndRecorded_WhenItNamesNoIssue(string message)
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);

        Assert.Equal(WorkOutcome.Dropped, await bench.Get<DoWork>().HandleAsync(message, Cancellation));

        var runs = await bench.Get<RunsTable>().ReadMonthAsync("", new(2012, 5, 10), 10, Cancellation);
        Assert.Equal("dropped", Assert.Single(runs).Outcome);
    }

    [Fact]
    public async Task Message_DoesNothing_WhenItsIssueIsNotDueOrNotOfThePlan()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), WorkBench.AfterFirstQuarter);
        await bench.TickAsync();

        Assert.Equal(WorkOutcome.NothingToDo, await bench.HandleAsync(WorkBench.Issue("2012Q2", PlanBulletin.Id, "nev")));
        Assert.Equal(WorkOutcome.NothingToDo, await bench.HandleAsync(WorkBench.Issue("2012Q1", PlanBulletin.Id, "no-such-plan")));
        Assert.Empty(await bench.ListAsync());
    }

    [Fact]
    public async Task Queue_GoesOn_WhenAMessageIsPoison()
    {
        var storage = azurite.FreshStorage();
        await using var bench = await WorkBench.StartAsync(storage, WorkBench.AfterFirstQuarter);
        await bench.Get<StorageConnection>().Queue(WorkQueue.Name).SendMessageAsync("<not base64>", Cancellation);
        await bench.TickAsync();

        var outcomes = await bench.DrainAsync();

        Assert.Equal([WorkOutcome.Dropped, WorkOutcome.Published, WorkOutcome.Published, WorkOutcome.Published], outcomes.OrderByDescending(o => o));
        Assert.Empty(await bench.DrainAsync());
    }

    private static async Task<WorkPiece> PieceAsync(WorkBench bench, IssueKey issue) =>
        await bench.Get<WorkTable>().FindAsync(issue, Cancellation) ?? throw new InvalidOperationException("There is no such piece.");

    private static async Task ParkAsync(WorkBench bench, IssueKey issue) =>
        Assert.NotNull(await bench.Get<WorkTable>().ReplaceAsync((await PieceAsync(bench, issue)).Abandoned(), Cancellation));

    private static void ThrowIf(bool condition)
    {
        if (condition)
            throw new InvalidOperationException("This piece was asked to fail.");
    }
}
