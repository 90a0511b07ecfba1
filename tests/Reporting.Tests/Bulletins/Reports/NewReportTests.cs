using Reporting.Bulletins;
using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Problems;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins.Reports;

/// <summary>The reports of the year's end, of inspections and of corrections, as their readers read them.</summary>
public sealed class NewReportTests
{
    [Fact]
    public void Annual_SaysFirstWhichTargetsWereMet_AndWhichTasksWereNotFinished()
    {
        var opening = ComposeIssue.Compose(NewReports.Annual()).Paragraphs()[0];

        Assert.Equal(
            "2012年，2项主要指标中，1项实现年度目标，1项未实现（整车产量完成年度目标的97.7%）；3项任务中，1项完成，1项未完成，1项因未报亮红灯。"
            + "四季度应报送进展4份（3项重点任务3份、行业指标1份），按时报送3份，未报1份（省商务厅）。",
            opening);
    }

    [Fact]
    public void Annual_TakesTheLastQuartersCumulativeFigure_AndAddsNothingUp()
    {
        var document = ComposeIssue.Compose(NewReports.Annual());

        Assert.Contains("主营业务收入累计2412.6亿元，完成年度目标（超过2300亿元）的104.9%，实现年度目标，同比增长21.8%。", document.Section("目标完成情况")[0], StringComparison.Ordinal);
        Assert.Contains("整车产量累计68.4万辆（快报数），完成年度目标（70万辆）的97.7%，未实现年度目标，相差1.6万辆。", document.Section("目标完成情况")[0], StringComparison.Ordinal);
        Assert.Equal("主营业务收入|超过2300亿元|523.4亿元|1092.6亿元|1730亿元|2412.6亿元|104.9%|21.8%", document.Table("主要指标全年完成情况")[0]);
    }

    [Fact]
    public void Annual_CountsReportsByQuarter()
    {
        var document = ComposeIssue.Compose(NewReports.Annual());

        Assert.Equal(["一季度|3|2|1|0|66.7%", "二季度|3|3|0|0|100.0%", "三季度|3|3|0|0|100.0%", "四季度|4|3|0|1|75.0%"], document.Table("各季度报送情况"));
        Assert.Equal("全年应报送13份，按时报送11份，逾期报送1份，未报1份，按时率84.6%。未报的是省商务厅1份。", document.Section("全年报送情况")[0]);
    }

    [Theory]
    [InlineData("超过", null, 2300, false)]
    [InlineData("超过", null, 2300.1, true)]
    [InlineData("突破", null, 2300, false)]
    [InlineData("逾", null, 2300, false)]
    [InlineData("达到", null, 2300, true)]
    [InlineData(null, null, 2300, true)]
    [InlineData(null, "以上", 2299.9, false)]
    [InlineData(null, "以内", 2300, true)]
    [InlineData(null, "以内", 2301, false)]
    [InlineData(null, "左右", 2300, null)]
    [InlineData("近", null, 2300, null)]
    public void Goal_IsJudgedByTheWordsPrintedWithIt(string? comparator, string? after, double figure, bool? met) =>
        Assert.Equal(met, Goal.Met(Given.Revenue() with { Comparator = comparator, ComparatorAfter = after }, (decimal)figure));

    [Fact]
    public void Inspection_TellsSites_Findings_AndHowFarTheMendingIs()
    {
        var document = ComposeIssue.Compose(NewReports.Inspection());

        Assert.Equal("办公室于7月3日至7月5日检查现场2处，发现问题2个，须整改2个，已整改1个，逾期未整改1个（郑州市政府）。", document.Paragraphs()[0]);
        Assert.Equal(
            [
                "（一）郑州日产二工厂（郑州市政府）。7月3日检查，省工业和信息化厅、省国土资源厅参加。总体进度符合计划。发现土地问题：二期用地未办证。"
                + "要求郑州市政府于7月20日前整改（整改中）。已组卷上报。发现问题：消防通道被占用。要求郑州市政府于7月15日前整改（7月10日已整改）。",
                "（二）许昌零部件园（许昌市政府）。7月5日检查。未发现问题。",
            ],
            document.Section("检查发现"));
        Assert.Equal("须整改的问题2个：已整改1个、整改中1个。逾期未完成整改1个（郑州市政府）。", document.Section("整改落实")[0]);
        Assert.Equal(["请郑州市政府尽快完成郑州日产二工厂的整改（限期7月20日，已逾期）：办理用地手续，整改结果报办公室。"], document.Section("下一步要求"));
    }

