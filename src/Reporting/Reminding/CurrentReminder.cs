using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Delivery;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Reminding;

/// <summary>What a reminder that was handed on has to say at the moment it is sent: between the two its unit may have submitted, or the day may be over.</summary>
public sealed class CurrentReminder(ObligationBook book, RemindersTable reminders, ReadOutstanding outstanding)
{
    /// <summary>The words as they are true now; null when there is nothing left to remind of, its day is over, or the subscriber no longer gets the unit's.</summary>
    /// <param name="id">Of the reminder, e.g. <c>2012Q1-reminder-zhengzhou-due</c>.</param>
    public async Task<Letter?> RunAsync(Programme programme, Period period, string id, Subscriber subscriber, DateTimeOffset now, CancellationToken cancellation)
    {
        if (book.FindPeriod(programme.Id, period.ToString()).Value is not { } found
            || (await reminders.ReadAsync(programme.Id, period, cancellation)).FirstOrDefault(r => r.Reminder.Id == id)?.Reminder is not { } reminder
            || !subscriber.WantsRemindersOf(reminder.Unit)
            || !DueReminders.IsOfToday(reminder, found.Dates, now)
            || await outstanding.LeaveAsync(found, now, cancellation) is not { } leave)
        {
            return null;
        }
        List<OutstandingItem> left = [.. (await outstanding.RunAsync(found, leave, now, cancellation))[reminder.Unit]];
        if (left.Count == 0)
            return null;
        if (left.SequenceEqual(reminder.Obligations))
            return new Letter(reminder.Subject, reminder.Body);
        var text = ReminderText.Of(programme, found.Dates, reminder.Stage, reminder.Date, reminder.UnitName, left);
        return new Letter(text.Subject, text.Body);
    }
}
