using Reporting.Catalogue;
using Reporting.Delivery;
using Reporting.Schedule;

namespace Reporting.Reminding;

/// <summary>Which reminders should be written or withdrawn now: a pure function of what is outstanding, what was written before, and the clock.</summary>
internal static class DueReminders
{
    /// <summary>How many days before the due day the first reminder may come.</summary>
    public const int UpcomingDays = 7;

    /// <summary>
    /// In Beijing; nothing is written before. Offices open at eight: an earlier digest would be read no sooner, and would still name what
    /// was submitted during the night.
    /// </summary>
    public static readonly TimeOnly From = new(8, 0);

    /// <summary>
    /// How many days after the lock permits are looked for. One lasts 60 days at most and is asked for soon after the lock; by the end of
    /// these the next period is locked too.
    /// </summary>
    public const int PermitDays = 100;

    /// <summary>Whether anything can be due on the day of <paramref name="now"/>; a permit can reach far beyond the lock.</summary>
    public static bool Possible(PeriodDates dates, DateTimeOffset now) =>
        BeijingTime.DateOf(now) is var day && day >= dates.Due.AddDays(-UpcomingDays) && day <= dates.Lock.AddDays(PermitDays);

    /// <summary>The stage of a day; null before the first.</summary>
    public static ReminderStage? StageOn(DateOnly day, PeriodDates dates) =>
        day > dates.Due ? ReminderStage.Late
        : day == dates.Due ? ReminderStage.Due
        : day >= dates.Due.AddDays(-UpcomingDays) ? ReminderStage.Upcoming
        : null;

    /// <summary>
    /// For each unit that has something outstanding, today's digest, unless it was written before; a waiting one is brought up to date. A
    /// waiting digest of which everything has been submitted is cancelled; it is written again should an entry be returned within its stage.
    /// </summary>
    /// <param name="outstanding">By unit.</param>
    /// <param name="written">Every reminder of the period.</param>
    /// <returns>New reminders, and reminders in place of those written before.</returns>
    public static IEnumerable<ReminderChange> Of(
        Programme programme,
        PeriodDates dates,
        ILookup<string, OutstandingItem> outstanding,
        IReadOnlyList<StoredReminder> written,
        DateTimeOffset now)
    {
        var local = now.ToOffset(BeijingTime.Offset);
        var day = BeijingTime.DateOf(now);
        var stage = TimeOnly.FromDateTime(local.DateTime) < From ? null : StageOn(day, dates);
        foreach (var before in written.Where(w => w.Reminder.State == OutboxState.Waiting && !IsOf(w.Reminder, stage, day)))
        {
            if (!before.Reminder.Obligations.Any(o => outstanding[before.Reminder.Unit].Any(left => (left.Plan, left.Task) == (o.Plan, o.Task))))
                yield return new ReminderChange(Cancelled(before.Reminder, now), before);
        }
        if (stage is not { } today)
            yield break;
        foreach (var unit in programme.Units)
        {
            var before = written.FirstOrDefault(w => w.Reminder.Unit == unit.Id && IsOf(w.Reminder, today, day));
            if (Changed(programme, dates, today, unit, [.. outstanding[unit.Id]], before?.Reminder, now) is { } reminder)
                yield return new ReminderChange(reminder, before);
        }
    }

    private static Reminder? Changed(
        Programme programme, PeriodDates dates, ReminderStage stage, Unit unit, IReadOnlyList<OutstandingItem> left, Reminder? before, DateTimeOffset now)
    {
        if (before is not (null or { State: OutboxState.Waiting or OutboxState.Cancelled }))
            return null;
        if (left.Count == 0)
            return before is { State: OutboxState.Waiting } ? Cancelled(before, now) : null;
        if (before is { State: OutboxState.Waiting } && before.Obligations.SequenceEqual(left))
            return null;
        // One that waits keeps its day; one that was cancelled is made for today.
        var day = before is { State: OutboxState.Waiting } ? before.Date : BeijingTime.DateOf(now);
        var text = ReminderText.Of(programme, dates, stage, day, unit.Name, left);
        return new Reminder(
            dates.Period, unit.Id, unit.Name, stage, day, text.Subject, text.Body, left, OutboxState.Waiting, before?.CreatedAt ?? now, now);
    }

    private static Reminder Cancelled(Reminder reminder, DateTimeOffset now) => reminder with { State = OutboxState.Cancelled, ChangedAt = now };

    /// <summary>Whether a reminder waits that is of today's stage: yesterday's digest is not sent any more.</summary>
    public static bool IsForToday(Reminder reminder, PeriodDates dates, DateTimeOffset now) =>
        reminder.State == OutboxState.Waiting && IsOfToday(reminder, dates, now);

    /// <summary>Whether it is of today's stage, in whatever state.</summary>
    public static bool IsOfToday(Reminder reminder, PeriodDates dates, DateTimeOffset now) =>
        BeijingTime.DateOf(now) is var day && StageOn(day, dates) is { } stage && IsOf(reminder, stage, day);

    /// <summary>The first two stages come once, the last once a day.</summary>
    private static bool IsOf(Reminder reminder, ReminderStage? stage, DateOnly day) =>
        reminder.Stage == stage && (stage != ReminderStage.Late || reminder.Date == day);
}

/// <summary>A reminder as read, with the tag that guards the next write.</summary>
/// <param name="Tag">The row's ETag; a value to hand back, nothing else.</param>
internal sealed record StoredReminder(Reminder Reminder, string Tag);

/// <summary>A reminder to be written.</summary>
/// <param name="Before">What it takes the place of; null when it is new.</param>
internal sealed record ReminderChange(Reminder Reminder, StoredReminder? Before);
