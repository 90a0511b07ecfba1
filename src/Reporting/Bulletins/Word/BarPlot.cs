using System.Globalization;
using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Word;

/// <summary>What the charts of a bulletin have in common: bars of one or more series over categories.</summary>
/// <param name="Height">Of the whole chart, in points.</param>
internal sealed record BarPlot(BarForm Form, IReadOnlyList<string> Categories, IReadOnlyList<BarSeries> Series, BarScale Scale, int Height)
{
    /// <summary>A slip of the pen must not make a scale: longer bars are cut off, in percent.</summary>
    private const decimal Farthest = 200m;

    /// <summary>In points: what a page holds with the caption.</summary>
    private const int Highest = 560;

    /// <summary>In points: legend and scale.</summary>
    private const int Around = 56;

    public static BarPlot Of(Chart chart) => chart switch
    {
        CompletionChart completion => Completion(completion.Rows),
        StageChart stages => Stages(stages),
        QuarterChart quarters => Quarters(quarters),
        _ => throw new ArgumentOutOfRangeException(nameof(chart), chart.GetType().Name, "No form for this chart."),
    };

    /// <summary>A bar for what is done and one for what is due; where there is no figure, the name says why.</summary>
    private static BarPlot Completion(IReadOnlyList<CompletionRow> rows)
    {
        BarSeries done = new("累计完成（%）", BarFill.Dark, [.. rows.Select(row => new BarValue(row.Completion, row.Completion is null ? "" : row.Value.Text))]);
        BarSeries due = new("序时进度（%）", BarFill.Light, [.. rows.Select(row => new BarValue(row.Due, row.Due is { } percent ? $"{Plain(percent)}%" : ""))]);
        // The figures stand after the bars.
        var scale = Span([done, due], room: 1.6m, step: 50m) with { ShowsPercent = true };
        return new BarPlot(
            BarForm.Rows,
            [.. rows.Select(row => row.Completion is null ? $"{row.Name.Text}（{row.Value.Text}）" : row.Name.Text)],
            rows.Any(row => row.Due is not null) ? [done, due] : [done],
            scale,
            RowsHeight(rows.Count, 30));
    }

    private static BarPlot Stages(StageChart chart) => new(
        BarForm.StackedRows,
        [.. chart.Rows.Select(row => row.Name.IsEmpty ? row.Total.Text : $"{row.Name.Text}（{row.Total.Text}）")],
        [.. chart.Stages.Select((stage, i) => new BarSeries(
            stage, Fill(i), [.. chart.Rows.Select(row => new BarValue(row.Counts[i].Count, row.Counts[i].Count == 0 ? "" : row.Counts[i].Text.Text))]))],
        new BarScale(0m, null),
        RowsHeight(chart.Rows.Count, 34));

    private static BarPlot Quarters(QuarterChart chart)
    {
        BarSeries[] series =
        [
            .. chart.Quarters.Select((quarter, i) => new BarSeries(
                quarter, Fill(i), [.. chart.Groups.Select(group => new BarValue(group.Columns[i].Percent, group.Columns[i].Text.Text))])),
        ];
        return new BarPlot(
            BarForm.Columns,
            [.. chart.Groups.Select(group => group.Name.Text)],
            series,
            Span(series, room: 1.2m, step: 10m) with { ShowsPercent = true, Title = "占年度目标（%）" },
            230);
    }

    /// <summary>From zero, or from below where a bar goes there, to the longest bar with room for its figure.</summary>
    private static BarScale Span(IEnumerable<BarSeries> series, decimal room, decimal step)
    {
        decimal[] amounts = [0m, .. series.SelectMany(s => s.Values).Select(v => Math.Clamp(v.Amount ?? 0m, -Farthest, Farthest))];
        return new BarScale(-Round(-amounts.Min()), Math.Max(Round(amounts.Max()), step));

        decimal Round(decimal end) => Math.Ceiling(end * room / step) * step;
    }

    private static int RowsHeight(int rows, int each) => Math.Min((rows * each) + Around, Highest);

    private static BarFill Fill(int series) => (BarFill)(series % Enum.GetValues<BarFill>().Length);

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>How bars lie.</summary>
internal enum BarForm
{
    Rows,
    StackedRows,
    Columns,
}

/// <summary>How bars are told apart, in colour and in grey: by tone and by hatching, all with an outline.</summary>
internal enum BarFill
{
    Dark,
    Light,
    Hatched,
    Blank,
}

/// <summary>Bars of one name and fill, one for each category.</summary>
internal sealed record BarSeries(string Name, BarFill Fill, IReadOnlyList<BarValue> Values);

/// <summary>A bar.</summary>
/// <param name="Amount">Null where it is not known: no bar.</param>
/// <param name="Text">Stands at the bar; empty for nothing.</param>
internal sealed record BarValue(decimal? Amount, string Text);

/// <summary>The scale of the bars.</summary>
/// <param name="Most">Null for what the longest bar needs.</param>
internal sealed record BarScale(decimal Least, decimal? Most)
{
    /// <summary>False for counts, which the bars themselves say: no scale is drawn.</summary>
    public bool ShowsPercent { get; init; }

    public string Title { get; init; } = "";
}
