using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Reminding;

/// <summary>
/// Writes the reminders that are due into the outbox, and withdraws those that have become pointless. Done twice, by two hosts at once, late
/// or broken off, it leaves at most one digest for each unit and day.
/// </summary>
public sealed class RemindUnits(ObligationBook book, ProgressTable progress, LatePermitsTable permits, RemindersTable outbox)
{
    /// <summary>How many reminders were written, brought up to date or cancelled. Reads nothing on days on which none can be due.</summary>
    public async Task<int> RunAsync(Programme programme, DateTimeOffset now, CancellationToken cancellation)
    {
        var changed = 0;
        foreach (var period in programme.Calendar.Periods)
        {
            if (book.FindPeriod(programme.Id, period.ToString()).Value is { } found && DueReminders.Possible(found.Dates, now))
                changed += await RunAsync(found, now, cancellation);
        }
        return changed;
    }

    private async Task<int> RunAsync(ProgrammePeriod found, DateTimeOffset now, CancellationToken cancellation)
    {
        var (programme, period, dates) = found;
        var day = BeijingTime.DateOf(now);
        var leave = day > dates.Lock
            ? (await Task.WhenAll(programme.Plans.Select(plan => permits.ReadAsync(programme.Id, period, plan.Id, cancellation)))).SelectMany(p => p).ToList()
            : [];
        // Until the review ends, what waited at the lock is cancelled; later only a permit gives anything to do.
        if (day > dates.ReviewBy && leave.Count == 0)
            return 0;
        var extended = leave.Where(p => p.IsInForce(now))
            .ToDictionary(p => new Obligation(period, p.Key.Plan, p.Key.Task, p.Key.Unit), p => p.Until);
        // The outbox first: what is submitted between the two readings then ends a reminder that was read.
        var written = await outbox.ReadAsync(programme.Id, period, cancellation);
        var stored = await Task.WhenAll(programme.Plans.Select(plan => progress.ReadPeriodAsync(programme.Id, period, plan.Id, cancellation)));
        var outstanding = OutstandingEntries.Of(programme, dates, stored, extended, day);
        var changed = 0;
        foreach (var change in DueReminders.Of(programme, dates, outstanding, written, now))
        {
            // False when another tick was first: it wrote the same.
            if (await outbox.WriteAsync(programme.Id, change, cancellation))
                changed++;
        }
        return changed;
    }
}
