using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Reminding;

/// <summary>
/// Writes the reminders that are due into the outbox, and withdraws those that have become pointless. Done twice, by two hosts at once, late
/// or broken off, it leaves at most one digest for each unit and day.
/// </summary>
public sealed class RemindUnits(ObligationBook book, ReadOutstanding outstanding, RemindersTable outbox)
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
        // Until the review ends, what waited at the lock is cancelled.
        if (await outstanding.LeaveAsync(found, now, cancellation) is not { } leave)
            return 0;
        // The outbox first: what is submitted between the two readings then ends a reminder that was read.
        var written = await outbox.ReadAsync(programme.Id, period, cancellation);
        var left = await outstanding.RunAsync(found, leave, now, cancellation);
        var changed = 0;
        foreach (var change in DueReminders.Of(programme, dates, left, written, now))
        {
            // False when another tick was first: it wrote the same.
            if (await outbox.WriteAsync(programme.Id, change, cancellation))
                changed++;
        }
        return changed;
    }
}
