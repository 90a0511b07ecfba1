using System.Globalization;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Collecting;

public sealed class ListObligationsTests
{
    /// <summary>2012Q1: due 10, grace to 15, lock 20 April.</summary>
    [Theory]
    [InlineData(null, "2012-04-10T23:59:59", Timing.Pending)]
    [InlineData(null, "2012-04-11T00:00:00", Timing.Overdue)]
    [InlineData(null, "2012-04-20T23:59:59", Timing.Overdue)]
    [InlineData(null, "2012-04-21T00:00:00", Timing.Missing)]
    [InlineData("2012-04-10T23:59:59", "2012-05-01T00:00:00", Timing.OnTime)]
    [InlineData("2012-04-11T00:00:00", "2012-05-01T00:00:00", Timing.Grace)]
    [InlineData("2012-04-15T23:59:59", "2012-05-01T00:00:00", Timing.Grace)]
    [InlineData("2012-04-16T00:00:00", "2012-05-01T00:00:00", Timing.Late)]
    public void Timing_FollowsTheDates(string? submitted, string now, Timing expected)
    {
        var dates = PeriodDates.Of(new Period(2012, 1), Henan2012.Programme.Calendar);

        Assert.Equal(expected, ListObligations.TimingOf(submitted is null ? null : Beijing(submitted), dates, Beijing(now)));
    }

    private static DateTimeOffset Beijing(string local) => DateTimeOffset.Parse(local + "+08:00", CultureInfo.InvariantCulture);
}
