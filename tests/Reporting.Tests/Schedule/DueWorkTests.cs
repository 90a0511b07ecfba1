using System.Globalization;
using Reporting.Bulletins.Reports;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Schedule;

public sealed class DueWorkTests
{
    [Theory]
    [InlineData("2012-01-01T00:00:00+08:00", 0)]
    [InlineData("2012-04-20T23:59:59+08:00", 0)]
    [InlineData("2012-04-21T00:00:00+08:00", 15)]
    [InlineData("2012-04-20T16:00:00Z", 15)]
    [InlineData("2012-07-20T23:59:59+08:00", 15)]
    [InlineData("2012-07-21T00:00:00+08:00", 47)] // 15 and 32: 14 bulletins, the overall one, 14 half-year summaries, three inspection reports
    [InlineData("2012-10-21T00:00:00+08:00", 62)]
    [InlineData("2013-01-20T23:59:59+08:00", 62)]
    [InlineData("2013-01-21T00:00:00+08:00", 95)]
    [InlineData("2020-01-01T00:00:00+08:00", 95)]
    public void Issues_AreDue_WhenTheirPeriodIsLocked(string now, int count) =>
        Assert.Equal(count, DueWork.Of(Henan2012.Programme, At(now)).Count);

    /// <summary>The first quarter is locked at the end of 20 April, the second of 20 July.</summary>
    [Theory]
    [InlineData("2012-04-20", 95)]
    [InlineData("2012-04-21", 80)]
    [InlineData("2012-07-20", 80)]
    [InlineData("2012-07-21", 48)]
    [InlineData("2026-12-01", 0)]
    public void PeriodThatWasLockedBeforeTheInstallationBegan_HasNoIssues(string began, int count) => Assert.Equal(
        count, DueWork.Of(Henan2012.Programme with { StartsOn = DateOnly.Parse(began, CultureInfo.InvariantCulture) }, At("2026-12-01T00:00:00+08:00")).Count);

    [Theory]
    [InlineData("2012-04-27T23:59:59+08:00", false)]
    [InlineData("2012-04-28T00:00:00+08:00", true)]
    public void Calendar_SignsWhenTheSigningDayIsOver(string now, bool signs) =>
        Assert.Equal(signs, DueWork.SignsItself(new Period(2012, 1), Henan2012.Programme.Calendar, At(now)));

    [Fact]
    public void Calendar_NeverSigns_WhenAutomaticSigningIsOff() => Assert.False(
        DueWork.SignsItself(new Period(2012, 1), Henan2012.Programme.Calendar with { AutoSignDays = null }, At("2020-01-01T00:00:00+08:00")));

    [Fact]
    public void Issue_IsPromisedForADayAfterItsPeriod() => Assert.Equal(
        new DateOnly(2012, 4, 30), DueWork.PublishBy(new IssueKey("henan-2012", new Period(2012, 1), PlanBulletin.Id, "steel"), Henan2012.Programme.Calendar));

    [Fact]
    public void Issues_ComeByPeriodThenKindThenPlan()
    {
        var due = DueWork.Of(Henan2012.Programme, At("2012-07-28T00:00:00+08:00"));
        var plans = Henan2012.Programme.Plans.Select(p => p.Id).ToList();
        IEnumerable<IssueKey> Issues(int quarter, IssueKind kind) =>
            plans.Select(plan => new IssueKey("henan-2012", new Period(2012, quarter), kind, plan));

        Assert.Equal(
            [
                .. Issues(1, PlanBulletin.Id), new IssueKey("henan-2012", new Period(2012, 1), OverallBulletin.Id, null),
                .. Issues(2, PlanBulletin.Id), new IssueKey("henan-2012", new Period(2012, 2), OverallBulletin.Id, null),
                .. Issues(2, HalfYearSummary.Id),
                .. Issues(2, InspectionReport.Id).Where(issue => issue.Plan is "equipment" or "nev" or "biotech"),
            ],
            due);
        Assert.Equal(due.Count, due.Distinct().Count());
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
