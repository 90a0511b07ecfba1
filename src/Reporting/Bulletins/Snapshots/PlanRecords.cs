using Reporting.Problems;
using Reporting.Projects;
using Reporting.Schedule;

namespace Reporting.Bulletins.Snapshots;

/// <summary>What is stored of one plan beside the units' reports.</summary>
/// <param name="Plan">Its id.</param>
/// <param name="Projects">Null where they are as the catalogue has them.</param>
/// <param name="Problems">The ledger's current records.</param>
public sealed record PlanRecords(
    string Plan,
    ProjectRegister? Projects,
    IReadOnlyList<Recorded<ProblemRecord>> Problems,
    IReadOnlyList<InspectionFacts> Inspections,
    IReadOnlyList<ZoneFacts> Zones)
{
    public static PlanRecords None(string plan) => new(plan, null, [], [], []);

    internal IReadOnlyList<LedgerFacts> LedgerFacts() =>
    [
        .. Problems
            .Where(p => p.Content.State != ProblemState.Withdrawn)
            .OrderBy(p => p.Content.RaisedAt)
            .ThenBy(p => p.Id, StringComparer.Ordinal)
            .Select(p => new LedgerFacts(
                p.Id,
                p.Version,
                p.Content.Task,
                p.Content.Unit,
                p.Content.Kind,
                p.Content.State,
                p.Content.Sources.Count == 0 ? null : p.Content.Sources.Min(s => s.Period),
                BeijingTime.DateOf(p.Content.RaisedAt),
                p.Content.State == ProblemState.Closed && p.Content.ClosedAt is { } closed ? BeijingTime.DateOf(closed) : null,
                p.Content.Question?.Unit,
                p.Content.Question?.Due)),
    ];
}

/// <summary>The series' last issue with the snapshot it was made from.</summary>
public sealed record PublishedBefore(PreviousIssue Issue, Snapshot Snapshot);
