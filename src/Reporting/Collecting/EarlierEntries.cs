using System.Collections.Concurrent;
using Reporting.Collecting.Plausibility;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>
/// What a unit last reported on the same thing in the year. It is kept in memory once the review of its period is over: it changes then only
/// under an exception of the office, so writing an entry normally reads no entry but itself.
/// </summary>
public sealed class EarlierEntries(ProgressTable table)
{
    /// <summary>Some quarters of 162 entries in several processes' worth of programmes; an entry without its texts is about a kilobyte.</summary>
    private const int MostKept = 4_000;

    /// <summary>An entry accepted under an exception is seen after this time.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<EntryKey, Reading> kept = new();

    /// <summary>The last accepted entry of the year before the period, of the same task (or plan) and unit; null when there is none.</summary>
    internal async Task<EarlierReport?> FindAsync(OwedEntry owed, DateTimeOffset now, CancellationToken cancellation)
    {
        var calendar = owed.Programme.Calendar;
        foreach (var period in calendar.Periods.Where(p => p.Year == owed.Key.Period.Year && p < owed.Key.Period).OrderDescending())
        {
            var reviewed = now >= BeijingTime.EndOf(PeriodDates.Of(period, calendar).ReviewBy);
            if (await FindAsync(owed.Key with { Period = period }, reviewed, now, cancellation) is { } accepted)
                return accepted;
        }
        return null;
    }

    private async Task<EarlierReport?> FindAsync(EntryKey key, bool mayKeep, DateTimeOffset now, CancellationToken cancellation)
    {
        if (kept.TryGetValue(key, out var known) && known.At <= now && now < known.At + Life)
            return known.Report;
        var report = await table.FindAsync(key, cancellation) is { Entry: { State: EntryState.Accepted } entry } ? EarlierReport.Of(entry) : null;
        if (mayKeep)
        {
            if (kept.Count >= MostKept)
                kept.Clear();
            kept[key] = new Reading(report, now);
        }
        return report;
    }

    private sealed record Reading(EarlierReport? Report, DateTimeOffset At);
}
