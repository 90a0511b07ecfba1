using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Tests.Bulletins;

public sealed class HalfYearSummaryTests
{
    [Fact]
    public void Figures_AreTheSecondQuartersCumulativeOnes_AndAQuartersTheDifference()
    {
        var document = Compose(Indicators(523.4m, 1092.6m));

        Assert.Equal("关于汽车产业2012年行动计划上半年落实情况的小结", document.Title);
        Assert.Equal(
            "上半年，主营业务收入累计1092.6亿元（快报数），完成年度目标（超过2300亿元）的47.5%，低于序时进度2.5个百分点。"
            + "二季度当季完成569.2亿元，与序时进度的差距比一季度末扩大0.3个百分点。",
            Assert.Single(document.Section("上半年总体情况")));
        Assert.Equal("主营业务收入|超过2300亿元|523.4亿元|569.2亿元|1092.6亿元|47.5%|−2.5|绿", document.Table("主要指标上半年完成情况")[0]);
    }

    [Theory]
    [InlineData(500, 1150, "二季度当季完成650亿元；一季度末低于序时进度3.3个百分点，本期已赶上。")]
    [InlineData(500, 1100, "二季度当季完成600亿元，与序时进度的差距比一季度末缩小1.1个百分点。")]
    [InlineData(575, 1100, "二季度当季完成525亿元；一季度末与序时进度持平，本期转为低于。")]
    [InlineData(600, 1100, "二季度当季完成500亿元；一季度末高于序时进度1.1个百分点，本期转为低于。")]
    [InlineData(600, 1200, "二季度当季完成600亿元。")]
    [InlineData(600, 580, "累计数比一季度末减少20亿元，填报单位说明：口径调整。")]
    public void Development_IsSaidByWhatHappened(int first, int half, string expected) =>
        Assert.EndsWith(expected, Compose(Indicators(first, half)).Section("上半年总体情况")[0], StringComparison.Ordinal);

    [Fact]
    public void Tasks_ShowBothQuarters_AndARedOneCaughtUpAsYellowWithItsHistory()
    {
        var document = Compose(
            Indicators(575m, 1150m),
            Given.Task(1, Given.Report(percent: 50m, earlier: Given.Earlier(percent: 12m))),
            Given.Task(2, Given.Report("hebi", 40m, earlier: Given.Earlier(unit: "hebi"))),
            Given.Task(3, Given.Report("xuchang", 50m, earlier: Given.Earlier(unit: "xuchang"))));

        Assert.Equal(
            "3项任务亮灯情况：绿灯2项、红灯1项。与一季度相比，1项好转（任务1），1项转差（任务2），1项未变。",
            document.Section("重点任务推进情况")[0]);
        Assert.Equal(
            [
                "1|郑州百万辆汽车基地建设|郑州市政府|12%|50%|黄（原红）|绿",
                "2|实施项目建设年活动|鹤壁市政府|25%|40%|绿|红",
                "3|创新体系建设|许昌市政府|25%|50%|绿|绿",
            ],
            document.Table("重点任务上半年进展"));
        Assert.Contains(
            "（二）郑州百万辆汽车基地建设（任务1，郑州市政府牵头）。完成50%，自评正常，由一季度的红灯转为绿灯。一期厂房主体完工。",
            document.Section("重点任务推进情况"));
    }

    private static ReportFacts Indicators(decimal first, decimal half) => Given.Indicators(
        "口径调整。",
        [Given.Earlier(null, "industry", null, null, Given.Figure("T07", first, "亿元"))],
        Given.Figure("T07", half, "亿元"));

    private static Document Compose(ReportFacts indicators, params TaskFacts[] tasks) => ComposeIssue.Compose(Given.Snapshot(
        Given.Plan(tasks.Length == 0 ? [Given.Task(1, Given.Report(percent: 50m))] : tasks, indicators, [Given.Revenue()]),
        Given.Q2,
        HalfYearSummary.Id));
}
