using Microsoft.Extensions.Options;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Tick;

/// <summary>Reads what an issue is made from and freezes it; what was frozen before is taken over as it is.</summary>
public sealed class FreezeIssue(
    ProgressTable progress,
    ProjectsTable projects,
    ProblemsTable problems,
    InspectionsTable inspections,
    ZonesTable zones,
    ListIssues published,
    BulletinBlobs blobs,
    IOptions<PublishingOptions> options)
{
    private const string FrozenName = "frozen.json";

    /// <summary>The snapshot as it is stored.</summary>
    /// <param name="approved">The draft that a person signed; its facts are the issue's. Null where the calendar signs: then they are read now.</param>
    /// <exception cref="InvalidOperationException">The signed draft is not there.</exception>
    public async Task<byte[]> RunAsync(Programme programme, IssueKey issue, IssueDraft? approved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await blobs.ReadStagedAsync(issue, FrozenName, cancellationToken) is { } before)
            return before;
        var facts = approved is null
            ? SnapshotJson.Write(await ReadAsync(programme, issue, now, cancellationToken))
            : await blobs.ReadStagedAsync(issue, MakeDraft.NameOf(approved, Manifest.SnapshotName), cancellationToken)
                ?? throw new InvalidOperationException($"Draft {approved.Number} of {IssueSeries.Id(issue)} is missing.");
        return await blobs.StageAsync(issue, FrozenName, facts, cancellationToken);
    }

    /// <summary>What an issue would be made from now; nothing is stored.</summary>
    public async Task<Snapshot> ReadAsync(Programme programme, IssueKey issue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Plan> plans = [.. programme.Plans.Where(plan => issue.Plan is null || plan.Id == issue.Plan)];
        var periods = programme.Calendar.Periods.Where(p => p.Year == issue.Period.Year && p <= issue.Period);
        var stored = await Task.WhenAll(
            periods.SelectMany(period => plans.Select(plan => progress.ReadPeriodAsync(programme.Id, period, plan.Id, cancellationToken))));
        var records = await Task.WhenAll(plans.Select(plan => RecordsAsync(programme, plan, ReportKinds.Of(issue.Kind).Parts, cancellationToken)));
        var previous = await PreviousAsync(programme, issue, cancellationToken);
        return FreezeSnapshot.Of(programme, issue, stored, now, options.Value.Demonstration, records, previous);
    }

    private async Task<PlanRecords> RecordsAsync(Programme programme, Plan plan, SnapshotParts parts, CancellationToken cancellationToken) => new(
        plan.Id,
        await projects.ReadAsync(programme, plan, cancellationToken),
        await problems.ReadAsync(programme.Id, plan.Id, cancellationToken),
        parts.HasFlag(SnapshotParts.Inspections) ? await inspections.ReadAsync(programme.Id, plan.Id, cancellationToken) : [],
        parts.HasFlag(SnapshotParts.Zones) ? await zones.ReadAsync(programme.Id, plan.Id, cancellationToken) : []);

    /// <summary>The last issue of the year that this one is compared with; null when there is none.</summary>
    private async Task<PublishedBefore?> PreviousAsync(Programme programme, IssueKey issue, CancellationToken cancellationToken)
    {
        var kind = ReportKinds.Of(issue.Kind).ComparedWith;
        var periods = programme.Calendar.Periods
            .Where(p => p.Year == issue.Period.Year && (p < issue.Period || (p == issue.Period && kind != issue.Kind)))
            .OrderDescending();
        foreach (var period in periods)
        {
            if (await published.FindAsync(programme, IssueSeries.Id(issue with { Period = period, Kind = kind }), cancellationToken) is not { } found)
                continue;
            var stored = await blobs.ReadPublishedAsync(found, Manifest.SnapshotName, cancellationToken)
                ?? throw new InvalidDataException($"The snapshot of {found.Id} no. {found.Number} is missing.");
            // One that an older program wrote is history that this one cannot compare with.
            return SnapshotJson.IsReadable(stored) ? Before(found, SnapshotJson.Read(stored)) : null;
        }
        return null;
    }

    private static PublishedBefore Before(PublishedIssue issue, Snapshot snapshot) =>
        new(new PreviousIssue(issue.Id, issue.Number, issue.SignedOn, issue.Key.Period, snapshot.FrozenAt), snapshot);
}
