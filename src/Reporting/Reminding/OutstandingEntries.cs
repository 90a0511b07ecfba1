using System.Globalization;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Reminding;

/// <summary>What units still have to submit for a period.</summary>
internal static class OutstandingEntries
{
    /// <summary>By unit, in catalogue order: owed, still taken on <paramref name="day"/>, and not with the office.</summary>
    /// <param name="stored">What is stored of each plan in the period.</param>
    /// <param name="extended">The last day (inclusive) on which the entry of an obligation under an exception is taken; others end with the lock.</param>
    public static ILookup<string, OutstandingItem> Of(
        Programme programme,
        PeriodDates dates,
        IEnumerable<PlanPeriod> stored,
        IReadOnlyDictionary<Obligation, DateOnly> extended,
        DateOnly day)
    {
        return stored.SelectMany(plan => OfPlan(programme, plan)).ToLookup(o => o.Unit, o => o.Item, StringComparer.Ordinal);

        IEnumerable<(string Unit, OutstandingItem Item)> OfPlan(Programme programme, PlanPeriod plan)
        {
            var entries = plan.Entries.ToDictionary(e => (e.Key.Task, e.Key.Unit));
            var obligations = plan.ObligationsBy(programme);
            foreach (var owed in obligations.Owed)
            {
                var until = extended.GetValueOrDefault(owed, dates.Lock);
                if (day <= until && StateOf(entries.GetValueOrDefault((owed.Task, owed.Unit))) is { } state)
                    yield return (owed.Unit, new OutstandingItem(owed.Plan, owed.Task, TitleOf(programme, obligations, owed), state, until));
            }
        }
    }

    /// <summary>Null when the entry is with the office or accepted.</summary>
    private static OutstandingState? StateOf(Entry? entry) => entry switch
    {
        null => OutstandingState.Missing,
        { State: EntryState.Submitted or EntryState.Accepted } => null,
        { State: EntryState.Draft, FirstSubmittedAt: null } => OutstandingState.Draft,
        { State: EntryState.Draft or EntryState.Returned } => OutstandingState.Returned,
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.State, "Say whether an entry in this state is outstanding."),
    };

    private static string TitleOf(Programme programme, PlanObligations obligations, Obligation owed)
    {
        var industry = programme.TryGetPlan(owed.Plan, out var plan) ? plan.Industry : owed.Plan;
        return obligations.Tasks.FirstOrDefault(t => t.Id == owed.Task) is { } task
            ? string.Create(CultureInfo.InvariantCulture, $"{industry}任务{task.Number}“{Inner(task.Title)}”")
            : $"{industry}主要指标";
    }

    /// <summary>Within quotation marks those of the title are single (GB/T 15834).</summary>
    private static string Inner(string title) => title.Replace('“', '‘').Replace('”', '’');
}
