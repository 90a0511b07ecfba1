using Reporting.Collecting;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Tick;

namespace Reporting.SignOff;

/// <summary>What the office says when it signs.</summary>
/// <param name="Draft">The number of the draft that was read; another one that came since is not signed.</param>
/// <param name="Signer">Who signs (签发人), at most 40 characters.</param>
public sealed record SignRequest(int Draft, string? Signer);

/// <summary>
/// Signs a draft (签发): its facts are the issue's from now on, its date is today's in Beijing. The issue is numbered and published by the
/// queue's handler, at once or when the one before it in its series is.
/// </summary>
public sealed class SignIssue(DraftBook book, WorkTable work, WorkQueue queue, MakeDraft drafts, RunsTable runs, TimeProvider clock)
{
    private const int LongestSigner = 40;

    /// <summary>Signing again what is signed in the same name changes nothing.</summary>
    public async Task<Outcome<DraftedIssue>> RunAsync(string programme, string id, SignRequest request, CancellationToken cancellation)
    {
        var signer = EntryText.Cleaned(request.Signer);
        if (signer is null)
            return new Refusal("field-required", "signer", "签发须写明签发人。", "Signing needs the signer's name.");
        if (EntryText.CheckStored(signer, "signer", LongestSigner) is { } wrong)
            return wrong;
        while (true)
        {
            var found = await book.FindAsync(programme, id, cancellation);
            if (found.Value is not var (known, piece))
                return found.Refusals.ToList();
            if (piece.Signature is { } signed)
                return signed is { Automatic: false } && signed.Signer == signer && piece.Draft?.Number == request.Draft ? found : Signed(signed);
            if (await RefuseAsync(piece, request, cancellation) is { } refused)
                return refused;
            var now = clock.GetUtcNow();
            var next = piece with { Signature = new Signature(BeijingTime.DateOf(now), signer, Automatic: false), NotBefore = now };
            if (await work.ReplaceAsync(next, cancellation) is not { } stored)
                continue;
            await runs.AddAsync(new RunRecord(known.Id, id, now, "signed", TimeSpan.Zero, null), cancellation);
            // A message that is not sent is made up for by the next tick.
            await queue.SendAsync(WorkMessage.Write(piece.Issue), cancellation);
            return new DraftedIssue(known, stored);
        }
    }

    private async Task<Refusal?> RefuseAsync(WorkPiece piece, SignRequest request, CancellationToken cancellation)
    {
        if (piece.Settled)
            return new Refusal("issue-parked", null, "该期多次失败，已停办；请先重新办理。", "The issue failed too often and is parked; retry it first.");
        if (piece.State == WorkState.Working)
            return new Refusal("issue-in-work", null, "系统正在办理该期，请稍后再试。", "The issue is being worked on; try again in a moment.");
        if (piece.Draft is not { } draft)
            return new Refusal("draft-not-found", "draft", "该期尚无送审稿。", "The issue has no draft yet.");
        if (draft.Number != request.Draft)
        {
            return new Refusal(
                "draft-outdated", "draft", $"送审稿已更新为第{draft.Number}稿，请审阅后再签发。", $"Draft {draft.Number} has come since; read it before signing.");
        }
        return await drafts.SnapshotOfAsync(piece.Issue, draft, cancellation) is null
            ? new Refusal("draft-outdated", "draft", "送审稿出自旧版程序，请先更新送审稿。", "The draft was made by an older program; renew it first.")
            : null;
    }

    private static Refusal Signed(Signature signature) => new(
        "issue-signed",
        null,
        $"该期已于{signature.SignedOn:yyyy-MM-dd}以“{signature.Signer}”名义签发，不能改签。",
        $"The issue was signed on {signature.SignedOn:yyyy-MM-dd} as '{signature.Signer}' and is not signed again.");
}
