using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>
/// The clock of the demonstration: it stands still until the story goes on to another day. Who waits on it waits, but not for long: its
/// timers run many times faster than the machine's, so that the tick of every quarter of an hour comes every other second.
/// </summary>
internal sealed class DemonstrationClock(DateTimeOffset start) : TimeProvider
{
    private const int Faster = 450;
    private static readonly TimeOnly OfficeHour = new(10, 0);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    private long ticks = start.UtcTicks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    /// <summary>To ten in the morning of that day in Beijing, when offices work.</summary>
    internal void MoveTo(DateOnly day) => MoveTo(BeijingTime.StartOf(day) + OfficeHour.ToTimeSpan());

    internal void MoveTo(DateTimeOffset instant) => Volatile.Write(ref ticks, instant.UtcTicks);

    // Zero means at once and a negative time never; both stay.
    private static TimeSpan Shortened(TimeSpan time) =>
        time <= Shortest ? time : TimeSpan.FromTicks(Math.Max(time.Ticks / Faster, Shortest.Ticks));
}
