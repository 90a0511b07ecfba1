using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Problems;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins;

/// <summary>After the fourth quarter the year's target is the measure: nothing is 序时 any more, and what is left is named.</summary>
public sealed class YearEndReadingTests
{
    private static readonly Period q4 = new(2012, 4);

    [Fact]
    public void Progress_IsMeasuredByTheTarget_InTextTableAndNotes()
    {
        var document = ComposeIssue.Compose(AtYearsEnd(Given.Plan(
            tasks: [Given.Task(1, Given.Report(percent: 100m)), Given.Task(2, Given.Report(percent: 97m)), Given.Task(3, Given.Report(percent: 80m))],
            indicators: Given.Indicators(Given.Figure("T07", 2412.6m, "亿元"), Given.Figure("T05", 60m, "万辆")))));

        Assert.Equal("截至12月底，3项任务中，1项完成，1项基本完成，1项未完成。主要指标中，整车产量（完成85.7%）未实现年度目标。应报送进展4份（3项重点任务3份、行业指标1份），均按时报送。", document.Paragraphs()[0]);
        Assert.Equal(
            "全年，主营业务收入累计2412.6亿元（快报数），完成年度目标（超过2300亿元）的104.9%，超出年度目标4.9个百分点。"
            + "整车产量累计60万辆（快报数），完成年度目标（70万辆）的85.7%，低于年度目标14.3个百分点。",
            document.Section("总体进展")[0]);
        Assert.Equal(["主营业务收入|超过2300亿元|2412.6亿元|104.9%|+4.9|绿", "整车产量|70万辆|60万辆|85.7%|−14.3|黄"], document.Table("主要指标完成情况"));
        Assert.Contains(document.Blocks.OfType<TableBlock>().SelectMany(t => t.Columns), column => column.Head == "比目标\n（百分点）");
        Assert.Contains("年末应完成100%；完成率低于85%、自评受阻或逾期未报的亮红灯，低于95%或自评滞后的亮黄灯，其余亮绿灯。", document.Notes(), StringComparison.Ordinal);
        Assert.DoesNotContain("序时", document.Text(), StringComparison.Ordinal);
        Assert.All(Assert.IsType<CompletionChart>(document.Figure("主要指标").Chart).Rows, row => Assert.Null(row.Due));
    }

    [Fact]
    public void Overall_CountsPlansByTheTargetsWords_AndNamesWhatIsNotStarted()
    {
        var document = ComposeIssue.Compose(Overall());

        Assert.Equal("以各计划主要指标（表1）比较，2个计划中，1个实现年度目标，1个未实现年度目标。", document.Section("总体进展")[0]);
        Assert.Equal(
            "纳入统计的3个项目，开工1个，开工率33.3%（投产1个）。年度计划投资6.14亿元，累计完成1.2亿元，占19.5%。"
            + "年末仍未开工的项目2个：郑州内销中心项目（郑州市政府报送，因用工问题）；丙项目（郑州市政府报送，未报制约原因）。因用工问题受制约的项目1个。",
            document.Section("重点项目")[0]);
        Assert.DoesNotContain("序时", document.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Demands_AreStillMade_WithTheirOwnDeadline_WhenNoReportFollows()
    {
        var document = ComposeIssue.Compose(AtYearsEnd(Given.Plan(
            tasks: [Given.Task(1), Given.Task(2, Given.Missing()), Given.Task(3, Given.Report(percent: 100m, problems: [new(ProblemKind.Funds, "贷款未落实", "协调贷款", null)]))],
            indicators: Given.Indicators(Given.Figure("T07", 2412.6m, "亿元")))));

        Assert.Contains(
            "请省商务厅于本期印发后10个工作日内补报全年进展，并说明未报原因。请郑州市政府明确所反映资金问题的协调单位，于本期印发后10个工作日内报办公室。",
            document.Section("下一步工作"));
        Assert.DoesNotContain(document.Section("下一步工作"), paragraph => paragraph.StartsWith("各牵头单位", StringComparison.Ordinal));
    }

    [Fact]
    public void Annual_ListsWhatIsCarriedOver_AndGivesNoRate_WhenNothingIsClosed()
    {
        var document = ComposeIssue.Compose(CarriedOver());

        Assert.Equal(
            [
                "全年列入台账的问题2个，均未办结，转入下年继续办理。",
                "往期提出、仍在办理的问题2个：郑州市政府（任务1）一季度反映的土地问题（用地指标未落实），请求省国土资源厅协调；郑州市政府（任务1）二季度反映的问题（航班舱位不足）。",
            ],
            document.Section("问题办理情况").Take(2));
    }

    /// <summary>A year with two problems that stand at its end.</summary>
    public static Snapshot CarriedOver()
    {
        var plan = NewReports.Annual().Plans[0] with
        {
            Ledger = [NewReports.Problem("P-1", ProblemState.Open, Given.Q1), NewReports.Problem("P-2", ProblemState.Open, Given.Q2) with { AskedOf = null, Text = "航班舱位不足。", Kind = ProblemKind.Other }],
        };
        var snapshot = NewReports.Annual() with { Plans = [plan] };
        return snapshot with { Units = [.. snapshot.Units, new UnitFacts("land", "省国土资源厅", false)] };
    }

    /// <summary>A target met, one only reached; two projects not started, one of them without a reason.</summary>
    public static Snapshot Overall()
    {
        var met = Given.Plan(
            tasks:
            [
                Given.Task(1, Given.Report(percent: 100m, projects:
                [
                    new("P1", ProjectStage.NotStarted, 31600m, 0m, ProblemKind.Labour),
                    new("P2", ProjectStage.InProduction, 10000m, 12000m),
                    new("P3", ProjectStage.NotStarted, 19800m, 0m),
                ])),
            ],
            indicators: Given.Indicators(Given.Figure("T07", 2412.6m, "亿元")),
            projects: ["郑州内销中心项目", "乙项目", "丙项目"]);
        // 超过2300亿元 asks for more than 2300亿元.
        var level = Given.Plan(indicators: Given.Indicators(Given.Figure("T07", 2300m, "亿元")), id: "steel", industry: "钢铁工业");

        return AtYearsEnd(met, OverallBulletin.Id, level);
    }

    private static Snapshot AtYearsEnd(PlanFacts plan, IssueKind? kind = null, params PlanFacts[] more)
    {
        var snapshot = Given.Snapshot(plan, q4, kind, more);
        return snapshot with { Dates = snapshot.Dates with { NextDue = null } };
    }
}
