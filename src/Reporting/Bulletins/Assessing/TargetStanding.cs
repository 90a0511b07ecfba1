using System.Globalization;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Bulletins.Assessing;

/// <summary>Where a target stands at the end of the period.</summary>
/// <param name="Report">The accepted report that the figure is from; null when there is none.</param>
/// <param name="Figure">As posted; null when the report has no such figure.</param>
/// <param name="Completion">Percent of the target; null for a range, a rate or a figure that cannot be compared.</param>
/// <param name="Due">Percent of the target due by the period's end; null but for flows.</param>
/// <param name="Growth">Percent on the same period of last year; null where that is not known.</param>
/// <param name="Before">The figure of the period before within the year.</param>
internal sealed record TargetStanding(
    TargetFacts Target,
    ReportFacts? Report,
    EntryFigure? Figure,
    decimal? Completion,
    decimal? Due,
    Light? Light,
    decimal? Growth,
    EarlierFigure? Before)
{
    /// <summary>Percentage points ahead of (or, negative, behind) schedule, between printed percentages.</summary>
    public decimal? Lead => Completion - Due;

    /// <summary>Whether the figure meets the year's target by the words printed with it; null where that cannot be said.</summary>
    public bool? Met => InTargetUnit is { } value ? Goal.Met(Target, value) : null;

    /// <summary>The figure in the target's unit; null where there is none, or it cannot be compared.</summary>
    public decimal? InTargetUnit =>
        Figure is { Value: { } value } figure && FigureUnits.TryConvert(value, figure.Unit, Target.Unit, out var comparable) ? comparable : null;

    /// <summary>Whether the target's whole is due.</summary>
    public bool YearIsOver => Due >= 100m;

    /// <summary>What the period itself added to a cumulative figure, in the posted unit; null for the first period or where not comparable.</summary>
    public decimal? Added =>
        Target.Kind == IndicatorKind.Flow && Figure?.Value is { } now && Before is { } before
        && FigureUnits.TryConvert(before.Value, before.Unit, Figure.Unit, out var then)
            ? now - then
            : null;

    public static TargetStanding Of(TargetFacts target, ReportFacts? indicators, Period period, IReadOnlyList<decimal> profile)
    {
        var report = indicators is { State: ReportState.Accepted, Content: not null } ? indicators : null;
        var figure = report?.Content?.Figures.FirstOrDefault(f => f.Indicator == target.Id);
        var comparable = Comparable(target, figure?.Value, figure?.Unit);
        decimal? due = target.Kind == IndicatorKind.Flow ? profile[period.Quarter - 1] : null;
        return new TargetStanding(
            target,
            report,
            figure,
            comparable is { } value ? Rule.Percent(value, target.Value) : null,
            due,
            comparable is { } done && due is { } share ? Rule.LightOf(Rule.Pace(done * 100m / target.Value, share)) : null,
            figure?.Value is { } actual ? Rule.Growth(actual, figure.LastYear) : null,
            EarlierOf(target, report, period.Quarter == 1 ? null : period.Previous, profile));
    }

    /// <summary>Completion and light of a cumulative figure as an issue printed it, e.g. 1240.2亿元; null where it is none or cannot be compared.</summary>
    public static (decimal Completion, Light Light)? Judge(TargetFacts target, string printed, Period period, IReadOnlyList<decimal> profile)
    {
        var digits = printed.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '-').Count();
        return target.Kind == IndicatorKind.Flow
            && decimal.TryParse(printed[..digits], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && Comparable(target, value, printed[digits..]) is { } comparable
                ? (Rule.Percent(comparable, target.Value), Rule.LightOf(Rule.Pace(comparable * 100m / target.Value, profile[period.Quarter - 1])))
                : null;
    }

    private static decimal? Comparable(TargetFacts target, decimal? value, string? unit) =>
        value is { } posted && unit is not null && target is { UpperValue: null, Value: > 0m } && target.Kind != IndicatorKind.Rate
        && FigureUnits.TryConvert(posted, unit, target.Unit, out var comparable)
            ? comparable
            : null;

    private static EarlierFigure? EarlierOf(TargetFacts target, ReportFacts? report, Period? before, IReadOnlyList<decimal> profile)
    {
        var earlier = report?.Earlier.FirstOrDefault(e => e.Period == before && e.State == ReportState.Accepted);
        if (earlier?.Entry is not { } entry || earlier.Figures.FirstOrDefault(f => f.Indicator == target.Id) is not { Value: { } value } figure)
            return null;
        var completion = Comparable(target, value, figure.Unit) is { } comparable ? Rule.Percent(comparable, target.Value) : (decimal?)null;
        decimal? due = target.Kind == IndicatorKind.Flow ? profile[earlier.Period.Quarter - 1] : null;
        return new EarlierFigure(earlier.Period, entry, value, figure.Unit, completion, due);
    }
}

/// <summary>A target's figure in the period before.</summary>
internal sealed record EarlierFigure(Period Period, EntryVersion Entry, decimal Value, string Unit, decimal? Completion, decimal? Due)
{
    public decimal? Lead => Completion - Due;
}
