namespace LocalHost.Hosting;

/// <summary>
/// A clock that runs as the machine's does but shows another time: a programme of a past year can be tried as if its year were now, while
/// by the machine's own time all its periods are locked and all its issues long due.
/// </summary>
internal sealed class ShiftedClock(DateTimeOffset start, TimeProvider machine) : TimeProvider
{
    private readonly TimeSpan shift = start - machine.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + shift;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
