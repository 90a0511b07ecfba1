using Reporting.Catalogue;
using Reporting.Publishing;
using Reporting.Reminding;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Delivery;

/// <summary>
/// Puts what is to be sent into the outbox: an issue, once it is published, for everybody who wants it then, and the day's reminders for those who
/// get the unit's. Done twice or broken off, a row is there once.
/// </summary>
public sealed class QueueDeliveries(SubscribersTable subscribers, DeliveriesTable outbox, RemindersTable reminders, IEnumerable<IDeliveryChannel> channels)
{
    /// <summary>The rows that this call added for the issue.</summary>
    public async Task<IReadOnlyList<OutboxDelivery>> OfIssueAsync(Programme programme, PublishedIssue issue, DateTimeOffset now, CancellationToken cancellation)
    {
        var added = new List<OutboxDelivery>();
        foreach (var subscriber in (await subscribers.ReadAsync(programme.Id, cancellation)).Where(s => s.Content.Wants(issue.Key)))
        {
            var row = New(programme, issue.Key.Period, issue.Id, subscriber.Id, null, now);
            if (await outbox.AddAsync(row, cancellation))
                added.Add(row);
        }
        return added;
    }

    /// <summary>
    /// Hands the reminders on that are to be sent today; one that nobody gets, or that cannot go today, stays waiting. How many were handed on.
    /// Reads nothing on days on which none can be due.
    /// </summary>
    public async Task<int> OfRemindersAsync(Programme programme, DateTimeOffset now, CancellationToken cancellation)
    {
        List<PeriodDates> possible = [.. programme.Calendar.Periods.Select(period => PeriodDates.Of(period, programme.Calendar)).Where(dates => DueReminders.Possible(dates, now))];
        if (possible.Count == 0)
            return 0;
        var recipients = (await subscribers.ReadAsync(programme.Id, cancellation))
            .Where(s => s.Content is { Reminders: true, Active: true } && channels.Any(c => c.Configured && c.Channel == s.Content.Channel)).ToList();
        if (recipients.Count == 0)
            return 0;
        var handed = 0;
        foreach (var dates in possible)
        {
            foreach (var stored in (await reminders.ReadAsync(programme.Id, dates.Period, cancellation)).Where(r => DueReminders.IsForToday(r.Reminder, dates, now)))
                handed += await HandOnAsync(programme, stored, [.. recipients.Where(s => s.Content.WantsRemindersOf(stored.Reminder.Unit))], now, cancellation) ? 1 : 0;
        }
        return handed;
    }

    private async Task<bool> HandOnAsync(
        Programme programme, StoredReminder stored, IReadOnlyList<Recorded<Subscriber>> recipients, DateTimeOffset now, CancellationToken cancellation)
    {
        if (recipients.Count == 0)
            return false;
        var reminder = stored.Reminder;
        foreach (var recipient in recipients)
            await outbox.AddAsync(New(programme, reminder.Period, reminder.Id, recipient.Id, new Letter(reminder.Subject, reminder.Body), now), cancellation);
        // Behind the rows: a host that dies here hands the same reminder on again, and the rows are there once.
        return await reminders.WriteAsync(
            programme.Id, new ReminderChange(reminder with { State = OutboxState.Sent, ChangedAt = now }, stored), cancellation);
    }

    private static OutboxDelivery New(Programme programme, Period period, string subject, string subscriber, Letter? letter, DateTimeOffset now) => new(
        programme.Id, period, subject, subscriber, letter, OutboxState.Waiting, 0, now, null, [new DeliveryStep(now, DeliveryEvent.Queued)]);
}
