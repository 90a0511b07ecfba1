using Reporting.Bulletins.Reports;
using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Tests.Publishing;

public sealed class IssueSeriesTests
{
    [Theory]
    [InlineData("bulletin", "automotive", "2012Q1-bulletin-automotive")]
    [InlineData("bulletin", "light-industry", "2012Q1-bulletin-light-industry")]
    [InlineData("overall", null, "2012Q1-overall-all")]
    [InlineData("half-year", "new-energy", "2012Q1-half-year-new-energy")]
    public void Id_ReadsBackAsTheSameIssue(string kind, string? plan, string id)
    {
        var issue = new IssueKey("henan-2012", new Period(2012, 1), IssueKind.Of(kind), plan);

        Assert.Equal(id, IssueSeries.Id(issue));
        Assert.True(IssueSeries.TryParseId("henan-2012", id, out var read));
        Assert.Equal(issue, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2012Q1")]
    [InlineData("2012Q1-")]
    [InlineData("2012Q1-bulletin")]
    [InlineData("2012Q1-bulletin-")]
    [InlineData("2012Q5-bulletin-nev")]
    [InlineData("2012Q1-Bulletin-nev")]
    [InlineData("2012Q1_bulletin-nev")]
    [InlineData("2012Q1-gazette-nev")]
    public void Id_IsRefused_WhenItIsNone(string id) => Assert.False(IssueSeries.TryParseId("henan-2012", id, out _));

    [Fact]
    public void Id_OfEveryKind_ReadsBack() => Assert.All(ReportKinds.All, report =>
    {
        var issue = new IssueKey("henan-2012", new Period(2012, 4), report.Kind, "light-industry");
        Assert.True(IssueSeries.TryParseId("henan-2012", IssueSeries.Id(issue), out var read));
        Assert.Equal(issue, read);
    });
}
