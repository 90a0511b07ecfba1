using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>The figures of a plan's targets, cumulative by quarter: those of the story, or drawn near the pace of the year.</summary>
internal sealed class DemonstrationFigures(Story story)
{
    private readonly Dictionary<string, ToldFigure> told = story.Figures.ToDictionary(f => f.Indicator, StringComparer.Ordinal);

    internal EntryContent Of(Plan plan, Period period)
    {
        var figures = plan.Targets.Select(target => Figure(plan, target, period)).ToList();
        var note = period.Quarter == 2 ? plan.Targets.Select(t => told.GetValueOrDefault(t.Id)?.Note2).FirstOrDefault(n => n is not null) : null;
        return new EntryContent(
            SelfRating: null,
            Percent: null,
            $"数据取自规模以上工业企业联网直报平台，{(figures.All(f => f.Preliminary) ? "均为快报数" : "部分指标已经核定")}。",
            "继续按月监测重点企业运行情况，发现波动及时核实。",
            figures,
            [],
            [],
            note);
    }

    private EntryFigure Figure(Plan plan, TargetFigure target, Period period)
    {
        var first = period.Quarter == 1;
        if (told.GetValueOrDefault(target.Id) is { } known)
        {
            var reason = first ? known.MissingReason1 : null;
            return new EntryFigure(
                target.Id,
                reason is null ? first ? known.Q1 : known.Q2 : null,
                target.Unit,
                first ? known.LastYear1 : known.LastYear2,
                Preliminary: first || !known.Final2,
                reason);
        }
        var value = Cumulative(target, period);
        return new EntryFigure(target.Id, value, target.Unit, LastYear(plan, target, value, period));
    }

    /// <summary>A quarter of the year's target and a bit less or more, with the places that such a figure usually has.</summary>
    private static decimal Cumulative(TargetFigure target, Period period)
    {
        var percent = period.Quarter == 1
            ? Draw.Between(21.8m, 26.4m, 2, "share", target.Id, "Q1")
            : Draw.Between(45.6m, 53.2m, 2, "share", target.Id, "Q2");
        return decimal.Round(target.Value * percent / 100, target.Value >= 5000 ? 1 : 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Known where the notice itself gives last year's total of the same indicator.</summary>
    private static decimal? LastYear(Plan plan, TargetFigure target, decimal value, Period period)
    {
        if (plan.Figures.FirstOrDefault(f => f.Id == target.Baseline) is not { } baseline)
            return null;
        var growth = (target.Value / baseline.Value - 1) * 100 + Draw.Between(-4.5m, 1.5m, 1, "growth", target.Id, period.ToString());
        return decimal.Round(value / (1 + growth / 100), target.Value >= 5000 ? 1 : 2, MidpointRounding.AwayFromZero);
    }
}
