using System.Collections.Concurrent;
using Reporting.Catalogue;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>Stores, once a period is locked, who owed what in it (DESIGN 4); what is stored once is never changed.</summary>
public sealed class FreezeObligations(ProgressTable table)
{
    // What this process has seen stored, so that later ticks ask storage nothing.
    private readonly ConcurrentDictionary<(string Programme, Period Period), bool> frozen = new();

    /// <summary>Freezes every period locked by <paramref name="now"/>; says how many lists (one for each plan) were not frozen before.</summary>
    public async Task<int> RunAsync(Programme programme, DateTimeOffset now, CancellationToken cancellation)
    {
        var added = 0;
        foreach (var period in programme.Calendar.Periods.Where(p => IsLocked(p, programme, now) && !frozen.ContainsKey((programme.Id, p))))
        {
            var all = await Task.WhenAll(programme.Plans.Select(plan =>
                table.AddObligationsAsync(programme.Id, PlanObligations.Of(programme, period, plan.Id), now, cancellation)));
            added += all.Count(a => a);
            frozen.TryAdd((programme.Id, period), true);
        }
        return added;
    }

    private static bool IsLocked(Period period, Programme programme, DateTimeOffset now) =>
        PeriodDates.Of(period, programme.Calendar).At(now) == Timeliness.Locked;
}
