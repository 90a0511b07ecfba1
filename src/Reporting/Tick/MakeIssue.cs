using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Telemetry;

namespace Reporting.Tick;

/// <summary>
/// Makes one issue out of the slices: freeze, sign, number, compose, render, stage, publish. Each step stores its result before the next
/// begins and takes a stored result over, so the whole may be broken off anywhere and begun again, by anybody.
/// </summary>
public sealed class MakeIssue(
    FreezeIssue freeze,
    BulletinsTable issues,
    StageIssue stage,
    PublishIssue publish,
    IEnumerable<IBulletinRenderer> renderers,
    IWorkTrace trace)
{
    /// <param name="approved">The draft that a person signed; null where the calendar signs.</param>
    /// <param name="sign">Fixes the proposed signature, or returns the one that was fixed before.</param>
    /// <param name="now">The one instant that freezing, signing and publishing take as theirs.</param>
    public async Task<PublishedIssue> RunAsync(
        Programme programme, IssueKey issue, IssueDraft? approved, Func<Signature, Task<Signature>> sign, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var frozen = await freeze.RunAsync(programme, issue, approved, now, cancellationToken);
        trace.Reached(issue, WorkStep.Frozen);
        var signature = await sign(new Signature(BeijingTime.DateOf(now), SignerOf(programme, issue), Automatic: true));
        trace.Reached(issue, WorkStep.SignatureFixed);
        var numbered = await issues.NumberAsync(issue, signature, cancellationToken);
        trace.Reached(issue, WorkStep.Numbered);
        if (!await stage.IsStagedAsync(issue, cancellationToken))
            await RenderAsync(numbered, SnapshotJson.Read(frozen), cancellationToken);
        trace.Reached(issue, WorkStep.Staged);
        var published = await publish.PublishAsync(numbered, now, cancellationToken);
        trace.Reached(issue, WorkStep.Published);
        return published;
    }

    private async Task RenderAsync(PublishedIssue issue, Snapshot frozen, CancellationToken cancellationToken)
    {
        var signed = frozen.Sign(issue.Number, issue.SignedOn, issue.Signer, issue.AutoSigned);
        var document = ComposeIssue.Compose(signed);
        var files = renderers.ToDictionary(r => r.FileName, r => Render(r, document), StringComparer.Ordinal);
        files.Add(Manifest.SnapshotName, SnapshotJson.Write(signed));
        var engines = renderers.ToDictionary(r => r.FileName, r => r.Engine, StringComparer.Ordinal);
        await stage.StageAsync(issue, signed.Programme.CatalogueHash, files, engines, cancellationToken);
    }

    private static byte[] Render(IBulletinRenderer renderer, Document document)
    {
        using var step = Signals.Render(renderer.FileName);
        var file = renderer.Render(document);
        step.Outcome = "rendered";
        return file;
    }

    // The office of the plan's leading group; over all plans that of the group most plans have.
    private static string SignerOf(Programme programme, IssueKey issue) => issue.Plan is { } id && programme.TryGetPlan(id, out var plan)
        ? plan.Office
        : programme.Plans.GroupBy(p => p.Office, StringComparer.Ordinal).OrderByDescending(g => g.Count()).First().Key;
}
