using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins;

public sealed class PlanBulletinTests
{
    [Fact]
    public void Opening_SaysPlainly_WhenEverythingIsInOrder()
    {
        var document = Compose(Given.Plan());

        Assert.Equal("关于汽车产业2012年行动计划一季度进展情况的通报", document.Title);
        Assert.Equal(
            "截至3月底，3项任务均按序时推进。应报送进展4份（3项重点任务3份、行业指标1份），均按时报送。",
            document.Paragraphs()[0]);
    }

    [Fact]
    public void Opening_NamesTheLateAndTheMissing_AndCountsTasksByState()
    {
        var document = Compose(Given.Plan(tasks:
        [
            Given.Task(1, Given.Report(percent: 20m, arrival: Arrival.Grace)),
            Given.Task(2, Given.Missing()),
            Given.Task(3, Given.Report("hebi"), Given.Report("xuchang", 10m, SelfRating.Blocked), Given.Missing()),
        ]));

        Assert.Equal(
            "截至3月底，3项任务中，1项滞后，1项受阻（任务3），1项因未报亮红灯。有1项任务部分牵头单位未报。"
            + "应报送进展6份（3项重点任务5份、行业指标1份），按时报送3份，逾期报送1份（郑州市政府），未报2份（均为省商务厅）。",
            document.Paragraphs()[0]);
        Assert.Equal(
            "应报送6份，已报送4份，报送率66.7%；按时报送3份，按时率50%。逾期报送1份：郑州市政府（任务1，4月13日，宽限期内）。未报2份：省商务厅（任务2、任务3）。",
            Assert.Single(document.Section("报送情况")));
    }

    [Fact]
    public void Progress_ComparesWithTargetAndPace_InOneSentence()
    {
        var document = Compose(Given.Plan(
            targets: [Given.Revenue(), Given.Output(), Given.Capacity(), Given.Brands()],
            indicators: Given.Indicators(
                Given.Figure("T07", 523.40m, "亿元", lastYear: 412.7m),
                Given.Figure("T05", 18.2m, "万辆", preliminary: false),
                Given.Figure("T06", 96m, "万辆"),
                Given.Figure("T04", null, "家", why: "评审尚未开始。"))));

        Assert.Equal(
            "一季度，主营业务收入累计523.40亿元（快报数），完成年度目标（超过2300亿元）的22.8%，低于序时进度2.2个百分点，同比增长26.8%。"
            + "整车产量累计18.2万辆，完成年度目标（70万辆）的26%，高于序时进度1个百分点。"
            + "整车产能96万辆（快报数），为年度目标（120万辆）的80%。"
            + "新增中国驰名商标企业无数据，填报单位说明：评审尚未开始。",
            Assert.Single(document.Section("总体进展")));
        Assert.Equal(
            [
                "主营业务收入|超过2300亿元|523.40亿元|22.8%|−2.2|26.8%|黄",
                "整车产量|70万辆|18.2万辆|26.0%|+1.0|—|绿",
                "整车产能|120万辆|96万辆|80.0%|—|—|—",
                "新增中国驰名商标企业|1—2家|无数据|—|—|—|—",
            ],
            document.Table("主要指标完成情况"));
    }

