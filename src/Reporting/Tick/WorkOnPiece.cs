using Microsoft.Extensions.Logging;
using Reporting.Catalogue;
using Reporting.Delivery;
using Reporting.Publishing;
using Reporting.Storage;

namespace Reporting.Tick;

/// <summary>Works on a piece that is claimed: makes its draft, or its issue where it is signed, and settles the claim however it ends.</summary>
public sealed partial class WorkOnPiece(WorkTable work, MakeDraft makeDraft, MakeIssue makeIssue, QueueDeliveries enqueue, DeliveryQueue queue, IWorkTrace trace, ILogger<WorkOnPiece> logger)
{
    /// <param name="toBePublished">Whether it is signed, or the calendar signs it now; otherwise its draft is made.</param>
    public async Task<(WorkOutcome Outcome, string? Error)> RunAsync(
        Programme programme, WorkPiece claimed, bool toBePublished, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claim = new Claim(claimed);
        try
        {
            trace.Reached(claimed.Issue, WorkStep.Claimed);
            return (toBePublished
                ? await PublishAsync(programme, claim, now, cancellationToken)
                : await DraftAsync(programme, claim, now, cancellationToken), null);
        }
        catch (ClaimLostException)
        {
            // Our lease ran out and somebody else went on; every step is made so that both may have done it.
            LogLost(logger, programme.Id, claim.Id);
            return (WorkOutcome.NothingToDo, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops: give the piece back, so that the next host need not wait for the lease to end.
            await work.ReplaceAsync(claim.Piece with { State = WorkState.Waiting, LeaseUntil = null }, CancellationToken.None);
            throw;
        }
        catch (Exception failure)
        {
            var failed = claim.Piece.Failed(now, RunRecord.ErrorOf(failure));
            LogFailed(logger, failure, programme.Id, claim.Id);
            if (await work.ReplaceAsync(failed, cancellationToken) is null)
                return (WorkOutcome.NothingToDo, null);
            return (failed.State == WorkState.Parked ? WorkOutcome.Parked : WorkOutcome.Failed, failed.Error);
        }
    }

    private async Task<WorkOutcome> DraftAsync(Programme programme, Claim claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = claim.Piece.Draft;
        var draft = await makeDraft.RunAsync(programme, claim.Piece.Issue, before, now, cancellationToken);
        trace.Reached(claim.Piece.Issue, WorkStep.Drafted);
        await SettleAsync(claim, claim.Piece.Drafted(draft, now), cancellationToken);
        if (draft == before)
            return WorkOutcome.NothingToDo;
        LogDrafted(logger, programme.Id, claim.Id, draft.Number);
        return WorkOutcome.Drafted;
    }

    private async Task<WorkOutcome> PublishAsync(Programme programme, Claim claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var published = await makeIssue.RunAsync(programme, claim.Piece.Issue, claim.Piece.SignedDraft, SignAsync, now, cancellationToken);
        var added = await enqueue.OfIssueAsync(programme, published, now, cancellationToken);
        trace.Reached(claim.Piece.Issue, WorkStep.Enqueued);
        var done = claim.Piece with { State = WorkState.Done, Failures = 0, LeaseUntil = null, Number = published.Number, Error = null };
        await SettleAsync(claim, done, cancellationToken);
        LogPublished(logger, programme.Id, claim.Id, published.Number);
        await HintAtAsync(added, cancellationToken);
        return WorkOutcome.Published;

        // Signing is fixed in the work row, before the number is taken: a piece that is taken up again is signed as it was.
        async Task<Signature> SignAsync(Signature proposed)
        {
            if (claim.Piece.Signature is { } before)
                return before;
            await ReplaceAsync(claim, claim.Piece with { Signature = proposed }, cancellationToken);
            return proposed;
        }
    }

    /// <summary>So that the outbox need not wait for the next tick; the piece is settled, and a hint that is lost is no failure of it.</summary>
    private async Task HintAtAsync(IReadOnlyList<OutboxDelivery> rows, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var row in rows)
                await queue.SendAsync(DeliveryMessage.Write(row), cancellationToken);
        }
        catch (StorageUnavailableException failure)
        {
            LogNoHint(logger, failure);
        }
    }

    /// <exception cref="ClaimLostException">Somebody else changed the piece since.</exception>
    private async Task ReplaceAsync(Claim claim, WorkPiece piece, CancellationToken cancellationToken) =>
        claim.Piece = await work.ReplaceAsync(piece, cancellationToken) ?? throw new ClaimLostException(claim.Id);

    /// <summary>Ends the claim. What fails behind it finds the claim's tag outdated and cannot begin the piece again.</summary>
    /// <exception cref="ClaimLostException">Somebody else changed the piece since.</exception>
    private async Task SettleAsync(Claim claim, WorkPiece piece, CancellationToken cancellationToken)
    {
        if (await work.ReplaceAsync(piece, cancellationToken) is null)
            throw new ClaimLostException(claim.Id);
        trace.Reached(piece.Issue, WorkStep.Settled);
    }

    /// <summary>The piece as this handler stored it last, while it held it.</summary>
    private sealed class Claim(WorkPiece piece)
    {
        public WorkPiece Piece { get; set; } = piece;

        public string Id => IssueSeries.Id(Piece.Issue);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be hinted at; the next tick does it.")]
    private static partial void LogNoHint(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Programme} {Issue} has draft {Number}.")]
    private static partial void LogDrafted(ILogger logger, string programme, string issue, int number);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Programme} {Issue} is published as number {Number}.")]
    private static partial void LogPublished(ILogger logger, string programme, string issue, int number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Programme} {Issue} failed; it is tried again later.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string programme, string issue);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Programme} {Issue} was taken over by another handler.")]
    private static partial void LogLost(ILogger logger, string programme, string issue);
}
