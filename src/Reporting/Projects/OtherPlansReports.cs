using System.Collections.Concurrent;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>
/// What was accepted in other plans of projects that the office has linked with one of a plan. Asked on every write of an entry, so it is kept
/// for a short time; a link or a report that is new is seen after that.
/// </summary>
public sealed class OtherPlansReports(Programmes programmes, ProjectsTable table, TimeProvider clock) : IOtherProjectReports
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Programme, string Plan, Period Period), Reading> kept = new();

    public async Task<IReadOnlyList<OtherProjectReport>> FindAsync(EntryKey key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var slot = (key.Programme, key.Plan, key.Period);
        if (kept.TryGetValue(slot, out var known) && known.At <= now && now < known.At + Life)
            return known.Reports;
        var reports = await ReadAsync(key, cancellation);
        kept[slot] = new Reading(reports, now);
        return reports;
    }

    private async Task<IReadOnlyList<OtherProjectReport>> ReadAsync(EntryKey key, CancellationToken cancellation)
    {
        if (!programmes.TryGet(key.Programme, out var programme) || !programme.TryGetPlan(key.Plan, out var plan))
            return [];
        var register = await table.ReadFactsAsync(programme, plan, cancellation);
        var links = register.Projects.SelectMany(p => p.SameAs.Select(other => (Own: p.Id, Other: other))).ToList();
        var found = new List<OtherProjectReport>();
        foreach (var ends in links.GroupBy(l => ProjectId.TryFindPlan(programme, l.Other, out var other) ? other.Id : ""))
        {
            if (ends.Key.Length == 0)
                continue;
            var reports = await table.ReadReportsAsync(programme.Id, ends.Key, key.Period, cancellation);
            found.AddRange(ends.SelectMany(l => reports.Where(r => r.Project == l.Other).Select(r =>
                new OtherProjectReport(l.Own, ends.Key, r.Period, r.Unit, r.Stage, r.PlannedInvestment, r.CumulativeInvestment))));
        }
        return found;
    }

    private sealed record Reading(IReadOnlyList<OtherProjectReport> Reports, DateTimeOffset At);
}
