using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Problems;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins;

/// <summary>What an issue over all plans tells whoever decides on it.</summary>
public sealed class OverallReadingTests
{
    [Fact]
    public void Growth_IsSaidOfThoseThatFell_WhereLastYearIsKnown()
    {
        var fallen = Plan("steel", "钢铁工业", 400m, lastYear: 500m);
        var document = Compose(Given.Q1, Plan("automotive", "汽车产业", 600m, lastYear: 500m), fallen, Plan("textile", "纺织工业", 600m, lastYear: null));

        Assert.EndsWith("与上年同期相比，有同期数的2个计划中，主要指标下降的1个（钢铁工业20%）。", document.Section("总体进展")[0], StringComparison.Ordinal);
        Assert.Contains("低于序时进度7.6个百分点，同比下降20%，亮红灯。", document.Section("需要协调推进的计划")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Correction_OfAPrintedFigure_SaysWhatFollows_AndThoseOfProjectsOnlyThatSumsChange()
    {
        var plan = Given.Plan(projects: "甲项目");
        CorrectedFigure[] corrections =
        [
            Corrected("T07", "figures[T07].value", "423.4亿元", "532.4亿元"),
            Corrected("T05", "figures[T05].value", "12万辆", "13万辆"),
            Corrected("P1", "projects[P1].cumulativeInvestment", "918万元", "9180万元"),
        ];
        var document = ComposeIssue.Compose(Given.Snapshot(plan, Given.Q2, OverallBulletin.Id, Plan("steel", "钢铁工业", 1200m)) with { Since = Since(corrections) });

        Assert.EndsWith("更正已发布数据1处。", document.Paragraphs()[0], StringComparison.Ordinal);
        Assert.Equal(
            [
                "第1期（2012年4月28日）所载汽车产业一季度主营业务收入“423.4亿元”应为“532.4亿元”，完成年度目标的比例由18.4%改为23.1%，由亮红灯改为亮黄灯。填报单位说明：小数点误置。",
                "第1期（2012年4月28日）所载重点项目的汇总数据含1处更正前的项目数据（汽车产业），以本期汇总数据为准。",
                "以上更正已经办公室审核，已发布的各期不作改动，有关数据以本期为准。",
            ],
            document.Section("更正"));
    }

    [Fact]
    public void Notes_CountOnlyTheFiguresOfTheTable()
    {
        var final = Given.Plan(indicators: Given.Indicators(Given.Figure("T07", 600m, "亿元", preliminary: false), Given.Figure("T05", 18m, "万辆")));

        Assert.Contains("主要指标均为快报数，以年报数为准。", Compose(Given.Q1, Given.Plan(), Plan("steel", "钢铁工业", 600m)).Notes(), StringComparison.Ordinal);
        Assert.Contains("1项主要指标为快报数，以年报数为准。", Compose(Given.Q1, final, Plan("steel", "钢铁工业", 600m)).Notes(), StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_StandInOneOrderEverywhere_MostAskedFirst_ThenByCatalogue()
    {
        var plan = Given.Plan(tasks:
        [
            Given.Task(1, Given.Report(problems: [new(ProblemKind.Market, "出口受阻", "组织企业开拓国内市场", "commerce")])),
            Given.Task(2, Given.Report(problems: [new(ProblemKind.Land, "缺地", "安排用地指标286亩", "land"), new(ProblemKind.Land, "组卷待批", "优先审查", "land")])),
            Given.Task(3, Given.Report("hebi", problems: [new(ProblemKind.Funds, "贷款未到位", "协调贷款", "industry")])),
        ]);
        var document = Compose(Given.Q1, plan, Plan("steel", "钢铁工业", 600m));

        Assert.StartsWith("各单位反映问题4个：土地2个、资金1个、市场1个。其中请求协调4个：省国土资源厅2个、省工业和信息化厅1个、省商务厅1个。", document.Section("存在问题")[0], StringComparison.Ordinal);
        Assert.Equal(
            [
                "省国土资源厅|安排用地指标286亩|郑州市政府（汽车产业任务2）",
                "|优先审查|郑州市政府（汽车产业任务2）",
                "省工业和信息化厅|协调贷款|鹤壁市政府（汽车产业任务3）",
                "省商务厅|组织企业开拓国内市场|郑州市政府（汽车产业任务1）",
            ],
            document.Table("请求协调的问题"));
        Assert.StartsWith("请省国土资源厅、省工业和信息化厅、省商务厅对请求协调的问题（见表3）逐项提出办理意见，于本期印发后10个工作日内送办公室。", document.Section("下一步工作")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Ledger_AddsUp_AndSaysOfWhomOlderProblemsAskHelp()
    {
        Assert.Equal(
            "各单位未反映需协调解决的问题。问题台账：本期新增1个，在办4个，其中一季度提出3个。往期提出、仍在办理的问题中，请求协调的省国土资源厅2个，未写明协调单位的1个。",
            ComposeIssue.Compose(Ledger()).Section("存在问题")[0]);
    }

    [Fact]
    public void Ranking_NamesTheRankOnce_ForUnitsThatShareIt()
    {
        var plan = Given.Plan(tasks:
        [
            .. Enumerable.Range(1, 3).SelectMany(n => (TaskFacts[])[Given.Task(n, Given.Report(), Given.Missing("hebi"), Given.Missing("commerce"))]),
        ]);

        Assert.Equal(
            "按报送率、按时率、充实率依次比较应报3份以上的3个单位，第1位郑州市政府；并列第2位的鹤壁市政府（报送率0%，按时率0%）、省商务厅（报送率0%，按时率0%）。",
            Compose(Given.Q1, plan, Plan("steel", "钢铁工业", 600m) with { Tasks = [] }).Section("报送情况")[1]);
    }

    [Fact]
    public void Notes_SayWhatIsUndecided_OnceAYear_WhereTheReasonIsShort()
    {
        var plan = Given.Plan(tasks:
        [
            Given.Task(1),
            Given.Marked(2, [new Mark(MarkKind.NeedsDecision, "行号8为推定，参加单位是否止于科技厅，请核定。")]),
            Given.Marked(3, [new Mark(MarkKind.NeedsDecision, new string('长', 41) + "，请核定。")]),
        ]);

        Assert.Contains("任务表待核定的内容：任务2（行号8为推定，参加单位是否止于科技厅）；任务3。", ComposeIssue.Compose(Given.Snapshot(plan)).Notes(), StringComparison.Ordinal);
        Assert.DoesNotContain("待核定", ComposeIssue.Compose(Given.Snapshot(plan, Given.Q2)).Notes(), StringComparison.Ordinal);
    }

    /// <summary>Problems of two quarters, open, asked, and one that asks help of nobody.</summary>
    public static Snapshot Ledger()
    {
        var plan = Given.Plan() with
        {
            Ledger =
            [
                NewReports.Problem("P-1", ProblemState.Open, Given.Q1),
                NewReports.Problem("P-2", ProblemState.Asked, Given.Q1, due: new DateOnly(2012, 5, 20)),
                NewReports.Problem("P-3", ProblemState.Open, Given.Q1) with { AskedOf = null },
                NewReports.Problem("P-4", ProblemState.Open, Given.Q2),
            ],
        };
        var snapshot = Given.Snapshot(plan, Given.Q2, OverallBulletin.Id);
        return snapshot with { Units = [.. snapshot.Units, new UnitFacts("land", "省国土资源厅", false)] };
    }

    private static Document Compose(Period period, PlanFacts plan, params PlanFacts[] more) =>
        ComposeIssue.Compose(Given.Snapshot(plan, period, OverallBulletin.Id, more));

    private static PlanFacts Plan(string id, string industry, decimal revenue, decimal? lastYear = null) =>
        Given.Plan(indicators: Given.Indicators(Given.Figure("T07", revenue, "亿元", lastYear)), id: id, industry: industry);

    private static ChangesSince Since(IReadOnlyList<CorrectedFigure> corrections) => NewReports.Correction().Since is { } since
        ? since with { Corrections = corrections, Supplied = [] }
        : throw new InvalidOperationException("No changes.");

    private static CorrectedFigure Corrected(string subject, string field, string published, string now)
    {
        var first = NewReports.Correction().Since?.Corrections[0] ?? throw new InvalidOperationException("No correction.");
        return first with { Subject = subject, Field = field, Published = published, Corrected = now, Reason = "小数点误置" };
    }
}
