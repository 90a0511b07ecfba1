using Reporting.Catalogue;

namespace Reporting.Schedule;

/// <summary>Which issues should exist by now: a pure function of the programme and the clock; what exists already is the tick's business.</summary>
public static class DueWork
{
    /// <summary>
    /// Every issue whose signing day is over in Beijing at <paramref name="now"/> (the review day where signing is left to the office), by
    /// period, within it by kind as the calendar lists them, within a kind in the order of the plans. Issue numbers follow this order.
    /// </summary>
    public static IReadOnlyList<IssueKey> Of(Programme programme, DateTimeOffset now) =>
        [.. programme.Calendar.Periods
            .Where(period => BeijingTime.EndOf(LastDayBefore(period, programme.Calendar)) <= now)
            .SelectMany(period => IssuesAfter(programme, period))];

    private static DateOnly LastDayBefore(Period period, ReportingCalendar calendar)
    {
        var dates = PeriodDates.Of(period, calendar);
        return dates.SignBy ?? dates.ReviewBy;
    }

    private static IEnumerable<IssueKey> IssuesAfter(Programme programme, Period period) =>
        programme.Calendar.Kinds
            .Where(rule => rule.AfterQuarters.Contains(period.Quarter))
            .SelectMany(rule => rule.PerPlan
                ? programme.Plans.Where(plan => rule.Plans?.Contains(plan.Id) ?? true).Select(plan => new IssueKey(programme.Id, period, rule.Kind, plan.Id))
                : [new IssueKey(programme.Id, period, rule.Kind, null)]);
}
