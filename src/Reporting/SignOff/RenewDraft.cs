using Reporting.Storage;
using Reporting.Tick;

namespace Reporting.SignOff;

/// <summary>Has a draft made from the facts as they stand now, without waiting for the next day; also begins a parked piece again.</summary>
public sealed class RenewDraft(DraftBook book, WorkTable work, DoWork doWork, TimeProvider clock)
{
    /// <summary>The piece with its new draft, or with the same where nothing has changed.</summary>
    public async Task<Outcome<DraftedIssue>> RunAsync(string programme, string id, CancellationToken cancellation)
    {
        var found = await book.FindAsync(programme, id, cancellation);
        if (found.Value is not var (_, piece))
            return found.Refusals.ToList();
        return ReviewStates.Of(piece) is ReviewState.InReview or ReviewState.Due
            ? await WorkAsync(piece with { NotBefore = clock.GetUtcNow() }, programme, id, cancellation)
            : new Refusal("issue-signed", null, "该期已签发或停办，送审稿不再更新。", "The issue is signed or parked; its draft is not renewed.");
    }

    /// <summary>Begins a parked piece again (重新办理), as if it had never failed.</summary>
    public async Task<Outcome<DraftedIssue>> RetryAsync(string programme, string id, CancellationToken cancellation)
    {
        var found = await book.FindAsync(programme, id, cancellation);
        if (found.Value is not var (_, piece))
            return found.Refusals.ToList();
        return piece.State == WorkState.Parked
            ? await WorkAsync(piece.Retried(clock.GetUtcNow()), programme, id, cancellation)
            : new Refusal("issue-not-parked", null, "该期没有停办，无须重新办理。", "The issue is not parked; there is nothing to retry.");
    }

    private async Task<Outcome<DraftedIssue>> WorkAsync(WorkPiece piece, string programme, string id, CancellationToken cancellation)
    {
        if (piece.State == WorkState.Working || await work.ReplaceAsync(piece, cancellation) is null)
            return new Refusal("issue-in-work", null, "系统正在办理该期，请稍后再试。", "The issue is being worked on; try again in a moment.");
        await doWork.HandleAsync(WorkMessage.Write(piece.Issue), cancellation);
        return await book.FindAsync(programme, id, cancellation);
    }
}
