namespace Reporting.Schedule;

/// <summary>Whether an instant that was stored is reached, also where the clock that wrote it was wrong.</summary>
internal static class Deadline
{
    /// <summary>So far the clocks of two hosts may be apart.</summary>
    private static readonly TimeSpan MostApart = TimeSpan.FromHours(1);

    /// <summary>
    /// True from <paramref name="until"/> on, and where it lies further ahead than any clock that is right can have written it: a host whose
    /// clock had run a year ahead must not hold a row for that year.
    /// </summary>
    /// <param name="until">Null where none was set: it is over.</param>
    /// <param name="longest">The longest term that is ever set.</param>
    public static bool IsOver(DateTimeOffset? until, TimeSpan longest, DateTimeOffset now) =>
        until is not { } end || end <= now || end > now + longest + MostApart;
}
