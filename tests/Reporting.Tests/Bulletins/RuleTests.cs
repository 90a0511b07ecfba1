using Reporting.Bulletins;
using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins;

public sealed class RuleTests
{
    // The bounds themselves belong to the better light: pace < 0.85 is red, pace < 0.95 is yellow.
    [Theory]
    [InlineData(21.24, 25, Light.Red)]
    [InlineData(21.25, 25, Light.Yellow)]
    [InlineData(23.74, 25, Light.Yellow)]
    [InlineData(23.75, 25, Light.Green)]
    [InlineData(42.5, 50, Light.Yellow)]
    [InlineData(47.5, 50, Light.Green)]
    [InlineData(0, 25, Light.Red)]
    [InlineData(100, 25, Light.Green)]
    public void Light_FollowsPace_AtItsBounds(double done, double due, Light expected) =>
        Assert.Equal(expected, Rule.LightOf(SelfRating.OnTrack, Rule.Pace((decimal)done, (decimal)due)));

    [Theory]
    [InlineData(SelfRating.Blocked, 1.2, Light.Red)]
    [InlineData(SelfRating.Lagging, 1.2, Light.Yellow)]
    [InlineData(SelfRating.Lagging, 0.5, Light.Red)]
    [InlineData(SelfRating.OnTrack, 0.9, Light.Yellow)]
    [InlineData(SelfRating.Completed, 1.0, Light.Green)]
    [InlineData(SelfRating.Blocked, null, Light.Red)]
    [InlineData(SelfRating.Lagging, null, Light.Yellow)]
    [InlineData(SelfRating.OnTrack, null, Light.Green)]
    [InlineData(null, 0.9, Light.Yellow)]
    public void Light_IsTheWorstOfPaceAndSelfRating(SelfRating? rating, double? pace, Light expected) =>
        Assert.Equal(expected, Rule.LightOf(rating, (decimal?)pace));

    [Fact]
    public void Light_IsNone_WhenNothingIsSaid() => Assert.Null(Rule.LightOf((SelfRating?)null, null));

    [Theory]
    [InlineData(1092.6, 2300, 47.5)]
    [InlineData(1, 400, 0.3)]
    [InlineData(2, 3, 66.7)]
    [InlineData(1, 2000, 0.1)]
    [InlineData(1, 2001, 0.0)]
    [InlineData(-1, 2000, -0.1)]
    public void Percent_RoundsHalfAwayFromZero_ToOneDecimal(double part, double whole, double expected) =>
        Assert.Equal((decimal)expected, Rule.Percent((decimal)part, (decimal)whole));

    [Theory]
    [InlineData(110, 100, 10.0)]
    [InlineData(95, 100, -5.0)]
    public void Growth_IsOnLastYear(double now, double before, double expected) =>
        Assert.Equal((decimal)expected, Rule.Growth((decimal)now, (decimal)before));

    [Fact]
    public void Growth_IsNone_WhenLastYearIsUnknownOrNothing()
    {
        Assert.Null(Rule.Growth(5m, null));
        Assert.Null(Rule.Growth(5m, 0m));
    }

    [Fact]
    public void Task_ShowsTheWorstOfItsReports_AndCountsTheMissingApart()
    {
        var task = Given.Task(3, Given.Report(), Given.Report("hebi", 22m), Given.Missing());

        var standing = TaskStanding.Of(task, Given.Q1, [25m, 50m, 75m, 100m]);

        Assert.Equal(Light.Yellow, standing.Light);
        Assert.Equal(TaskState.Lagging, standing.State);
        Assert.Equal(["commerce"], standing.Missing.Select(r => r.Report.Unit));
        Assert.Equal([Light.Green, Light.Yellow, Light.Red], standing.Reports.Select(r => r.Light));
    }

    [Fact]
    public void Task_IsRedAndUnrated_WhenEveryReportIsOverdueAndMissing()
    {
        var standing = TaskStanding.Of(Given.Task(1, Given.Missing()), Given.Q1, [25m, 50m, 75m, 100m]);

        Assert.Equal(Light.Red, standing.Light);
        Assert.Equal(TaskState.Unrated, standing.State);
    }

    [Theory]
    [InlineData(ReportState.Unreviewed, Arrival.OnTime)]
    [InlineData(ReportState.Returned, Arrival.OnTime)]
    [InlineData(ReportState.Missing, Arrival.Pending)]
    public void Task_HasNoLight_WhenItsReportIsNotAcceptedOrNotYetDue(ReportState state, Arrival arrival)
    {
        var standing = TaskStanding.Of(Given.Task(1, Given.Unused("commerce", state, arrival)), Given.Q1, [25m, 50m, 75m, 100m]);

        Assert.Null(standing.Light);
        Assert.Equal(TaskState.Unrated, standing.State);
    }

    [Fact]
    public void Target_HasPaceForFlowsOnly()
    {
        var report = Given.Indicators(Given.Figure("T07", 575m, "亿元"), Given.Figure("T06", 60m, "万辆"));

        var flow = TargetStanding.Of(Given.Revenue(), report, Given.Q1, [25m, 50m, 75m, 100m]);
        var stock = TargetStanding.Of(Given.Capacity(), report, Given.Q1, [25m, 50m, 75m, 100m]);

        Assert.Equal((25.0m, 0.0m, Light.Green), (flow.Completion, flow.Lead, flow.Light));
        Assert.Equal((50.0m, null, null), (stock.Completion, stock.Lead, stock.Light));
    }

    [Fact]
    public void Target_AddedIsTheDifferenceOfTwoCumulativeFigures_InThePostedUnit()
    {
        var earlier = Given.Earlier(null, "industry", null, null, Given.Figure("T07", 5234000m, "万元"));
        var report = Given.Indicators(null, [earlier], Given.Figure("T07", 1092.6m, "亿元"));

        var standing = TargetStanding.Of(Given.Revenue(), report, Given.Q2, [25m, 50m, 75m, 100m]);

        Assert.Equal(569.2m, standing.Added);
        Assert.Equal(47.5m, standing.Completion);
        Assert.Equal(22.8m, standing.Before?.Completion);
    }

    [Fact]
    public void Submission_CountsEveryReportOnce_AndBlanksNotAsReported()
    {
        ReportFacts[] owed =
        [
            Given.Report(),
            Given.Report("hebi", arrival: Arrival.Grace),
            Given.Report("xuchang", percent: null, rating: null, progress: " "),
            Given.Unused("land", ReportState.Unreviewed, Arrival.Late),
            Given.Missing(),
        ];

        var submission = new Submission(owed);

        Assert.Equal((2, 2, 1, 0), (submission.OnTime.Count, submission.Late.Count, submission.Missing.Count, submission.Open.Count));
        Assert.Equal(["xuchang"], submission.Blank.Select(r => r.Unit));
        Assert.Equal(60.0m, submission.Completeness);
        Assert.Equal(40.0m, submission.Punctuality);
    }
}
