using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins;

/// <summary>After the year's end an issue measures by what was to be reached, not by schedule.</summary>
public sealed class YearEndTests
{
    private static readonly Period Q4 = new(2012, 4);

    [Fact]
    public void Overall_CountsTargetsThatWereMet()
    {
        var met = Given.Plan(indicators: Given.Indicators(Given.Figure("T07", 2400m, "亿元", 2000m), Given.Figure("T05", 71m, "万辆")));
        var missed = Given.Plan(indicators: Given.Indicators(Given.Figure("T07", 1610m, "亿元", 2000m), Given.Figure("T05", 60m, "万辆"))) with { Id = "steel", Industry = "钢铁工业" };
        var document = ComposeIssue.Compose(Given.Snapshot(met, Q4, OverallBulletin.Id, missed));

        Assert.Equal(
            "以各计划主要指标（表1）比较，2个计划中，1个实现年度目标，1个未实现年度目标；其中亮红灯1个（钢铁工业）。与上年同期相比，2个计划中，主要指标下降的1个（钢铁工业19.5%）。",
            document.Section("总体进展")[0]);
        Assert.StartsWith(
            "（一）钢铁工业。主营业务收入累计1610亿元，完成年度目标（超过2300亿元）的70%，低于年度目标30个百分点，同比下降19.5%，亮红灯",
            document.Section("需要协调推进的计划")[0],
            StringComparison.Ordinal);
        Assert.DoesNotContain(document.Blocks.OfType<ParagraphBlock>(), p => p.Text.Text.Contains("序时", StringComparison.Ordinal));
    }

    [Fact]
    public void Chart_DrawsNoPace_WhereItIsTheTarget()
    {
        var document = ComposeIssue.Compose(Given.Snapshot(Given.Plan(), Q4));

        var chart = Assert.Single(document.Blocks.OfType<FigureBlock>().Select(f => f.Chart).OfType<CompletionChart>());
        Assert.All(chart.Rows, row => Assert.Null(row.Due));
    }

    [Fact]
    public void Tasks_AreDoneOrNearlyDone()
    {
        var plan = Given.Plan(tasks:
        [
            Given.Task(1, Given.Report(percent: 100m)),
            Given.Task(2, Given.Report("hebi", 97m)),
            Given.Task(3, Given.Report("xuchang", 90m, SelfRating.Lagging, "主体完工")),
        ]);
        var document = ComposeIssue.Compose(Given.Snapshot(plan, Q4));

        Assert.StartsWith("截至12月底，3项任务中，1项完成，1项基本完成，1项未完成。", document.Paragraphs()[0], StringComparison.Ordinal);
        Assert.Matches("^(其余|其他)2项任务中，1项完成，1项基本完成。$", document.Section("重点任务进展")[^1]);
        Assert.Contains("完成90%，差10个百分点", document.Section("重点任务进展")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void GreenTasksThatAreALittleBehind_GoByAndLarge() => Assert.StartsWith(
        "截至6月底，3项任务均基本按序时推进。",
        ComposeIssue.Compose(Given.Snapshot(
            Given.Plan(tasks: [Given.Task(1, Given.Report(percent: 50m)), Given.Task(2, Given.Report(percent: 49m)), Given.Task(3, Given.Report(percent: 52m))]), Given.Q2)).Paragraphs()[0],
        StringComparison.Ordinal);

    [Fact]
    public void Task_ThatWasRedForWantOfAReport_IsNotSaidToHaveTurned()
    {
        var earlier = new EarlierReport(Given.Q1, ReportState.Missing, null, null, null, [], [], Arrival.Missing);
        var document = ComposeIssue.Compose(Given.Snapshot(Given.Plan(tasks: [Given.Task(1, Given.Report(percent: 50m, earlier: earlier))]), Given.Q2));

        Assert.Contains("自评正常，一季度未报，本期亮绿灯。", document.Section("重点任务进展")[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2012, "第 7 期")]
    [InlineData(2013, "2013年第 7 期")]
    public void Number_SaysTheYearItCountsIn_WhereThatIsNotTheProgrammes(int year, string number)
    {
        var document = ComposeIssue.Compose(Given.Snapshot(period: Q4).Sign(7, new DateOnly(year, 1, 28), "办公室", automatic: true));

        Assert.Equal(number, Assert.IsType<MastheadBlock>(document.Blocks[0]).Number.Text);
    }
}
