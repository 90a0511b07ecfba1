using Reporting.Catalogue;
using Reporting.Schedule;

namespace Reporting.Collecting.Plausibility;

/// <summary>A cumulative figure against what the plan itself prints: last year's baseline, and a growth beside the target value.</summary>
internal static class PlanWarnings
{
    private const int LastQuarter = 4;

    public static IEnumerable<Warning> Of(ComparedFigure figure, Plan plan, Period period)
    {
        if (figure.Indicator is not { Kind: IndicatorKind.Flow, Target: { } target })
            yield break;
        var baseline = plan.Figures.FirstOrDefault(f => f.Id == target.Baseline);
        if (baseline is not null && figure.LastYear is { } lastYear && Baseline(figure, lastYear, baseline, period) is { } against)
            yield return against;
        if (period.Quarter == LastQuarter && figure.Value is { } value && (figure.LastYear ?? baseline?.Value) is > 0m and var before
            && target is { GrowthPercent: { } growth, UpperValue: null })
        {
            if (Verdicts(figure, value, before, target, growth) is { } contradiction)
                yield return contradiction;
        }
    }

    /// <summary>The baseline is last year's whole year: what is cumulative may reach it at the year's end only, and then should.</summary>
    private static Warning? Baseline(ComparedFigure figure, decimal lastYear, TargetFigure baseline, Period period)
    {
        var (low, high) = (baseline.Value, baseline.UpperValue ?? baseline.Value);
        var printed = baseline.UpperValue is null ? figure.Text(low) : $"{Said.Number(low)}—{figure.Text(high)}";
        if (period.Quarter < LastQuarter)
        {
            return lastYear <= high ? null : new Warning(
                WarningCode.LastYearAboveBaseline,
                $"{figure.At}.lastYear",
                $"{figure.Indicator.Name}：所报上年同期累计{figure.Text(lastYear)}，已高于计划所列上年全年数{printed}。",
                $"Last year's {figure.Text(lastYear)} up to this quarter is above the {printed} that the plan prints for the whole year.");
        }
        var off = lastYear > high ? (lastYear - high) * 100m > high * Threshold.BaselinePercent : (low - lastYear) * 100m > low * Threshold.BaselinePercent;
        return !off ? null : new Warning(
            WarningCode.LastYearOffBaseline,
            $"{figure.At}.lastYear",
            $"{figure.Indicator.Name}：所报上年全年{figure.Text(lastYear)}与计划所列{printed}相差超过{Said.Number(Threshold.BaselinePercent)}%。",
            $"Last year's {figure.Text(lastYear)} differs by more than {Said.Number(Threshold.BaselinePercent)}% from the {printed} that the plan prints.");
    }

    /// <summary>The year's figure reaches the target value and not the printed growth, or the growth and not the value.</summary>
    private static Warning? Verdicts(ComparedFigure figure, decimal value, decimal before, TargetFigure target, decimal growth)
    {
        var reaches = value >= target.Value;
        var grown = ((value / before) - 1m) * 100m;
        var contradicts = reaches ? grown < growth - Threshold.PrintedGrowthPoints : grown >= growth + Threshold.PrintedGrowthPoints;
        if (!contradicts)
            return null;
        var (valueVerdict, growthVerdict) = reaches ? ("已达到", "未达到") : ("未达到", "已达到");
        return new Warning(
            WarningCode.TargetAndGrowthDisagree,
            $"{figure.At}.value",
            $"{figure.Indicator.Name}：全年{figure.Text(value)}{valueVerdict}计划的目标值{figure.Text(target.Value)}，但比上年{figure.Text(before)}增长{Said.Percent(grown)}，{growthVerdict}计划所印增速{Said.Number(growth)}%；两项结论不一，请说明以何者为准。",
            $"The year's {figure.Text(value)} {(reaches ? "reaches" : "misses")} the plan's target of {figure.Text(target.Value)}, but {Said.Percent(grown)} on last year's {figure.Text(before)} {(reaches ? "misses" : "reaches")} its printed growth of {Said.Number(growth)}%; say which of the two counts.");
    }
}
