using Reporting.Catalogue;

namespace Reporting.Collecting.Plausibility;

/// <summary>A posted figure in the unit in which figures of its indicator are compared, converted exactly.</summary>
/// <param name="At">Its path in the entry.</param>
/// <param name="Unit">The catalogue's; the posted one where the catalogue names none.</param>
internal sealed record ComparedFigure(string At, Indicator Indicator, EntryFigure Posted, string Unit, decimal? Value, decimal? LastYear)
{
    /// <summary>Null when the plan has no such indicator or its unit does not convert; both are refused elsewhere.</summary>
    public static ComparedFigure? Of(EntryFigure posted, Plan plan, string at) =>
        Indicator.Find(plan, posted.Indicator) is { } indicator ? In(indicator.Unit ?? posted.Unit, posted, indicator, at) : null;

    /// <summary>The same indicator's figure in an earlier report, in the unit of this one; null when there is none to compare.</summary>
    public static ComparedFigure? Earlier(ComparedFigure figure, EarlierReport report) =>
        report.Figures.FirstOrDefault(f => f.Indicator == figure.Indicator.Id) is { } before ? In(figure.Unit, before, figure.Indicator, figure.At) : null;

    /// <summary>A number with the unit.</summary>
    public string Text(decimal value) => Said.Number(value) + Unit;

    private static ComparedFigure? In(string unit, EntryFigure posted, Indicator indicator, string at)
    {
        decimal value = 0, lastYear = 0;
        var converts = FigureUnits.TryConvert(posted.Value ?? 0, posted.Unit, unit, out value)
            && FigureUnits.TryConvert(posted.LastYear ?? 0, posted.Unit, unit, out lastYear);
        return converts
            ? new ComparedFigure(at, indicator, posted, unit, posted.Value is null ? null : value, posted.LastYear is null ? null : lastYear)
            : null;
    }
}
