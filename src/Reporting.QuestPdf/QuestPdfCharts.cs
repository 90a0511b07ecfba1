using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using Reporting.Bulletins.Documents;
using Typesetting.Content;
using Chart = Reporting.Bulletins.Documents.Chart;

namespace Reporting.QuestPdf;

/// <summary>
/// Draws charts as plain horizontal bars out of rows and boxes, all three kinds alike, with every figure beside its bar: QuestPDF has no charts,
/// and those of Typesetting are not to be had as pictures.
/// </summary>
internal sealed class QuestPdfCharts(QuestPdfFaces faces)
{
    /// <summary>In percent: the end of the scale at the most; a slip of the pen must not make a scale.</summary>
    private const decimal Farthest = 1000;

    private const float BarHeight = 9;

    private static readonly Color[] Tones = [.. ((Colour[])[new(58, 92, 138), new(205, 217, 232), Colour.White, new(150, 150, 150)]).Select(QuestPdfFaces.Paint)];

    public void Draw(ColumnDescriptor rows, Chart chart)
    {
        rows.Spacing(4);
        switch (chart)
        {
            case CompletionChart completion:
                Completion(rows, completion);
                break;
            case StageChart stages:
                Stages(rows, stages);
                break;
            case QuarterChart quarters:
                Quarters(rows, quarters);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(chart), chart.GetType().Name, "No form for this chart.");
        }
    }

    /// <summary>Two bars for a target: what is done above what is due.</summary>
    private void Completion(ColumnDescriptor rows, CompletionChart chart)
    {
        Legend(rows, ["累计完成", "序时进度"]);
        var end = End(chart.Rows.SelectMany(row => new[] { row.Completion, row.Due }));
        foreach (var row in chart.Rows)
        {
            Line(rows.Item(), row.Name, row.Value, 3, bars =>
            {
                Bar(bars.Item(), [(row.Completion ?? 0, 0)], end);
                Bar(bars.Item(), [(row.Due ?? 0, 1)], end);
            });
        }
    }

    /// <summary>One bar for a row, parted by stage.</summary>
    private void Stages(ColumnDescriptor rows, StageChart chart)
    {
        Legend(rows, chart.Stages);
        var end = chart.Rows.Select(row => row.Counts.Sum(count => count.Count)).Append(1).Max();
        foreach (var row in chart.Rows)
        {
            Line(rows.Item(), row.Name, row.Total, 2, bars =>
            {
                Bar(bars.Item(), [.. row.Counts.Select((count, tone) => ((decimal)count.Count, tone))], end);
                bars.Item().Text(string.Join("　", row.Counts.Select((count, stage) => $"{chart.Stages[stage]}{count.Text.Text}"))).Style(faces.Chart);
            });
        }
    }

    /// <summary>One bar for a quarter, a target's quarters below each other.</summary>
    private void Quarters(ColumnDescriptor rows, QuarterChart chart)
    {
        Legend(rows, chart.Quarters);
        var end = End(chart.Groups.SelectMany(group => group.Columns.Select(column => (decimal?)column.Percent)));
        foreach (var group in chart.Groups)
        {
            for (var quarter = 0; quarter < group.Columns.Count; quarter++)
            {
                var (column, tone) = (group.Columns[quarter], quarter);
                Line(rows.Item(), quarter == 0 ? group.Name : Phrase.Empty, column.Text, 3, bars => Bar(bars.Item(), [(column.Percent, tone)], end));
            }
        }
    }

    /// <param name="sides">The width of name and value, where that of the bars is 6.</param>
    private void Line(IContainer place, Phrase name, Phrase value, float sides, Action<ColumnDescriptor> bars) => place.Row(row =>
    {
        row.Spacing(6);
        row.RelativeItem(sides).AlignMiddle().AlignRight().Text(name.Text).Style(faces.Chart);
        row.RelativeItem(6).AlignMiddle().Column(bars);
        row.RelativeItem(sides).AlignMiddle().Text(value.Text).Style(faces.Chart);
    });

    private void Legend(ColumnDescriptor rows, IReadOnlyList<string> names) => rows.Item().AlignCenter().Row(row =>
    {
        row.Spacing(4);
        for (var tone = 0; tone < names.Count; tone++)
        {
            Box(row.ConstantItem(BarHeight).AlignMiddle(), tone);
            row.AutoItem().PaddingRight(8).Text(names[tone]).Style(faces.Chart);
        }
    });

    /// <summary>Parts side by side on a line that stands for <paramref name="end"/>; what is nothing or less has no width.</summary>
    private static void Bar(IContainer place, IReadOnlyList<(decimal Value, int Tone)> parts, decimal end) => place.Row(row =>
    {
        var left = end;
        foreach (var (value, tone) in parts.Where(part => part.Value > 0))
        {
            var width = Math.Min(value, left);
            if (width > 0)
                Box(row.RelativeItem((float)width), tone);
            left -= width;
        }
        if (left > 0)
            row.RelativeItem((float)left).Height(BarHeight);
    });

    private static void Box(IContainer place, int tone) => place.Height(BarHeight).Border(0.5f).Background(Tones[tone % Tones.Length]);

    private static decimal End(IEnumerable<decimal?> percents) => Math.Min(Farthest, percents.Select(percent => percent ?? 0).Append(100).Max());
}
