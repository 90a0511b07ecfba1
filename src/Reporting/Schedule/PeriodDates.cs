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
    /// <summary>
    /// The first day on which entries are taken: the first of the period's last month. Units draw their figures together before the
    /// quarter ends and a draft may be saved then; earlier, an entry for this period is most likely meant for the one before.
    /// </summary>
    public DateOnly Opens => Period.FirstDay.AddMonths(2);

    /// <summary>
    /// A due date on a free day moves to the next working day; grace and lock are counted from it, review from the lock and signing from
    /// the review, all in calendar days.
    /// </summary>
    public static PeriodDates Of(Period period, ReportingCalendar calendar)
    {
        var due = NextWorkingDay(period.LastDay.AddDays(calendar.DueDay), calendar);
        var locked = due.AddDays(calendar.LockDays);
        var review = locked.AddDays(calendar.ReviewDays);
        return new PeriodDates(
            period,
            due,
            due.AddDays(calendar.GraceDays),
            locked,
            review,
            calendar.AutoSignDays is { } days ? review.AddDays(days) : null);
    }

    /// <summary>How an entry that arrives at <paramref name="instant"/> counts; the last instant of a day still belongs to it.</summary>
    public Timeliness At(DateTimeOffset instant)
    {
        var day = BeijingTime.DateOf(instant);
        return day < Opens ? Timeliness.NotYetOpen
            : day <= Due ? Timeliness.OnTime
            : day <= Grace ? Timeliness.Grace
            : day <= Lock ? Timeliness.Late
            : Timeliness.Locked;
    }

    /// <summary>How an obligation stands at <paramref name="now"/> whose entry was first submitted at <paramref name="submitted"/> (null: never).</summary>
    public Arrival ArrivalOf(DateTimeOffset? submitted, DateTimeOffset now) => submitted is { } at
        ? At(at) switch
        {
            Timeliness.NotYetOpen or Timeliness.OnTime => Arrival.OnTime,
            Timeliness.Grace => Arrival.Grace,
            _ => Arrival.Late,
        }
        : At(now) switch
        {
            Timeliness.NotYetOpen or Timeliness.OnTime => Arrival.Pending,
            Timeliness.Locked => Arrival.Missing,
            _ => Arrival.Overdue,
        };

    /// <summary>The day itself when offices work on it, else the first day after it on which they do.</summary>
    private static DateOnly NextWorkingDay(DateOnly day, ReportingCalendar calendar)
    {
        while (!calendar.IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }
}
