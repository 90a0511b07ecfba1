using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Tests.Bulletins;

/// <summary>Figures on commitments stand beside what was promised, by whom they were reported, and are not judged.</summary>
public sealed class CommitmentTests
{
    private static readonly CommitmentFacts capacity = new("C1", "微型轿车生产能力", 6m, null, "万辆");
    private static readonly CommitmentFacts firms = new("C2", "产值超过30亿元的企业", 2m, 3m, "家");

    [Theory]
    [InlineData("bulletin")]
    [InlineData("half-year")]
    [InlineData("annual")]
    public void Figure_StandsBesideThePromise(string kind)
    {
        var said = Said(kind, Given.Report(), [capacity, firms], Given.Figure("C1", 5.2m, "万辆"), Given.Figure("C2", 1m, "家", preliminary: false));

        Assert.Contains("具体工作目标中，微型轿车生产能力5.2万辆（快报数，目标6万辆，省工业和信息化厅报送）；产值超过30亿元的企业1家（目标2—3家，省工业和信息化厅报送）。", said);
    }

    [Fact]
    public void CommitmentWithoutANumber_IsToldWithoutAGoal() => Assert.Contains(
        "具体工作目标中，微型轿车生产能力5.2万辆（快报数，省工业和信息化厅报送）。",
        Said("bulletin", Given.Report(), [capacity with { Value = null }], Given.Figure("C1", 5.2m, "万辆")));

    [Fact]
    public void FigureOfATasksLead_IsToldToo_AndNotWhenItIsNotAccepted()
    {
        var lead = Given.Report() is { Content: { } content } report ? report with { Content = content with { Figures = [Given.Figure("C1", 5m, "万辆")] } } : throw new InvalidOperationException();

        Assert.Contains("具体工作目标中，微型轿车生产能力5万辆（快报数，目标6万辆，郑州市政府报送）。", Said("bulletin", lead, [capacity]));
        Assert.DoesNotContain(Said("bulletin", lead with { State = ReportState.Unreviewed }, [capacity]), text => text.Contains("具体工作目标", StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutAFigure_NothingIsSaid() => Assert.DoesNotContain(
        Said("bulletin", Given.Report(), [capacity], Given.Figure("C1", null, "万辆", why: "尚未统计")),
        text => text.Contains("具体工作目标", StringComparison.Ordinal));

    private static List<string> Said(string kind, ReportFacts lead, CommitmentFacts[] commitments, params EntryFigure[] figures)
    {
        var period = kind == "annual" ? new Period(2012, 4) : Given.Q2;
        var plan = Given.Plan(
            tasks: [Given.Task(1, lead)],
            indicators: Given.Indicators([Given.Figure("T07", 600m, "亿元"), .. figures])) with
        { Commitments = commitments };
        return [.. ComposeIssue.Compose(Given.Snapshot(plan, period, IssueKind.Of(kind))).Blocks.OfType<ParagraphBlock>().Select(p => p.Text.Text)];
    }
}