    [Fact]
    public void Inspection_NamesWhatIsLeftOfEarlierOnes_WithTheYearOfItsTerm()
    {
        var document = ComposeIssue.Compose(NewReports.Inspection() with
        {
            Issue = new IssueKey("henan-2012", new Period(2012, 4), InspectionReport.Id, "automotive"),
            FrozenAt = new DateTimeOffset(2013, 1, 28, 0, 5, 0, TimeSpan.FromHours(8)),
        });

        Assert.Equal(
            ["以往检查提出的整改事项2个，仍未完成1个：郑州日产二工厂办理用地手续（郑州市政府，限期2012年7月20日，整改中：已组卷上报）。"],
            document.Section("整改落实"));
        Assert.StartsWith("请郑州市政府尽快完成郑州日产二工厂的整改（限期2012年7月20日，已逾期）：", document.Section("下一步要求")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Inspection_WithoutARecord_SaysSo_AndIsShort()
    {
        var document = ComposeIssue.Compose(Given.Snapshot(Given.Plan(), Given.Q2, InspectionReport.Id));

        Assert.Equal("截至2012年4月26日，汽车产业上半年没有现场检查记录，本期只报告项目进展。", document.Paragraphs()[0]);
        Assert.DoesNotContain(document.Blocks.OfType<HeadingBlock>(), h => h.Text.Text.Contains("整改", StringComparison.Ordinal));
    }

    [Fact]
    public void Ranking_SharesAPlaceBetweenEquals_AndLeavesTheNextOut()
    {
        var document = ComposeIssue.Compose(NewReports.Ranking());

        Assert.Equal(
            ["1|甲产业集聚区|120亿元|20.0%|1|0", "2（并列）|乙产业集聚区|98亿元|40.0%|5|+3", "2（并列）|丙产业集聚区|98亿元|—|2|0", "4|丁产业集聚区|60亿元|−9.1%|—|—"],
            document.Table("排名"));
        Assert.Equal("2012年参加排名的产业集聚区4个，按主营业务收入排列，甲产业集聚区居第1位。与上年相比，名次上升的1个，未变的2个。没有上年名次的1个（丁产业集聚区）。", document.Paragraphs()[0]);
        Assert.Equal("乙产业集聚区由上年第5位升至并列第2位，上升3位。", document.Section("名次上升的产业集聚区")[0]);
    }

    [Fact]
    public void Correction_SaysWhatWasPrinted_WhatStands_AndWhy()
    {
        var text = ComposeIssue.Compose(NewReports.Correction()).Paragraphs();

        Assert.Equal(
            [
                "经核实，汽车产业行动计划已发布的通报中有2处数据有误，现更正如下：",
                "第1期（2012年4月28日）所载汽车产业一季度主营业务收入“523.4亿元”应为“532.4亿元”，完成年度目标的比例由22.8%改为23.1%。填报单位说明：百位后两位数字颠倒。",
                "第1期（2012年4月28日）所载郑州市政府（任务1）一季度完成进度“32%”已退回重报，尚无审核采用的数据。填报单位未说明原因。",
                "以上更正已经办公室审核，已发布的各期不作改动，有关数据以本期为准。",
            ],
            text);
    }

    [Fact]
    public void Bulletin_AnnouncesACorrection_AndNamesWhoReportedAfterTheLastIssue()
    {
        var document = ComposeIssue.Compose(NewReports.Correction() with { Issue = new IssueKey("henan-2012", Given.Q2, PlanBulletin.Id, "automotive") });

        Assert.EndsWith("更正已发布数据2处。", document.Paragraphs()[0], StringComparison.Ordinal);
        Assert.Equal(3, document.Section("更正").Count);
        Assert.Contains("上期编发后补报以前季度材料1份（许昌市政府），本期与以前季度比较时已采用。", document.Notes(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ledger_CountsNewClosedAndStandingProblems_AndRemindsOfOlderOnes()
    {
        var plan = Given.Plan() with
        {
            Ledger =
            [
                NewReports.Problem("P-1", ProblemState.Asked, Given.Q1, due: new DateOnly(2012, 4, 1)),
                NewReports.Problem("P-2", ProblemState.Closed, Given.Q1, closed: new DateOnly(2012, 4, 20)),
                NewReports.Problem("P-3", ProblemState.Open, Given.Q2),
            ],
        };
        var snapshot = Given.Snapshot(plan, Given.Q2);
        var document = ComposeIssue.Compose(snapshot with { Units = [.. snapshot.Units, new UnitFacts("land", "省国土资源厅", false)] });

        Assert.Equal(
            [
                "各单位未反映需协调解决的问题。问题台账：本期新增1个，办结1个（郑州市政府一季度反映的土地问题），在办2个，其中一季度提出1个。其中逾期未答复1个（省国土资源厅）。",
                "往期提出、仍在办理的问题1个：郑州市政府（任务1）一季度反映的土地问题（用地指标未落实），已请省国土资源厅办理。",
            ],
            document.Section("存在问题"));
    }
}
