using Reporting.Schedule;

namespace Reporting.Tests.Schedule;

public sealed class DeadlineTests
{
    private static readonly DateTimeOffset Now = new(2012, 4, 28, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Minutes from now until the deadline; the clocks of two hosts may be an hour apart, no more.</summary>
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(10, false)]
    [InlineData(69, false)]
    [InlineData(71, true)]
    [InlineData(525_600, true)]
    public void Deadline_IsOver_WhenItIsReached_OrNoRightClockCanHaveSetIt(int minutes, bool over) =>
        Assert.Equal(over, Deadline.IsOver(Now.AddMinutes(minutes), Longest, Now));

    [Fact]
    public void NoDeadline_IsOver() => Assert.True(Deadline.IsOver(null, Longest, Now));
}
