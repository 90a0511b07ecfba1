using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Tick;

/// <summary>
/// Lays a draft before the office: the facts as they stand, and every form of the document, without number, date and signature. It is kept
/// under the hash of its facts, so that a handler that dies half way leaves nothing that another one could not go on from.
/// </summary>
public sealed class MakeDraft(FreezeIssue freeze, BulletinBlobs blobs, IEnumerable<IBulletinRenderer> renderers)
{
    /// <summary>The new draft; <paramref name="standing"/> where nothing has changed since.</summary>
    public async Task<IssueDraft> RunAsync(
        Programme programme, IssueKey issue, IssueDraft? standing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var snapshot = await freeze.ReadAsync(programme, issue, now, cancellationToken);
        if (standing is not null && await SnapshotOfAsync(issue, standing, cancellationToken) is { } before && SaysTheSame(before, snapshot))
            return standing;
        var facts = SnapshotJson.Write(snapshot);
        var draft = new IssueDraft((standing?.Number ?? 0) + 1, Manifest.Hash(facts), snapshot.FrozenAt, standing?.Sha256);
        var document = ComposeIssue.Compose(snapshot);
        foreach (var renderer in renderers)
            await blobs.StageAsync(issue, NameOf(draft, renderer.FileName), renderer.Render(document), cancellationToken);
        await blobs.StageAsync(issue, NameOf(draft, Manifest.SnapshotName), facts, cancellationToken);
        return draft;
    }

    /// <summary>The facts of a draft; null when they are not there, or an older program wrote them.</summary>
    public Task<Snapshot?> SnapshotOfAsync(IssueKey issue, IssueDraft draft, CancellationToken cancellationToken) =>
        SnapshotOfAsync(issue, draft.Sha256, cancellationToken);

    /// <summary>The facts of the draft before one; null when there was none.</summary>
    public async Task<Snapshot?> SnapshotBeforeAsync(IssueKey issue, IssueDraft draft, CancellationToken cancellationToken) =>
        draft.Before is { } before ? await SnapshotOfAsync(issue, before, cancellationToken) : null;

    internal static string NameOf(IssueDraft draft, string file) => NameOf(draft.Sha256, file);

    private static string NameOf(string sha256, string file) => $"drafts/{sha256}/{file}";

    private async Task<Snapshot?> SnapshotOfAsync(IssueKey issue, string sha256, CancellationToken cancellationToken) =>
        await blobs.ReadStagedAsync(issue, NameOf(sha256, Manifest.SnapshotName), cancellationToken) is { } stored && SnapshotJson.IsReadable(stored)
            ? SnapshotJson.Read(stored)
            : null;

    private static bool SaysTheSame(Snapshot before, Snapshot now) =>
        SnapshotJson.Write(now with { FrozenAt = before.FrozenAt }).AsSpan().SequenceEqual(SnapshotJson.Write(before));
}
