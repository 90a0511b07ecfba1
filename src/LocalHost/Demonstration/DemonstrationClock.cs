namespace LocalHost.Demonstration;

/// <summary>The clock of the demonstration: it stands still until the story goes on to another day.</summary>
internal sealed class DemonstrationClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    internal void MoveTo(DateTimeOffset instant) => Volatile.Write(ref ticks, instant.UtcTicks);
}
