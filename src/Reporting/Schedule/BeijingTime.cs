namespace Reporting.Schedule;

/// <summary>
/// Beijing time, in which every date of the system is meant. China has had one fixed offset (+08:00, no summer time) since 1992,
/// so the offset is stated here and the result does not depend on the zone data of the machine.
/// </summary>
public static class BeijingTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The date in Beijing at <paramref name="instant"/>.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>00:00 in Beijing at the beginning of <paramref name="day"/>.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>24:00 in Beijing at the end of <paramref name="day"/>; the first instant that no longer belongs to it.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
