using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Schedule;
using UglyToad.PdfPig;

namespace Reporting.Tests.Bulletins;

/// <summary>What a bulletin says where the input is thin, contradicts itself or is far too long: plainly what is so.</summary>
public sealed class BadInputTests
{
    private static readonly PdfRenderer renderer = new(new FontOptions().Load(AppContext.BaseDirectory));

    [Fact]
    public void OneUnitAlone_IsTold_AndAllOthersAreNamed()
    {
        var document = Compose(Given.Plan(
            tasks: [Given.Task(1, Given.Report()), Given.Task(2, Given.Missing("hebi"), Given.Missing("xuchang")), Given.Task(3, Given.Missing())],
            indicators: Given.Missing("industry") with { Task = null }));

        Assert.Equal(
            "截至3月底，3项任务中，1项按序时推进，2项因未报亮红灯。应报送进展5份（3项重点任务4份、行业指标1份），按时报送1份，未报4份（鹤壁市政府、许昌市政府、省商务厅、省工业和信息化厅）。",
            document.Paragraphs()[0]);
        Assert.Contains("未报送一季度进展的任务2项：实施项目建设年活动（任务2，鹤壁市政府、许昌市政府）；创新体系建设（任务3，省商务厅）。", document.Section("重点任务进展"));
    }

    [Fact]
    public void FallingCumulativeFigure_IsSaidToFall_WithTheUnitsReasonOrThatItGivesNone()
    {
        EarlierReport[] before = [Given.Earlier(null, "industry", null, null, Given.Figure("T07", 610m, "亿元"), Given.Figure("T05", 18m, "万辆"))];
        Document Of(string? note) => Compose(
            Given.Plan(indicators: Given.Indicators(note, before, Given.Figure("T07", 600m, "亿元", 700m), Given.Figure("T05", 33m, "万辆"))), Given.Q2);

        Assert.Contains("同比下降14.3%。累计数比一季度末减少10亿元，填报单位未作说明。", Of(null).Section("总体进展")[0], StringComparison.Ordinal);
        Assert.Contains("累计数比一季度末减少10亿元，填报单位说明：口径调整。", Of("口径调整。").Section("总体进展")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void RatingThatContradictsThePercentage_StandsBesideTheLight()
    {
        var document = Compose(Given.Plan(tasks: [Given.Task(1, Given.Report(percent: 5m, rating: SelfRating.Completed))]));

        Assert.Contains("完成5%", document.Section("重点任务进展")[1], StringComparison.Ordinal);
        Assert.Contains("自评完成，亮红灯。", document.Section("重点任务进展")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void TextOfFourThousandCharacters_WithoutAFullStop_IsCutAtAPause_AndSaidToBe()
    {
        var text = string.Concat(Enumerable.Repeat("推进项目建设，", 571)) + "落实";
        var document = Compose(Given.Plan(tasks: [Given.Task(1, Given.Report(percent: 10m, progress: text, nextStep: text))]));

        var said = document.Section("重点任务进展")[1];
        Assert.EndsWith("推进项目建设……（下略）", said, StringComparison.Ordinal);
        Assert.True(said.Length < 300);
        using var pdf = PdfDocument.Open(renderer.Render(document));
        Assert.InRange(pdf.NumberOfPages, 1, 4);
    }

    [Fact]
    public void UnitsWhoseNamesBeginAlike_AreBothNamed()
    {
        var snapshot = Given.Snapshot(Given.Plan(tasks: [Given.Task(1, Given.Missing("a"), Given.Missing("b"))]));
        var document = ComposeIssue.Compose(snapshot with
        {
            Units = [.. snapshot.Units.Where(u => u.Id.Length > 1), new UnitFacts("a", "省工商局", false), new UnitFacts("b", "省工商局直属分局", false)],
        });

        Assert.Contains("未报2份（省工商局、省工商局直属分局）", document.Paragraphs()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void TaskWithNineLeads_CountsThemInItsHeading_AndListsEachInTheTable()
    {
        var leads = Enumerable.Range(1, 9).Select(i => Given.Report($"unit{i}", i == 9 ? 10m : 25m)).ToArray();
        var document = Compose(Given.Plan(tasks: [Given.Task(1, leads)]));

        Assert.StartsWith("（一）郑州百万辆汽车基地建设（任务1，unit1等9个单位牵头）。9个牵头单位中，8个按序时推进；unit9完成10%", document.Section("重点任务进展")[1], StringComparison.Ordinal);
        Assert.Equal(9, document.Table("重点任务进展").Count);
    }

    private static Document Compose(PlanFacts plan, Period? period = null) => ComposeIssue.Compose(Given.Snapshot(plan, period));
}
