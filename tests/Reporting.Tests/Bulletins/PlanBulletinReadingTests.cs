using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;

namespace Reporting.Tests.Bulletins;

/// <summary>What a reader of whole issues stumbled over, once each.</summary>
public sealed class PlanBulletinReadingTests
{
    [Fact]
    public void Opening_SaysFirstWhatNeedsADecision()
    {
        var document = Compose(Given.Plan(
            tasks:
            [
                Given.Task(1),
                Given.Task(2, Given.Report("xuchang", 10m, SelfRating.Blocked, problems: [new(ProblemKind.Land, "缺地", "供地", "land")])),
                Given.Task(3),
            ],
            indicators: Given.Indicators(Given.Figure("T07", 400m, "亿元"), Given.Figure("T05", 16m, "万辆"))));

        Assert.Equal(
            "截至3月底，3项任务中，2项按序时推进，1项受阻（任务2）。主要指标中，主营业务收入亮红灯，整车产量亮黄灯。请求协调的问题1个：请省国土资源厅支持“供地”（许昌市政府）。"
            + "应报送进展4份（3项重点任务3份、行业指标1份），均按时报送。",
            document.Paragraphs()[0]);
    }

    [Fact]
    public void Task_CountsAUnitThatCaughtUp_AmongThoseOnSchedule()
    {
        var document = ComposeIssue.Compose(Given.Snapshot(
            Given.Plan(tasks:
            [
                Given.Task(
                    1,
                    Given.Report(percent: 50m),
                    Given.Report("hebi", 49m, earlier: Given.Earlier(unit: "hebi", percent: 10m)),
                    Given.Report("xuchang", 44m)),
            ]),
            Given.Q2));

        Assert.StartsWith(
            "（一）郑州百万辆汽车基地建设（任务1，郑州市政府、鹤壁市政府、许昌市政府牵头）。3个牵头单位中，2个基本按序时推进"
            + "（其中鹤壁市政府完成49%，低于序时进度1个百分点，自评正常，由一季度的红灯转为绿灯）；许昌市政府完成44%，低于序时进度6个百分点，自评正常，亮黄灯。",
            document.Section("重点任务进展")[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public void TaskTable_JoinsTheCellsOfATaskWithSeveralLeads()
    {
        var table = Compose(Given.Plan(tasks: [Given.Task(1, Given.Report(), Given.Report("hebi"))])).Blocks.OfType<TableBlock>()
            .Single(t => t.Caption.Text.Contains("重点任务进展", StringComparison.Ordinal));

        Assert.Equal([false, false, false, false, false, false], table.Rows[0].Cells.Select(c => c.ContinuesAbove));
        Assert.Equal([true, true, false, false, false, false], table.Rows[1].Cells.Select(c => c.ContinuesAbove));
    }

    [Fact]
    public void Projects_ComeHeldUpFirst_ThenNotStarted_ThenSlowest()
    {
        ProjectUpdate[] updates =
        [
            new("P1", ProjectStage.UnderConstruction, 10000m, 2000m),
            new("P2", ProjectStage.NotStarted, 10000m, 0m),
            new("P3", ProjectStage.UnderConstruction, 10000m, 1000m),
            new("P4", ProjectStage.UnderConstruction, 10000m, 9000m, ProblemKind.Funds),
        ];
        var document = Compose(Given.Plan(tasks: [Given.Task(1, Given.Report(projects: updates))], projects: ["甲(一期)", "乙", "丙", "丁"]));

        Assert.Equal(
            ["丁|在建|10000|9000|资金", "乙|未开工|10000|0|—", "丙|在建|10000|1000|—", "甲（一期）|在建|10000|2000|—"],
            document.Table("需关注的重点项目"));
    }

    [Fact]
    public void Projects_KeepTheColumnOfUnits_WhereSeveralReport()
    {
        var document = Compose(Given.Plan(
            tasks:
            [
                Given.Task(1, Given.Report(projects: [new("P1", ProjectStage.NotStarted, 100m, 0m)])),
                Given.Task(2, Given.Report("hebi", projects: [new("P2", ProjectStage.NotStarted, 100m, 0m)])),
            ],
            projects: ["甲", "乙"]));

        Assert.Equal(["甲|郑州市政府|未开工|100|0", "乙|鹤壁市政府|未开工|100|0"], document.Table("需关注的重点项目"));
        Assert.StartsWith("纳入统计的2个项目", document.Section("重点项目")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProblemKind.Land, "郑州市政府反映土地问题1个；请求省国土资源厅协调1个。", "请省国土资源厅对郑州市政府反映的土地问题提出办理意见，于本期印发后10个工作日内送办公室。")]
    [InlineData(ProblemKind.Other, "郑州市政府反映问题1个；请求省国土资源厅协调1个。", "请省国土资源厅对郑州市政府反映的问题提出办理意见，于本期印发后10个工作日内送办公室。")]
    public void OneProblem_IsCountedOnce(ProblemKind kind, string summary, string demand)
    {
        var document = Compose(Given.Plan(tasks: [Given.Task(1, Given.Report(problems: [new(kind, "缺地", "供地", "land")]))]));

        Assert.Equal(summary, document.Section("存在问题")[0]);
        Assert.Equal(demand, document.Section("下一步工作")[0]);
    }

    private static Document Compose(PlanFacts plan) => ComposeIssue.Compose(Given.Snapshot(plan));
}
