using Reporting.Schedule;

namespace Reporting.Catalogue;

/// <summary>The programme's calendar as data: free days, make-up working days, and the days between the steps of a period.</summary>
/// <param name="Periods">The periods that the programme reports on, in order.</param>
/// <param name="FreeDays">The days of the public holidays, in order; weekend days that fall into one among them, ordinary weekends not.</param>
/// <param name="WorkingWeekendDays">调休: Saturdays and Sundays on which offices work.</param>
/// <param name="DueDay">Day of the month after the period until whose 24:00 an entry is on time (10).</param>
/// <param name="GraceDays">Days after the due date in which a late entry counts as late with grace (5).</param>
/// <param name="LockDays">Days after the due date after which nothing is taken any more (10).</param>
/// <param name="ReviewDays">Days after the lock by which the office has reviewed.</param>
/// <param name="AutoSignDays">Days after review by which an issue nobody signed is signed in the office's name; null when that is off.</param>
/// <param name="QuarterlyProfile">The share of an annual target due by the end of each quarter, in percent, e.g. 25, 50, 75, 100.</param>
/// <param name="Kinds">Which kinds of issue the programme publishes, after which quarters, and by when.</param>
public sealed record ReportingCalendar(
    IReadOnlyList<Period> Periods,
    IReadOnlyList<DateOnly> FreeDays,
    IReadOnlyList<DateOnly> WorkingWeekendDays,
    int DueDay,
    int GraceDays,
    int LockDays,
    int ReviewDays,
    int? AutoSignDays,
    IReadOnlyList<decimal> QuarterlyProfile,
    IReadOnlyList<IssueRule> Kinds)
{
    /// <summary>Whether offices work on <paramref name="day"/>: make-up days, and weekdays that are no holiday.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        WorkingWeekendDays.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FreeDays.Contains(day));
}

/// <summary>A kind of issue: after which quarters it is due, per plan or over all, and by which day it must be published.</summary>
/// <param name="PublishByDays">Days after the period's last day by whose end the issue is promised.</param>
/// <param name="Plans">The only plans that have one, by id; null for all. Null too where it is over all plans.</param>
public sealed record IssueRule(IssueKind Kind, IReadOnlyList<int> AfterQuarters, bool PerPlan, int PublishByDays, IReadOnlyList<string>? Plans = null);
