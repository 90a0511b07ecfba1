using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Tests.Publishing;

public sealed class IssueSeriesTests
{
    [Theory]
    [InlineData(IssueKind.Bulletin, "automotive", "2012Q1-bulletin-automotive")]
    [InlineData(IssueKind.Bulletin, "light-industry", "2012Q1-bulletin-light-industry")]
    [InlineData(IssueKind.Overall, null, "2012Q1-overall-all")]
    [InlineData(IssueKind.HalfYear, "new-energy", "2012Q1-half-year-new-energy")]
    public void Id_ReadsBackAsTheSameIssue(IssueKind kind, string? plan, string id)
    {
        var issue = new IssueKey("henan-2012", new Period(2012, 1), kind, plan);

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
    public void Id_IsRefused_WhenItIsNone(string id) => Assert.False(IssueSeries.TryParseId("henan-2012", id, out _));

    [Fact]
    public void Kinds_AllHaveNames() => Assert.All(Enum.GetValues<IssueKind>(), kind =>
    {
        Assert.True(IssueSeries.TryParseKind(IssueSeries.Kind(kind), out var read));
        Assert.Equal(kind, read);
    });
}
