using System.Globalization;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Collecting.Plausibility;
using Reporting.Schedule;
using Reporting.Tests.Catalogue;

namespace Reporting.Tests.Collecting.Plausibility;

/// <summary>Builds what is checked for plausibility from short texts: <c>"600亿元"</c>, <c>"22.5%"</c>.</summary>
internal static class Posted
{
    public static EntryContent Content(decimal? percent = null, params EntryFigure[] figures) =>
        new(null, percent, "按计划推进。", null, figures, [], []);

    public static EntryContent Projects(params ProjectUpdate[] projects) => new(SelfRating.OnTrack, 50m, "按计划推进。", null, [], [], projects);

    /// <param name="value">Number and unit; <paramref name="lastYear"/> a number in the same unit.</param>
    public static EntryFigure Figure(string indicator, string value, string? lastYear = null, string? growth = null)
    {
        var digits = value.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '-').Count();
        return new EntryFigure(indicator, Number(value[..digits]), value[digits..], Number(lastYear), GrowthPercent: Number(growth));
    }

    public static OwedEntry Owed(string plan, int quarter, Programme? programme = null)
    {
        var period = new Period(2012, quarter);
        var view = (programme ?? Henan2012.Programme).At(period);
        var owed = view.Plans.Single(p => p.Id == plan);
        return new OwedEntry(new EntryKey(view.Id, period, plan, null, owed.IssuingUnit), view, owed, PeriodDates.Of(period, view.Calendar));
    }

    public static KnownReports Before(int quarter, EntryContent content) =>
        new(new EarlierReport(new Period(2012, quarter), content.Percent, content.Figures, content.Projects), []);

    /// <summary>Codes and fields, e.g. <c>cumulative-falls figures[0].value</c>.</summary>
    public static IReadOnlyList<string> Warnings(EntryContent content, OwedEntry owed, KnownReports? known = null) =>
        [.. CheckPlausibility.Of(content, owed, known ?? KnownReports.None).Select(w => $"{w.Code} {w.Field}")];

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
