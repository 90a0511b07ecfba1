using Reporting.Inspections;
using Reporting.Problems;
using Reporting.Projects;
using Reporting.Schedule;
using Reporting.Zones;

namespace Reporting.Bulletins.Snapshots;

/// <summary>What is stored of one plan beside the units' reports.</summary>
/// <param name="Plan">Its id.</param>
/// <param name="Projects">Null where they are as the catalogue has them.</param>
/// <param name="Problems">The ledger's current records.</param>
public sealed record PlanRecords(
    string Plan,
    ProjectRegister? Projects,
    IReadOnlyList<Recorded<ProblemRecord>> Problems,
    IReadOnlyList<Recorded<OfficeRecord<Inspection>>> Inspections,
    IReadOnlyList<Recorded<OfficeRecord<Zone>>> Zones)
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
                p.Content.Question?.Due)
            {
                Text = p.Content.Text,
                AskedOf = p.Content.AskedOf,
            }),
    ];

    /// <summary>The year's visits up to the end of <paramref name="period"/>, by day.</summary>
    internal IReadOnlyList<InspectionFacts> InspectionFacts(Period period) =>
    [
        .. Inspections.Where(i => i.Content.Details.Period <= period).OrderBy(i => i.Content.Details.VisitedOn).Select(i => Facts(i, i.Content.Details)),
    ];

    internal IReadOnlyList<ZoneFacts> ZoneFacts() =>
    [
        .. Zones.Select(z => (z.Id, z.Version, z.Content.Details)).Select(z => new ZoneFacts(
            z.Id,
            z.Version,
            z.Details.Name,
            z.Details.City,
            z.Details.Revenue,
            z.Details.RevenueLastYear,
            z.Details.RevenueUnit,
            z.Details.RankLastYear,
            z.Details.Preliminary,
            z.Details.Achievements)),
    ];

    private static InspectionFacts Facts(Recorded<OfficeRecord<Inspection>> record, Inspection visit) => new(
        record.Id,
        record.Version,
        visit.Period,
        visit.VisitedOn,
        visit.Site,
        visit.Project,
        visit.Unit,
        visit.Inspectors,
        [.. visit.Findings.Select(f => new FindingFacts(f.Text, f.Kind, Facts(f.Rectification)))],
        visit.Conclusion);

    private static RectificationFacts? Facts(Rectification? rectification) => rectification is null
        ? null
        : new RectificationFacts(
            rectification.Required, rectification.Unit, rectification.Due, rectification.State, rectification.DoneOn, rectification.Note);
}

/// <summary>The series' last issue with the snapshot it was made from.</summary>
public sealed record PublishedBefore(PreviousIssue Issue, Snapshot Snapshot);
