using Reporting.Catalogue;

namespace Reporting.Schedule;

/// <summary>Which issues should be worked on by now: a pure function of the programme and the clock; what exists already is the tick's business.</summary>
public static class DueWork
{
    /// <summary>
    /// Every issue whose period is locked at <paramref name="now"/> (24:00 in Beijing of the lock day): from then on it has a draft, and
    /// waits for the office. Not of a period that was locked before the installation began. By period, within it by kind as the calendar lists them, within a kind in the order of the plans.
    /// </summary>
    public static IReadOnlyList<IssueKey> Of(Programme programme, DateTimeOffset now) =>
        [.. programme.Calendar.Periods
            .Where(period => PeriodDates.Of(period, programme.Calendar).Lock is var locked && BeijingTime.EndOf(locked) <= now && !(locked < programme.StartsOn))
            .SelectMany(period => IssuesAfter(programme, period))];

    /// <summary>Whether the calendar does not name its kind, so that it is only made where the office asks for it, and signed by nobody else.</summary>
    public static bool IsOnRequest(IssueKey issue, ReportingCalendar calendar) => calendar.Kinds.All(rule => rule.Kind != issue.Kind);

    /// <summary>Whether the office's days for signing are over, so that the calendar signs; never where automatic signing is off.</summary>
    public static bool SignsItself(Period period, ReportingCalendar calendar, DateTimeOffset now) =>
        PeriodDates.Of(period, calendar).SignBy is { } last && BeijingTime.EndOf(last) <= now;

    /// <summary>The last day on which the issue may be published as promised; null for a kind that the calendar does not promise.</summary>
    public static DateOnly? PublishBy(IssueKey issue, ReportingCalendar calendar) =>
        calendar.Kinds.FirstOrDefault(rule => rule.Kind == issue.Kind) is { } rule ? issue.Period.LastDay.AddDays(rule.PublishByDays) : null;

    private static IEnumerable<IssueKey> IssuesAfter(Programme programme, Period period) =>
        programme.Calendar.Kinds
            .Where(rule => rule.AfterQuarters.Contains(period.Quarter))
            .SelectMany(rule => rule.PerPlan
                ? programme.Plans.Where(plan => rule.Plans?.Contains(plan.Id) ?? true).Select(plan => new IssueKey(programme.Id, period, rule.Kind, plan.Id))
                : [new IssueKey(programme.Id, period, rule.Kind, null)]);
}
