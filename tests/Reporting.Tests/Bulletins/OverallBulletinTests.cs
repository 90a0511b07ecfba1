using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins;

public sealed class OverallBulletinTests
{
    private static readonly Document document = Compose();

    [Fact]
    public void Opening_AddsUpOverAllPlans() => Assert.Equal(
        "截至3月底，3个行动计划的9项任务中，6项按序时推进，1项滞后，1项受阻，1项因未报亮红灯。"
        + "应报送进展12份（9项重点任务9份、行业指标3份），按时报送9份，逾期报送1份（郑州市政府），未报2份（省工业和信息化厅、省商务厅）。",
        document.Paragraphs()[0]);

    [Fact]
    public void Decisions_ComeFirst_BlockedBeforeSlow() => Assert.Equal(
        [
            "（一）钢铁工业。任务3“创新体系建设”受阻（许昌市政府）。请求协调的问题1个：请省国土资源厅支持“供地”（许昌市政府）。",
            "（二）电子信息产业。主营业务收入累计400亿元，完成年度目标（超过2300亿元）的17.4%，低于序时进度7.6个百分点，亮红灯。",
            "其他亮红灯的任务1项：电子信息产业“实施项目建设年活动”（任务2，省商务厅未报）。",
        ],
        document.Section("需要协调推进的计划"));

    [Fact]
    public void Decisions_NameAPlan_WhoseOtherFigureIsRed()
    {
        var slow = Given.Plan(indicators: Given.Indicators(Given.Figure("T07", 600m, "亿元"), Given.Figure("T05", 9m, "万辆")));

        Assert.Equal(
            ["（一）汽车产业。整车产量累计9万辆，完成年度目标（70万辆）的12.9%，低于序时进度12.1个百分点，亮红灯。"],
            ComposeIssue.Compose(Given.Snapshot(slow, Given.Q1, OverallBulletin.Id)).Section("需要协调推进的计划"));
    }

    [Fact]
    public void Figures_AreComparedWithPace_AndPlansWithoutDataNamed() => Assert.Equal(
        "以各计划主要指标（表1）比较，有数据的2个计划中，1个达到序时进度，1个低于序时进度；其中亮红灯1个（电子信息产业）。钢铁工业没有经审核采用的主要指标数据。",
        document.Section("总体进展")[0]);

    [Fact]
    public void Tables_HaveARowForEveryPlan_AndTotalsThatAddUp()
    {
        Assert.Equal(
            [
                "高成长性产业",
                "汽车产业|主营业务收入|超过2300亿元|600亿元|26.1%|+1.1|绿",
                "电子信息产业|主营业务收入|超过2300亿元|400亿元|17.4%|−7.6|红",
                "钢铁工业|主营业务收入|超过2300亿元|未报|—|—|—",
            ],
            document.Table("各计划主要指标完成情况"));
        Assert.Equal(
            [
                "高成长性产业|9|6|1|2|0|12|2|83.3%|75.0%",
                "汽车产业|3|3|0|0|0|4|0|100.0%|100.0%",
                "电子信息产业|3|1|1|1|0|4|1|75.0%|50.0%",
                "钢铁工业|3|2|0|1|0|4|1|75.0%|75.0%",
                "合计|9|6|1|2|0|12|2|83.3%|75.0%",
            ],
            document.Table("任务亮灯和报送情况"));
        Assert.Equal(["省国土资源厅|供地|许昌市政府（钢铁工业任务3）"], document.Table("请求协调的问题"));
    }

    [Fact]
    public void Submission_NamesUnitsWithPlanAndTask_AndRanksThemByWhatTheyReported() => Assert.Equal(
        ["应报送12份，已报送10份，报送率83.3%；按时报送9份，按时率75%。逾期报送1份：郑州市政府（电子信息产业任务1，4月13日，宽限期内）。"
        + "未报2份：省商务厅（电子信息产业任务2）；省工业和信息化厅（钢铁工业行业指标）。",
            "按报送率、按时率、充实率依次比较应报3份以上的2个单位，第1位郑州市政府；第2位省工业和信息化厅（报送率66.7%，按时率66.7%）。"],
        document.Section("报送情况"));

    [Fact]
    public void Projects_AreComparedByGroup_WithANamedExample() => Assert.Equal(
        [
            "纳入统计的1个项目，开工1个，开工率100%（在建1个）。年度计划投资2亿元，累计完成5000万元，占25%，与序时进度持平。",
            "高成长性产业：纳入统计的1个项目，开工1个，开工率100%（在建1个）。年度计划投资2亿元，累计完成5000万元，占25%，与序时进度持平。其中，甲项目累计完成5000万元，占其年度计划的25%。",
        ],
        document.Section("重点项目"));

    private static Document Compose()
    {
        var automotive = Given.Plan(
            tasks: [Given.Task(1, Given.Report(projects: [new("P1", ProjectStage.UnderConstruction, 20000m, 5000m)])), Given.Task(2), Given.Task(3)],
            projects: ["甲项目"]);
        var electronics = Given.Plan(
            tasks: [Given.Task(1, Given.Report(percent: 22m, arrival: Arrival.Grace)), Given.Task(2, Given.Missing()), Given.Task(3)],
            indicators: Given.Indicators(Given.Figure("T07", 400m, "亿元")),
            id: "electronics",
            industry: "电子信息产业");
        var steel = Given.Plan(
            tasks:
            [
                Given.Task(1),
                Given.Task(2),
                Given.Task(3, Given.Report("xuchang", 25m, SelfRating.Blocked, problems: [new(ProblemKind.Land, "缺地", "供地", "land")])),
            ],
            indicators: Given.Missing("industry") with { Task = null },
            id: "steel",
            industry: "钢铁工业");
        return ComposeIssue.Compose(Given.Snapshot(automotive, Given.Q1, OverallBulletin.Id, electronics, steel));
    }
}
