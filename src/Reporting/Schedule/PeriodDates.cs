using Reporting.Catalogue;

namespace Reporting.Schedule;

/// <summary>The days on which a period's steps end (each inclusive, 24:00 in Beijing), computed from the calendar alone.</summary>
/// <param name="Due">Entries until then are on time.</param>
/// <param name="Grace">Entries after <paramref name="Due"/> until then are late with grace.</param>
/// <param name="Lock">Entries after <paramref name="Grace"/> until then are late; afterwards nothing is taken.</param>
/// <param name="ReviewBy">The office has reviewed by then; what is unreviewed is printed 已报未审.</param>
/// <param name="SignBy">An issue nobody signed by then is signed in the office's name; null when that is off.</param>
public sealed record PeriodDates(Period Period, DateOnly Due, DateOnly Grace, DateOnly Lock, DateOnly ReviewBy, DateOnly? SignBy)
{
    /// <summary>A due date on a free day moves to the next working day; grace and lock are counted from it.</summary>
    public static PeriodDates Of(Period period, ReportingCalendar calendar) => throw new NotImplementedException();
}
