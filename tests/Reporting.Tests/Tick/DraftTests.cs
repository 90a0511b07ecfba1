using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;
using Testing;

namespace Reporting.Tests.Tick;

/// <summary>Between lock and signing day an issue has a draft, made anew when its facts change.</summary>
public sealed class DraftTests(AzuriteFixture azurite)
{
    private static readonly IssueKey Automotive = WorkBench.Issue("2012Q1", PlanBulletin.Id, "automotive");

    /// <summary>The period is locked at 24:00 on 20 April in Beijing; the calendar signs at 24:00 on 27 April.</summary>
    private static readonly DateTimeOffset InReview = new(2012, 4, 21, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Piece_HasADraftInEveryForm_AndWaits()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), InReview);
        await bench.TickAsync();

        var outcomes = await bench.DrainAsync();

        Assert.Equal(3, outcomes.Count(o => o == WorkOutcome.Drafted));
        Assert.Empty(await bench.ListAsync());
        var piece = await PieceAsync(bench);
        Assert.Equal((WorkState.Waiting, 1, InReview, null), (piece.State, piece.Draft?.Number, piece.Draft?.MadeAt, piece.Draft?.Before));
        Assert.Equal(new DateTimeOffset(2012, 4, 21, 16, 0, 0, TimeSpan.Zero), piece.NotBefore);
        var snapshot = await bench.Get<MakeDraft>().SnapshotOfAsync(Automotive, Draft(piece), Cancellation);
        Assert.Null(snapshot?.Signing);
        Assert.NotNull(await bench.Get<BulletinBlobs>().ReadStagedAsync(Automotive, $"drafts/{piece.Draft?.Sha256}/bulletin.pdf", Cancellation));
        Assert.Equal(["drafted", "drafted", "drafted", "ticked"], (await bench.RunsAsync()).Select(r => r.Outcome).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Draft_StaysAsItIs_WhileNothingChanges_AndIsLookedAtOnceADay()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), InReview);
        await bench.TickAsync();
        await bench.DrainAsync();
        var first = await PieceAsync(bench);

        bench.Clock.Now = InReview.AddHours(14);
        Assert.Equal(0, (await bench.TickAsync()).Hinted);
        bench.Clock.Now = InReview.AddHours(15);
        Assert.Equal(3, (await bench.TickAsync()).Hinted);
        Assert.All(await bench.DrainAsync(), outcome => Assert.Equal(WorkOutcome.NothingToDo, outcome));

        var second = await PieceAsync(bench);
        Assert.Equal(first.Draft, second.Draft);
        Assert.Equal(3, bench.Renderer.Count);
        Assert.Equal(first.NotBefore.AddDays(1), second.NotBefore);
    }

    [Fact]
    public async Task Issue_IsMadeOfFreshFacts_WhenTheCalendarSigns()
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), InReview);
        await bench.TickAsync();
        await bench.DrainAsync();

        bench.Clock.Now = WorkBench.AfterFirstQuarter;
        await bench.TickAsync();
        await bench.DrainAsync();

        var issue = await bench.FindAsync(Automotive);
        Assert.True(issue.AutoSigned);
        Assert.Equal(WorkBench.AfterFirstQuarter, SnapshotJson.Read(await bench.FileAsync(issue, "snapshot")).FrozenAt);
    }

    [Theory]
    [InlineData(WorkStep.Claimed)]
    [InlineData(WorkStep.Drafted)]
    public async Task Draft_IsMadeAgain_WhenAStepFailed(WorkStep step)
    {
        await using var bench = await WorkBench.StartAsync(azurite.FreshStorage(), InReview);
        await bench.TickAsync();
        bench.Trace.At = (_, reached) =>
        {
            if (reached == step)
                throw new InvalidOperationException("Asked to fail.");
        };
        Assert.Equal(WorkOutcome.Failed, await bench.HandleAsync(Automotive));
        Assert.Null((await PieceAsync(bench)).Draft);

        bench.Trace.At = (_, _) => { };
        bench.Clock.Now = InReview.AddMinutes(5);
        Assert.Equal(WorkOutcome.Drafted, await bench.HandleAsync(Automotive));

        Assert.Equal(1, (await PieceAsync(bench)).Draft?.Number);
    }

    private static IssueDraft Draft(WorkPiece piece) => piece.Draft ?? throw new InvalidOperationException($"{IssueSeries.Id(piece.Issue)} has no draft.");

    private static async Task<WorkPiece> PieceAsync(WorkBench bench) =>
        await bench.Get<WorkTable>().FindAsync(Automotive, Cancellation) ?? throw new InvalidOperationException("There is no such piece.");
}
