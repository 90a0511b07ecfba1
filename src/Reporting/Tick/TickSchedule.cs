namespace Reporting.Tick;

/// <summary>When hosts tick: every 15 minutes, on the quarter hour, UTC; the watchdog looks once a day. What is due is computed in Beijing time by the tick itself.</summary>
public static class TickSchedule
{
    /// <summary>For a timer trigger: six fields, seconds first, UTC.</summary>
    public const string Cron = "0 */15 * * * *";

    /// <summary>For a host with a timer of its own.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    /// <summary>The watchdog, for a timer trigger: at 8:00 in Beijing, which is midnight UTC.</summary>
    public const string WatchCron = "0 0 0 * * *";

    /// <summary>How long it is from <paramref name="now"/> until the watchdog looks next, for a host with a timer of its own; never zero.</summary>
    public static TimeSpan UntilWatch(DateTimeOffset now) => now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
}
