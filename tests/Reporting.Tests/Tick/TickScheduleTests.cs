using System.Globalization;
using Reporting.Tick;

namespace Reporting.Tests.Tick;

public sealed class TickScheduleTests
{
    /// <summary>The watchdog looks at midnight UTC, 8:00 in Beijing, whenever its host was started.</summary>
    [Theory]
    [InlineData("2012-04-28T08:00:00+08:00", "24:00:00")]
    [InlineData("2012-04-28T07:59:59+08:00", "00:00:01")]
    [InlineData("2012-04-28T20:00:00+08:00", "12:00:00")]
    [InlineData("2012-12-31T23:30:00+00:00", "00:30:00")]
    public void Watchdog_LooksNextAtMidnightUtc(string now, string until)
    {
        var parts = until.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(new TimeSpan(parts[0], parts[1], parts[2]), TickSchedule.UntilWatch(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));
    }
}
