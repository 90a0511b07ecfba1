using System.Globalization;
using Reporting.Catalogue;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Schedule;

public sealed class PeriodDatesTests
{
    private static ReportingCalendar Calendar => Henan2012.Programme.Calendar;

    [Theory]
    //          period    due           grace         lock          review        sign
    [InlineData("2012Q1", "2012-04-10", "2012-04-15", "2012-04-20", "2012-04-22", "2012-04-27")]
    [InlineData("2012Q2", "2012-07-10", "2012-07-15", "2012-07-20", "2012-07-22", "2012-07-27")]
    [InlineData("2012Q3", "2012-10-10", "2012-10-15", "2012-10-20", "2012-10-22", "2012-10-27")]
    [InlineData("2012Q4", "2013-01-10", "2013-01-15", "2013-01-20", "2013-01-22", "2013-01-27")]
    public void Steps_FollowEachOther(string period, string due, string grace, string locked, string review, string sign) => Assert.Equal(
        new PeriodDates(Period.Parse(period, CultureInfo.InvariantCulture), Day(due), Day(grace), Day(locked), Day(review), Day(sign)),
        PeriodDates.Of(Period.Parse(period, CultureInfo.InvariantCulture), Calendar));

    [Theory]
    //          period    day  due           why
    [InlineData("2012Q1", 1, "2012-04-01")] // a Sunday, worked for 清明节
    [InlineData("2012Q1", 2, "2012-04-05")] // 清明节, Monday to Wednesday
    [InlineData("2012Q1", 7, "2012-04-09")] // Saturday
    [InlineData("2012Q1", 8, "2012-04-09")] // Sunday
    [InlineData("2012Q1", 28, "2012-04-28")] // a Saturday, worked for 劳动节
    [InlineData("2012Q2", 1, "2012-07-02")] // Sunday
    [InlineData("2012Q3", 1, "2012-10-08")] // 国庆节
    [InlineData("2012Q3", 7, "2012-10-08")] // last day of 国庆节, a Sunday
    [InlineData("2012Q3", 8, "2012-10-08")] // the first day after it
    [InlineData("2012Q4", 1, "2013-01-04")] // 元旦, in the year after
    [InlineData("2012Q4", 5, "2013-01-05")] // a Saturday, worked for 元旦
    [InlineData("2012Q4", 6, "2013-01-06")] // a Sunday, worked for 元旦
    [InlineData("2012Q4", 12, "2013-01-14")] // Saturday
    public void DueDate_MovesToTheNextWorkingDay_AndTheOthersCountFromIt(string period, int dueDay, string due)
    {
        var dates = PeriodDates.Of(Period.Parse(period, CultureInfo.InvariantCulture), Calendar with { DueDay = dueDay });
        Assert.Equal(
            (Day(due), Day(due).AddDays(5), Day(due).AddDays(10), Day(due).AddDays(12)),
            (dates.Due, dates.Grace, dates.Lock, dates.ReviewBy));
    }

    [Fact]
    public void SignBy_IsAbsent_WhenAutomaticSigningIsOff() =>
        Assert.Null(PeriodDates.Of(new Period(2012, 1), Calendar with { AutoSignDays = null }).SignBy);

    [Theory]
    [InlineData("2012-02-29T23:59:59+08:00", Timeliness.NotYetOpen)]
    [InlineData("2012-03-01T00:00:00+08:00", Timeliness.OnTime)]
    [InlineData("2012-04-10T23:59:59+08:00", Timeliness.OnTime)]
    [InlineData("2012-04-10T15:59:59Z", Timeliness.OnTime)]
    [InlineData("2012-04-10T16:00:00Z", Timeliness.Grace)]
    [InlineData("2012-04-11T00:00:00+08:00", Timeliness.Grace)]
    [InlineData("2012-04-15T23:59:59+08:00", Timeliness.Grace)]
    [InlineData("2012-04-16T00:00:00+08:00", Timeliness.Late)]
    [InlineData("2012-04-20T23:59:59.9999999+08:00", Timeliness.Late)]
    [InlineData("2012-04-21T00:00:00+08:00", Timeliness.Locked)]
    public void Instant_CountsByItsDayInBeijing(string instant, Timeliness expected) => Assert.Equal(
        expected,
        PeriodDates.Of(new Period(2012, 1), Calendar).At(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Theory]
    //          first submitted              now                          arrival
    [InlineData(null, "2012-02-01T00:00:00", Arrival.Pending)]
    [InlineData(null, "2012-04-10T23:59:59", Arrival.Pending)]
    [InlineData(null, "2012-04-11T00:00:00", Arrival.Overdue)]
    [InlineData(null, "2012-04-20T23:59:59", Arrival.Overdue)]
    [InlineData(null, "2012-04-21T00:00:00", Arrival.Missing)]
    [InlineData("2012-03-31T00:00:00", "2012-04-01T00:00:00", Arrival.OnTime)]
    [InlineData("2012-04-10T23:59:59", "2012-05-01T00:00:00", Arrival.OnTime)]
    [InlineData("2012-04-11T00:00:00", "2012-05-01T00:00:00", Arrival.Grace)]
    [InlineData("2012-04-15T23:59:59", "2012-05-01T00:00:00", Arrival.Grace)]
    [InlineData("2012-04-16T00:00:00", "2012-05-01T00:00:00", Arrival.Late)]
    [InlineData("2012-04-25T00:00:00", "2012-05-01T00:00:00", Arrival.Late)] // under an exception, after the lock
    public void Obligation_StandsByItsFirstSubmission_AndElseByTheClock(string? submitted, string now, Arrival expected) => Assert.Equal(
        expected,
        PeriodDates.Of(new Period(2012, 1), Calendar).ArrivalOf(submitted is null ? null : Beijing(submitted), Beijing(now)));

    private static DateTimeOffset Beijing(string local) => DateTimeOffset.Parse(local + "+08:00", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