    [Fact]
    public void Progress_SaysNothingOfGrowth_WhenLastYearIsUnknown()
    {
        var document = Compose(Given.Plan());

        Assert.DoesNotContain("同比", document.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("上年", document.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(document.Blocks.OfType<TableBlock>().SelectMany(t => t.Columns), column => column.Head == "同比");
    }

    [Fact]
    public void Progress_SaysNothingOfATarget_ThatTheReportDoesNotMention()
    {
        var document = Compose(Given.Plan(indicators: Given.Indicators(Given.Figure("T07", 600m, "亿元"))));

        Assert.DoesNotContain("整车产量", document.Section("总体进展")[0], StringComparison.Ordinal);
        Assert.Contains("整车产量|70万辆|未报|—|—|—", document.Table("主要指标完成情况"));
    }

    [Theory]
    [InlineData(ReportState.Missing, Arrival.Overdue, "省工业和信息化厅未报送一季度行业指标，主要指标完成情况不能评价。")]
    [InlineData(ReportState.Unreviewed, Arrival.OnTime, "省工业和信息化厅报送的行业指标已报未审，本期不列数据。")]
    [InlineData(ReportState.Returned, Arrival.OnTime, "省工业和信息化厅报送的行业指标退回后未重新报送，本期不列数据。")]
    public void Progress_IsOnePlainStatement_WhenTheFiguresCannotBeUsed(ReportState state, Arrival arrival, string expected)
    {
        var document = Compose(Given.Plan(indicators: Given.Unused("industry", state, arrival) with { Task = null }));

        Assert.Equal([expected], document.Section("总体进展"));
        Assert.DoesNotContain(document.Blocks.OfType<TableBlock>(), t => t.Caption.Text.Contains("主要指标", StringComparison.Ordinal));
        Assert.DoesNotContain("2300", document.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_TellOnlyWhatNeedsSaying_WithSelfRatingBesideTheLight()
    {
        var document = Compose(Given.Plan(tasks:
        [
            Given.Task(1),
            Given.Task(2, Given.Report("hebi", 19m, SelfRating.OnTrack, "受用工影响,\n进度放缓")),
            Given.Task(3, Given.Report(), Given.Report("xuchang", 10m, SelfRating.Blocked, "土地指标未落实。"), Given.Missing()),
        ]));

        Assert.Equal(
            [
                "3项任务亮灯情况：绿灯1项、红灯2项（见表2）；另有未报1份（省商务厅），单独亮红灯。",
                "（一）实施项目建设年活动（任务2，鹤壁市政府牵头）。完成19%，低于序时进度6个百分点，自评正常，亮红灯。受用工影响，进度放缓。",
                "（二）创新体系建设（任务3，郑州市政府、许昌市政府、省商务厅牵头）。3个牵头单位中，1个按序时推进；"
                    + "许昌市政府完成10%，低于序时进度15个百分点，自评受阻，亮红灯；省商务厅未报送一季度进展。许昌市政府报告：土地指标未落实。",
                "其他1项任务按序时推进。",
            ],
            document.Section("重点任务进展"));
        Assert.Equal(
            [
                "1|郑州百万辆汽车基地建设|郑州市政府|25%|正常|绿",
                "2|实施项目建设年活动|鹤壁市政府|19%|正常|红",
                "3|创新体系建设|郑州市政府|25%|正常|绿",
                "||许昌市政府|10%|受阻|红",
                "||省商务厅|未报|—|红",
            ],
            document.Table("重点任务进展"));
    }

    [Fact]
    public void Contributions_StandUnderTheirTask_InFewWordsWithTheirSource()
    {
        const string whole = "已核准立项。";
        var cut = "已拨付资金。" + new string('长', 80) + "。";
        var document = Compose(Given.Plan(tasks:
        [
            Given.Task(1) with { Contributions = [Given.Contribution("commerce", whole), Given.Contribution("land", cut)] },
            Given.Task(2),
            Given.Task(3, Given.Report("hebi", 19m)) with { Contributions = [Given.Contribution("commerce", " \n")] },
        ]));

        Assert.Equal(
            [
                "（一）创新体系建设（任务3，鹤壁市政府牵头）。完成19%，低于序时进度6个百分点，自评正常，亮红灯。一期厂房主体完工。",
                "（二）郑州百万辆汽车基地建设（任务1，郑州市政府牵头）。完成25%，自评正常，亮绿灯。一期厂房主体完工。"
                    + "参加单位配合情况：省商务厅报告，已核准立项。省国土资源厅报告，已拨付资金。",
                "其他1项任务按序时推进。",
            ],
            document.Section("重点任务进展").Skip(1));
        Assert.Contains(document.Runs(), r => r is { Text: whole, Trace: { Formula: null, Sources: ["contribution:2012Q1/automotive/R01/commerce@2#text"] } });
    }

    [Fact]
    public void Projects_AreCountedByStage_WithInvestmentAgainstPlan()
    {
        ProjectUpdate[] updates =
        [
            new("P1", ProjectStage.NotStarted, 20000m, 0m, ProblemKind.Land),
            new("P2", ProjectStage.UnderConstruction, 30000m, 12345.5m),
            new("P3", ProjectStage.InProduction, null, null),
        ];
        var document = Compose(Given.Plan(tasks: [Given.Task(1, Given.Report(projects: updates))], projects: ["甲项目", "乙项目", "丙项目"]));

        Assert.Equal(
            "据郑州市政府报送，纳入统计的3个项目，开工2个，开工率66.7%（在建1个、投产1个）。其中报送投资数的2个项目，年度计划投资5亿元，累计完成1.23455亿元，占24.7%，低于序时进度0.3个百分点。"
            + "因土地问题受制约的项目1个（甲项目）。",
            Assert.Single(document.Section("重点项目")));
        Assert.Equal(["甲项目|未开工|20000|0|土地"], document.Table("需关注的重点项目"));
    }

    [Fact]
    public void Problems_AreToldByKind_WithTheHelpAskedOfWhom()
    {
        var document = Compose(Given.Plan(tasks:
        [
            Given.Task(1, Given.Report(problems: [new(ProblemKind.Market, "订单减少", null, null)])),
            Given.Task(3, Given.Report("xuchang", problems: [new(ProblemKind.Land, "用地指标未落实。", "安排用地指标286亩。", "land")])),
        ]));

        Assert.Equal(
            [
                "各单位反映问题2个：土地1个、市场1个；请求省国土资源厅协调1个。",
                "（一）土地问题。许昌市政府（任务3）反映：用地指标未落实。请求省国土资源厅支持：安排用地指标286亩。",
                "（二）市场问题。郑州市政府（任务1）反映：订单减少。",
            ],
            document.Section("存在问题"));
    }

    [Fact]
    public void NextSteps_QuoteThoseBehind_AndSayWhoMustDoWhatByWhen()
    {
        var document = Compose(Given.Plan(
            tasks:
            [
                Given.Task(1),
                Given.Task(2, Given.Report("hebi", 19m, nextStep: "5月底前招工到位")),
                Given.Task(3, Given.Report("xuchang", 20m, nextStep: " "), Given.Missing()),
            ],
            indicators: Given.Indicators(Given.Figure("T07", 400m, "亿元"), Given.Figure("T05", 18m, "万辆"))));

        Assert.Equal(
            [
                "鹤壁市政府（任务2）：5月底前招工到位。",
                "请许昌市政府（任务3）提出加快进度的措施，于本期印发后10个工作日内报办公室。请省商务厅于本期印发后10个工作日内补报一季度进展，并说明未报原因。"
                    + "请省工业和信息化厅分析主营业务收入进度偏慢的原因，提出措施，于本期印发后10个工作日内报办公室。",
                "各牵头单位于7月10日前报送上半年进展。",
            ],
            document.Section("下一步工作"));
    }

    [Fact]
    public void Notes_NameWhatIsPreliminary_Unverified_AndReconstructed()
    {
        var document = Compose(Given.Plan(
            tasks:
            [
                Given.Task(1),
                Given.Marked(2, [new Mark(MarkKind.Reconstructed, "残损")]),
                Given.Task(3),
            ],
            targets: [Given.Revenue(new Mark(MarkKind.Unverified, "增速不一致")), Given.Output()],
            indicators: Given.Indicators(Given.Figure("T07", 600m, "亿元"), Given.Figure("T05", 18m, "万辆", preliminary: false))));

        Assert.Equal(
            "数据说明：数据取自截至2012年4月26日审核采用的报送材料。序时进度为25%；完成进度与序时进度之比低于85%、自评受阻或逾期未报的亮红灯，低于95%或自评滞后的亮黄灯，"
            + "其余亮绿灯。1项主要指标为快报数，以年报数为准。主营业务收入的规划增速与目标值不一致，标注“待核”，以目标值计算进度。"
            + "任务2的牵头单位、参加单位按通知附件表格分栏整理，以通知原文为准。",
            document.Notes());
        Assert.Contains("主营业务收入（待核）|超过2300亿元|600亿元|26.1%|+1.1|绿", document.Table("主要指标完成情况"));
    }

    [Fact]
    public void PlanWithoutAnyEntry_IsAPlainCorrectDocument()
    {
        var document = Compose(Given.Plan(
            tasks: [Given.Task(1, Given.Missing("zhengzhou")), Given.Task(2, Given.Missing("hebi")), Given.Task(3, Given.Missing("xuchang"))],
            indicators: Given.Missing("industry") with { Task = null }));

        Assert.Equal(
            [
                "截至3月底，3项任务均因未报亮红灯。应报送进展4份（3项重点任务3份、行业指标1份），均未报送。",
                "省工业和信息化厅未报送一季度行业指标，主要指标完成情况不能评价。",
                "3项任务亮灯情况：红灯3项（均因未报）（见表1）。",
                "未报送一季度进展的任务3项：郑州百万辆汽车基地建设（任务1，郑州市政府）；实施项目建设年活动（任务2，鹤壁市政府）；创新体系建设（任务3，许昌市政府）。",
                "经审核采用的报送中没有重点项目数据。",
                "没有经审核采用的报送，存在问题不明。",
                "应报送4份，已报送0份，报送率0%；按时报送0份，按时率0%。未报4份：郑州市政府（任务1）；鹤壁市政府（任务2）；许昌市政府（任务3）；省工业和信息化厅（行业指标）。",
                "请郑州市政府、鹤壁市政府、许昌市政府、省工业和信息化厅于本期印发后10个工作日内补报一季度进展，并说明未报原因。",
                "各牵头单位于7月10日前报送上半年进展。",
            ],
            document.Paragraphs());
    }

    [Fact]
    public void Masthead_HasNumberOfficeAndDate_OnceSigned()
    {
        var signed = Given.Snapshot().Sign(3, new DateOnly(2012, 4, 27), "张三", automatic: true) with { Demonstration = true };

        var document = ComposeIssue.Compose(signed);

        var masthead = Assert.IsType<MastheadBlock>(document.Blocks[0]);
        Assert.Equal(
            ("通报", "第 3 期", "省优化产业结构提升重点产业领导小组办公室", "2012年4月27日"),
            (masthead.Name, masthead.Number.Text, masthead.Office, masthead.Date.Text));
        Assert.Equal("演示数据", document.PageMark);
        Assert.Equal([typeof(NoteBlock), typeof(SignatureBlock), typeof(DistributionBlock)], document.Blocks.TakeLast(3).Select(b => b.GetType()));
        Assert.Contains("自动签发", document.Notes(), StringComparison.Ordinal);
        Assert.DoesNotContain("自动签发", ComposeIssue.Compose(Given.Snapshot().Sign(3, new DateOnly(2012, 4, 27), "张三", false)).Notes(), StringComparison.Ordinal);
        Assert.Null(ComposeIssue.Compose(Given.Snapshot()).PageMark);
    }

    private static Document Compose(PlanFacts plan) => ComposeIssue.Compose(Given.Snapshot(plan));
}
