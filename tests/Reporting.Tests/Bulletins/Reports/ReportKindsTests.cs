using Reporting.Bulletins.Reports;
using Reporting.Catalogue;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Bulletins.Reports;

public sealed class ReportKindsTests
{
    [Fact]
    public void Report_IsFound_ByItsKind_WithANameOfItsOwn()
    {
        Assert.Equal(ReportKinds.All.Count, ReportKinds.All.Select(report => report.Kind).Distinct().Count());
        Assert.Equal(ReportKinds.All.Count, ReportKinds.All.Select(report => report.Name).Distinct().Count());
        Assert.IsType<PlanBulletin>(ReportKinds.Of(IssueKind.Of("bulletin")));
        Assert.False(ReportKinds.TryGet(IssueKind.Of("gazette"), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportKinds.Of(IssueKind.Of("gazette")));
    }

    [Fact]
    public void Start_IsStopped_ByACalendarWithAKindThatNoReportHas()
    {
        var calendar = Henan2012.Programme.Calendar;
        var programme = Henan2012.Programme with { Calendar = calendar with { Kinds = [.. calendar.Kinds, new IssueRule(IssueKind.Of("gazette"), [4], PerPlan: true, 30)] } };

        CheckKindsAtStart.Check(Henan2012.Programme);
        var stopped = Assert.Throws<CatalogueException>(() => CheckKindsAtStart.Check(programme));

        Assert.Contains("没有文种“gazette”", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("no report is called 'gazette'", stopped.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Half-Year")]
    [InlineData("-half")]
    [InlineData("half-")]
    [InlineData("half--year")]
    [InlineData("half~year")]
    [InlineData("a-kind-with-far-too-long-a-name")]
    public void Kind_IsRefused_WhenItCouldNotStandInAKey(string id) => Assert.Throws<FormatException>(() => IssueKind.Of(id));
}
