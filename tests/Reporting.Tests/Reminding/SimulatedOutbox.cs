using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Delivery;
using Reporting.Reminding;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Reminding;

/// <summary>An outbox in memory over the first quarter of 2012 (due 10, grace to 15, lock 20, review to 22 April), ticked by hand.</summary>
internal sealed class SimulatedOutbox
{
    public static readonly Programme Programme = Henan2012.Programme;
    public static readonly Period Period = new(2012, 1);
    public static readonly PeriodDates Dates = PeriodDates.Of(Period, Programme.Calendar);
    public static readonly IReadOnlyList<Obligation> Owed = Obligation.Of(Programme, Period);

    private readonly List<StoredReminder> written = [];
    private readonly Dictionary<Obligation, Entry> entries = [];
    private int tags;

    public Dictionary<Obligation, DateOnly> Extended { get; } = [];

    public IEnumerable<Reminder> Reminders => written.Select(w => w.Reminder);

    public static Obligation Find(string plan, string? task, string unit) => Owed.Single(o => (o.Plan, o.Task, o.Unit) == (plan, task, unit));

    /// <param name="beijing">e.g. <c>2012-04-03T08:00</c>.</param>
    public static DateTimeOffset At(string beijing) =>
        DateTimeOffset.Parse(beijing + "+08:00", System.Globalization.CultureInfo.InvariantCulture);

    public ILookup<string, OutstandingItem> Outstanding(DateTimeOffset now) =>
        OutstandingEntries.Of(
            Programme,
            Dates,
            Programme.Plans.Select(plan => new PlanPeriod(Period, plan.Id, [.. entries.Values.Where(e => e.Key.Plan == plan.Id)], Frozen: null)),
            Extended,
            BeijingTime.DateOf(now));

    public IReadOnlyList<Reminder> Of(string unit) => [.. Reminders.Where(r => r.Unit == unit)];

    /// <summary>Stage, day and state of a unit's reminders, in the order written.</summary>
    public string Told(string unit) => string.Join(", ", Of(unit).Select(r => $"{r.Stage} {r.Date.Day} {r.State}"));

    public int Tick(DateTimeOffset now)
    {
        var changes = DueReminders.Possible(Dates, now) ? DueReminders.Of(Programme, Dates, Outstanding(now), [.. written], now).ToList() : [];
        foreach (var change in changes)
        {
            if (change.Before is { } before)
                written[written.FindIndex(w => w.Tag == before.Tag)] = new StoredReminder(change.Reminder, $"{++tags}");
            else
                written.Add(new StoredReminder(change.Reminder, $"{++tags}"));
        }
        return changes.Count;
    }

    /// <summary>What a sender will do: everything that waits goes out.</summary>
    public void SendAll()
    {
        for (var i = 0; i < written.Count; i++)
        {
            if (written[i].Reminder.State == OutboxState.Waiting)
                written[i] = new StoredReminder(written[i].Reminder with { State = OutboxState.Sent }, $"{++tags}");
        }
    }

    public void Write(Obligation owed, EntryState state, bool submittedBefore = true) => entries[owed] = new Entry(
        new EntryKey(Programme.Id, Period, owed.Plan, owed.Task, owed.Unit),
        1,
        state,
        new EntryContent(null, null, null, null, [], [], []),
        submittedBefore ? At("2012-04-02T09:00") : null,
        At("2012-04-02T09:00"),
        "张三",
        null,
        null,
        "hash");
}
