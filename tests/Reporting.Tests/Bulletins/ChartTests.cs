using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;

namespace Reporting.Tests.Bulletins;

public sealed class ChartTests
{
    private static readonly EntryFigure[] Figures = [Given.Figure("T07", 600m, "亿元"), Given.Figure("T05", 18m, "万辆")];

    [Fact]
    public void Bulletin_ShowsEveryTarget_WithItsFigureAndPace()
    {
        var figure = ComposeIssue.Compose(Given.Snapshot()).Figure("主要指标完成年度目标情况");

        Assert.Equal("图1　主要指标完成年度目标情况", figure.Caption.Text);
        Assert.Equal(
            [("主营业务收入", 26.1m, 25m, "600亿元（26.1%）"), ("整车产量", 25.7m, 25m, "18万辆（25.7%）")],
            Assert.IsType<CompletionChart>(figure.Chart).Rows.Select(r => (r.Name.Text, r.Completion ?? -1m, r.Due ?? -1m, r.Value.Text)));
        Assert.Equal(
            "条形图，显示一季度主要指标完成年度目标的比例：主营业务收入26.1%，高于序时进度1.1个百分点；整车产量25.7%，高于序时进度0.7个百分点。",
            figure.Alternative.Text);
    }

    [Fact]
    public void Chart_StandsAfterTheTable_ThatItShows()
    {
        var blocks = ComposeIssue.Compose(Given.Snapshot()).Blocks.ToList();
        var at = blocks.FindIndex(b => b is FigureBlock);

        Assert.Contains("主要指标完成情况", Assert.IsType<TableBlock>(blocks[at - 1]).Caption.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_HasNoPace_WhereNothingIsDueByNow()
    {
        var plan = Given.Plan(targets: [Given.Revenue(), Given.Capacity()], indicators: Given.Indicators(Given.Figure("T07", 600m, "亿元"), Given.Figure("T06", 90m, "万辆")));

        var chart = Assert.IsType<CompletionChart>(ComposeIssue.Compose(Given.Snapshot(plan)).Figure("主要指标").Chart);

        Assert.Equal([25m, null], chart.Rows.Select(r => r.Due));
        Assert.Equal("90万辆（75.0%）", chart.Rows[1].Value.Text);
    }

    [Fact]
    public void Chart_SaysWhichFigureIsMissing_AndLeavesOutWhatIsNotCompared()
    {
        var plan = Given.Plan(
            targets: [Given.Revenue(), Given.Output(), Given.Capacity(), Given.Brands()],
            indicators: Given.Indicators([.. Figures, Given.Figure("T04", 1m, "家")]));

        var figure = ComposeIssue.Compose(Given.Snapshot(plan)).Figure("主要指标");

        Assert.Equal([26.1m, 25.7m, null], Assert.IsType<CompletionChart>(figure.Chart).Rows.Select(r => r.Completion));
        Assert.Equal(["主营业务收入", "整车产量", "整车产能"], Assert.IsType<CompletionChart>(figure.Chart).Rows.Select(r => r.Name.Text));
        Assert.EndsWith("；整车产能未报。", figure.Alternative.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Issue_HasNoChart_WhereThereIsOneFigure()
    {
        var plan = Given.Plan(indicators: Given.Indicators(Given.Figure("T07", 600m, "亿元")));

        Assert.Empty(ComposeIssue.Compose(Given.Snapshot(plan)).Blocks.OfType<FigureBlock>());
    }

    [Fact]
    public void Stages_AreShown_FarthestFirst()
    {
        var plan = Given.Plan(
            tasks: [Given.Task(1, Given.Report(projects: [At("P1", ProjectStage.NotStarted), At("P2", ProjectStage.UnderConstruction), At("P3", ProjectStage.UnderConstruction), At("P4", ProjectStage.InProduction)]))],
            projects: ["甲", "乙", "丙", "丁"]);

        var figure = ComposeIssue.Compose(Given.Snapshot(plan)).Figure("重点项目阶段分布");

        var chart = Assert.IsType<StageChart>(figure.Chart);
        Assert.Equal(["投产", "竣工", "在建", "未开工"], chart.Stages);
        Assert.Equal([1, 0, 2, 1], Assert.Single(chart.Rows).Counts.Select(c => c.Count));
        Assert.Equal("共4个", chart.Rows[0].Total.Text);
        Assert.Equal("图2　重点项目阶段分布", figure.Caption.Text);
        Assert.Equal("条形图，显示重点项目按阶段的分布：投产1个、在建2个、未开工1个，共4个。", figure.Alternative.Text);
    }

    [Fact]
    public void Stages_AreNotShown_WhereAllProjectsAreAtOne()
    {
        var plan = Given.Plan(
            tasks: [Given.Task(1, Given.Report(projects: [At("P1", ProjectStage.UnderConstruction), At("P2", ProjectStage.UnderConstruction)]))],
            projects: ["甲", "乙"]);

        Assert.DoesNotContain(ComposeIssue.Compose(Given.Snapshot(plan)).Blocks.OfType<FigureBlock>(), f => f.Chart is StageChart);
    }

    [Fact]
    public void HalfYear_ShowsWhatEachQuarterDid()
    {
        var figure = HalfYear(Given.Figure("T07", 1058m, "亿元"), Given.Figure("T05", 31.5m, "万辆")).Figure("分季度");

        // 575 and 1058 of 2300 are 25 % and 46 %; 14 and 31.5 of 70 are 20 % and 45 %.
        var chart = Assert.IsType<QuarterChart>(figure.Chart);
        Assert.Equal(["一季度", "二季度"], chart.Quarters);
        Assert.Equal([25m, 21m, 20m, 25m], chart.Groups.SelectMany(g => g.Columns).Select(c => c.Percent));
        Assert.Equal(["25.0%", "21.0%", "20.0%", "25.0%"], chart.Groups.SelectMany(g => g.Columns).Select(c => c.Text.Text));
        Assert.Equal(
            "柱形图，显示主要指标各季度完成年度目标的比例：主营业务收入一季度完成25%，二季度完成21%；整车产量一季度完成20%，二季度完成25%。",
            figure.Alternative.Text);
    }

    [Fact]
    public void HalfYear_ShowsAQuarterThatTookBack_BelowZero()
    {
        var chart = Assert.IsType<QuarterChart>(HalfYear(Given.Figure("T07", 552m, "亿元"), Given.Figure("T05", 31.5m, "万辆")).Figure("分季度").Chart);

        Assert.Equal((-1m, "−1.0%"), (chart.Groups[0].Columns[1].Percent, chart.Groups[0].Columns[1].Text.Text));
    }

    [Fact]
    public void HalfYear_ShowsTargetsAgainstPace_WhereTheFirstQuarterIsNotKnown()
    {
        var document = ComposeIssue.Compose(Given.Snapshot(Given.Plan(), Given.Q2, HalfYearSummary.Id));

        Assert.IsType<CompletionChart>(Assert.Single(document.Blocks.OfType<FigureBlock>()).Chart);
    }

    [Fact]
    public void Overall_ComparesPlansAndGroups()
    {
        var automotive = Given.Plan(tasks: [Given.Task(1, Given.Report(projects: [At("P1", ProjectStage.Completed)]))], projects: "甲");
        var steel = Given.Plan(id: "steel", industry: "钢铁产业", indicators: Given.Indicators(Given.Figure("T07", 460m, "亿元")));
        var snapshot = Given.Snapshot(automotive, Given.Q1, OverallBulletin.Id, steel);

        var figure = ComposeIssue.Compose(snapshot).Figure("各计划");

        Assert.Equal(
            [("汽车产业", 26.1m, "26.1%"), ("钢铁产业", 20m, "20.0%")],
            Assert.IsType<CompletionChart>(figure.Chart).Rows.Select(r => (r.Name.Text, r.Completion ?? -1m, r.Value.Text)));
        Assert.Equal("条形图，显示一季度各计划主要指标完成年度目标的比例：汽车产业26.1%，高于序时进度1.1个百分点；钢铁产业20%，低于序时进度5个百分点。", figure.Alternative.Text);
        Assert.Single(ComposeIssue.Compose(snapshot).Blocks.OfType<FigureBlock>());
    }

    [Fact]
    public void Overall_ShowsStagesByGroup_WhereTwoHaveProjects()
    {
        var automotive = Given.Plan(tasks: [Given.Task(1, Given.Report(projects: [At("P1", ProjectStage.Completed)]))], projects: "甲");
        var steel = Given.Plan(id: "steel", industry: "钢铁产业", tasks: [Given.Task(1, Given.Report(projects: [At("P1", ProjectStage.NotStarted), At("P2", ProjectStage.InProduction)]))], projects: ["乙", "丙"]);
        var snapshot = Given.Snapshot(automotive, Given.Q1, OverallBulletin.Id, steel) with
        {
            Groups = [new GroupFacts("growth", "高成长性产业", ["automotive"]), new GroupFacts("traditional", "传统优势产业", ["steel"])],
        };

        var figure = ComposeIssue.Compose(snapshot).Figure("各类产业重点项目阶段分布");

        Assert.Equal(
            ["高成长性产业 0 1 0 0 共1个", "传统优势产业 1 0 0 1 共2个"],
            Assert.IsType<StageChart>(figure.Chart).Rows.Select(r => $"{r.Name.Text} {string.Join(' ', r.Counts.Select(c => c.Count))} {r.Total.Text}"));
        Assert.Equal("条形图，显示各类产业重点项目按阶段的分布：高成长性产业竣工1个，共1个；传统优势产业投产1个、未开工1个，共2个。", figure.Alternative.Text);
    }

    [Theory]
    [InlineData(79_000_000_000_000_000)]
    [InlineData(-500)]
    [InlineData(0)]
    public void Pdf_IsWritten_WhateverFigureWasPosted(long posted)
    {
        var renderer = new PdfRenderer(new FontOptions().Load(AppContext.BaseDirectory));
        foreach (var document in (Document[])
            [
                ComposeIssue.Compose(Given.Snapshot(Given.Plan(indicators: Given.Indicators(Given.Figure("T07", posted, "亿元"), Given.Figure("T05", posted, "万辆"))))),
                HalfYear(Given.Figure("T07", posted, "亿元"), Given.Figure("T05", posted, "万辆")),
            ])
        {
            Assert.Contains(document.Blocks, b => b is FigureBlock);
            Assert.NotEmpty(renderer.Render(document));
        }
    }

    private static Document HalfYear(params EntryFigure[] figures)
    {
        EarlierReport[] earlier = [Given.Earlier(null, "industry", null, null, Given.Figure("T07", 575m, "亿元"), Given.Figure("T05", 14m, "万辆"))];
        return ComposeIssue.Compose(Given.Snapshot(Given.Plan(indicators: Given.Indicators(null, earlier, figures)), Given.Q2, HalfYearSummary.Id));
    }

    private static ProjectUpdate At(string project, ProjectStage stage) => new(project, stage, 1000m, 500m);
}
