using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>Which obligations are asked for, as written in the request.</summary>
/// <param name="Unit">Null for all units, or the caller's own for role unit.</param>
/// <param name="State">One of missing, draft, submitted, returned, accepted; null for all.</param>
public sealed record ObligationQuery(string Programme, string? Period, string? Unit, string? Plan, string? State);

/// <summary>An obligation and how far it is.</summary>
/// <param name="Task">Null for the plan's indicators.</param>
/// <param name="Title">The task's title, or 目标指标.</param>
/// <param name="State">missing, draft, submitted, returned or accepted.</param>
/// <param name="Version">0 while nothing is written.</param>
/// <param name="Hash">Of the version that stands, for If-Match; null while nothing is written.</param>
/// <param name="Timing">How it stands against the period's dates.</param>
public sealed record ObligationStatus(
    string Plan,
    string? Task,
    string Title,
    string Unit,
    string UnitName,
    string State,
    int Version,
    string? Hash,
    Arrival Timing,
    DateTimeOffset? FirstSubmittedAt);

/// <summary>The obligations of a period in catalogue order, and the dates that count for them.</summary>
public sealed record ObligationList(string Programme, PeriodDates Dates, IReadOnlyList<ObligationStatus> Obligations);

/// <summary>Lists who owes what in a period, and how far it is.</summary>
public sealed class ListObligations(ObligationBook book, ProgressTable table, TimeProvider clock)
{
    private const string Missing = "missing";

    private static readonly string[] States = [Missing, .. Enum.GetValues<EntryState>().Select(ReportingJson.NameOf)];

    public async Task<Outcome<ObligationList>> RunAsync(Caller caller, ObligationQuery query, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = book.FindPeriod(query.Programme, query.Period, caller, query.Unit, query.Plan);
        if (found.Value is not var (programme, period, dates))
            return found.Refusals.ToList();
        if (query.State is { } state && !States.Contains(state, StringComparer.Ordinal))
            return new Refusal("parameter-invalid", "state", $"state 应为{string.Join('、', States)}之一。", $"state is one of {string.Join(", ", States)}.");

        var unit = caller.Role == Role.Unit ? caller.Unit : query.Unit;
        var plans = programme.Plans.Select(p => p.Id).Where(p => query.Plan is null || p == query.Plan);
        if (unit is not null && dates.At(now) != Timeliness.Locked)
        {
            // Before the lock the catalogue says in which plans the unit owes something; after it, what was frozen does.
            var own = book.Of(programme, period).Where(o => o.Unit == unit).Select(o => o.Plan).ToHashSet(StringComparer.Ordinal);
            plans = plans.Where(own.Contains);
        }
        var read = await Task.WhenAll(plans.Select(plan => table.ReadPeriodAsync(programme.Id, period, plan, cancellation)));
        var statuses = read.SelectMany(plan => StatusesOf(plan, programme, dates, now))
            .Where(s => (unit is null || s.Unit == unit) && (query.State is null || s.State == query.State));
        return new ObligationList(programme.Id, dates, [.. statuses]);
    }

    private static IEnumerable<ObligationStatus> StatusesOf(PlanPeriod stored, Programme programme, PeriodDates dates, DateTimeOffset now)
    {
        var entries = stored.Entries.ToDictionary(e => e.Key);
        var obligations = stored.ObligationsBy(programme);
        var titles = obligations.Tasks.ToDictionary(t => t.Id, t => t.Title, StringComparer.Ordinal);
        return obligations.Owed.Select(o => StatusOf(
            o,
            o.Task is { } task ? titles.GetValueOrDefault(task, task) : "目标指标",
            entries.GetValueOrDefault(new EntryKey(programme.Id, stored.Period, o.Plan, o.Task, o.Unit)),
            programme,
            dates,
            now));
    }

    private static ObligationStatus StatusOf(Obligation owed, string title, Entry? entry, Programme programme, PeriodDates dates, DateTimeOffset now) =>
        new(
            owed.Plan,
            owed.Task,
            title,
            owed.Unit,
            programme.TryGetUnit(owed.Unit, out var unit) ? unit.Name : owed.Unit,
            entry is null ? Missing : ReportingJson.NameOf(entry.State),
            entry?.Version ?? 0,
            entry?.Hash,
            dates.ArrivalOf(entry?.FirstSubmittedAt, now),
            entry?.FirstSubmittedAt?.ToOffset(BeijingTime.Offset));
}
