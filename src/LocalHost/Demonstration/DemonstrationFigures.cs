using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>The figures of a plan's targets, cumulative by quarter: those of the story, or drawn near the pace of the year.</summary>
internal sealed class DemonstrationFigures(Story story)
{
    private const int WholeYear = 4;

    private readonly Dictionary<(string Indicator, Period Period), ToldFigure> told = story.Figures.ToDictionary(f => (f.Indicator, f.Period));

    internal EntryContent Of(Plan plan, Period period)
    {
        var figures = plan.Targets.Select(target => Figure(plan, target, period)).ToList();
        return new EntryContent(
            SelfRating: null,
            Percent: null,
            $"数据取自规模以上工业企业联网直报平台，{(figures.All(f => f.Preliminary) ? "均为快报数" : "部分指标已经核定")}。",
            "继续按月监测重点企业运行情况，发现波动及时核实。",
            figures,
            [],
            [],
            plan.Targets.Select(t => told.GetValueOrDefault((t.Id, period))?.Note).FirstOrDefault(n => n is not null));
    }

    private EntryFigure Figure(Plan plan, TargetFigure target, Period period)
    {
        if (told.GetValueOrDefault((target.Id, period)) is { } known)
            return new EntryFigure(target.Id, known.Value, target.Unit, known.LastYear, Preliminary: !known.Final, known.MissingReason);
        return new EntryFigure(target.Id, Cumulative(target, period), target.Unit, LastYear(plan, target, period));
    }

    private static decimal Cumulative(TargetFigure target, Period period) => Rounded(target.Value * Share(target, period.Quarter) / 100, target);

    /// <summary>Percent of the year's target: a quarter of it and a bit less or more, later a half; most plans end near their target.</summary>
    private static decimal Share(TargetFigure target, int quarter) => quarter switch
    {
        1 => Draw.Between(21.8m, 26.4m, 2, "share", target.Id, "Q1"),
        2 => Draw.Between(45.6m, 53.2m, 2, "share", target.Id, "Q2"),
        WholeYear => Draw.Between(94.2m, 105.8m, 2, "share", target.Id, "Q4"),
        // Half-way from the second quarter to the fourth, so that no quarter leaps.
        _ => (Share(target, 2) + Share(target, WholeYear)) / 2 + Draw.Between(-1.2m, 1.2m, 2, "share", target.Id, "Q3"),
    };

    /// <summary>Known where the notice itself gives last year's total of the same indicator.</summary>
    private static decimal? LastYear(Plan plan, TargetFigure target, Period period) =>
        plan.Figures.FirstOrDefault(f => f.Id == target.Baseline) is { } baseline ? LastYear(target, baseline, period) : null;

    private static decimal LastYear(TargetFigure target, TargetFigure baseline, Period period)
    {
        // What the notice prints is an estimate; last year's accounts differ from it a little.
        if (period.Quarter == WholeYear)
            return Rounded(baseline.Value * (100 + Draw.Between(-0.6m, 0.6m, 2, "last-year", target.Id)) / 100, target);
        if (period.Quarter > 2)
            return Rounded((LastYear(target, baseline, new(period.Year, 2)) + LastYear(target, baseline, new(period.Year, WholeYear))) / 2, target);
        var growth = (target.Value / baseline.Value - 1) * 100 + Draw.Between(-4.5m, 1.5m, 1, "growth", target.Id, period.ToString());
        return Rounded(Cumulative(target, period) / (1 + growth / 100), target);
    }

    /// <summary>With the places that such a figure usually has.</summary>
    private static decimal Rounded(decimal value, TargetFigure target) =>
        decimal.Round(value, target.Value >= 5000 ? 1 : 2, MidpointRounding.AwayFromZero);
}
