using Reporting.Bulletins.Documents;
using Typesetting.Content.Charts;
using Chart = Reporting.Bulletins.Documents.Chart;

namespace Reporting.Bulletins.Pdf;

/// <summary>Maps the charts of a document to those that are set.</summary>
internal static class PdfCharts
{
    /// <summary>In percent: the setter breaks a bar off long before, and a slip of the pen must not make a scale.</summary>
    private const decimal Farthest = 1000m;

    private static readonly TargetLegend Legend = new("累计完成", "年度目标", "序时进度");

    public static Typesetting.Content.Charts.Chart Of(Chart chart) => chart switch
    {
        CompletionChart completion => new TargetChart([.. completion.Rows.Select(Row)], Legend),
        StageChart stages => new StackedChart(stages.Stages, [.. stages.Rows.Select(Bar)]),
        QuarterChart quarters => new ColumnChart(quarters.Quarters, [.. quarters.Groups.Select(Group)]) { Unit = "占年度目标（%）" },
        _ => throw new ArgumentOutOfRangeException(nameof(chart), chart.GetType().Name, "No form for this chart."),
    };

    private static TargetRow Row(CompletionRow row) => new(row.Name.Text, 100, Drawn(row.Completion), Drawn(row.Due), row.Value.Text);

    private static StackedBar Bar(StageRow row) => new(row.Name.Text, [.. row.Counts.Select(c => new StackedPart(c.Count, c.Text.Text))], row.Total.Text);

    private static ColumnGroup Group(QuarterGroup group) => new(group.Name.Text, [.. group.Columns.Select(c => new ColumnValue(Drawn(c.Percent), c.Text.Text))]);

    private static double? Drawn(decimal? percent) => percent is { } value ? (double)Math.Clamp(value, -Farthest, Farthest) : null;
}
