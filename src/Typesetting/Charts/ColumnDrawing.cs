using Typesetting.Content;
using Typesetting.Content.Charts;
using Typesetting.Pdf;

namespace Typesetting.Charts;

/// <summary>Groups of columns over a scale, each with its text at its end and the group's name below.</summary>
internal sealed class ColumnDrawing : ChartDrawing
{
    private const double PlotHeight = 130;
    private const double Gap = 5;
    private const double WidestColumn = 34;
    private const double TextGap = 1.5;

    /// <summary>Of the room for a group, what its columns take where they stand close.</summary>
    private const double GroupShare = 0.84;

    private static readonly Stroke Grid = new(new Colour(190, 190, 190), 0.35);
    private static readonly Stroke ZeroLine = new(Colour.Black, 0.7);

    private readonly ColumnChart chart;
    private readonly Legend legend;
    private readonly Scale scale;
    private readonly List<ChartLabel> steps = [];
    private readonly ChartLabel unit;
    private readonly bool unitBeside;
    private readonly ColumnTexts texts;
    private readonly double plotLeft;
    private readonly double slot;
    private readonly double columnAdvance;
    private readonly double above;
    private readonly double below;

    public ColumnDrawing(ColumnChart chart, ChartText text, double width)
    {
        this.chart = chart;
        var amounts = chart.Groups.SelectMany(group => group.Columns).Select(column => column.Amount ?? 0).ToList();
        scale = Scale.Over(amounts.Min(), amounts.Max());
        for (var i = 0; i <= scale.Steps; i++)
            steps.Add(text.Set(scale.TextOf(i)));
        unit = text.Set(chart.Unit, width);
        plotLeft = steps.Max(step => step.Width) + Gap;
        ChartRoom.Require(width - plotLeft, text.Place);
        slot = (width - plotLeft) / chart.Groups.Count;
        columnAdvance = chart.Series.Count == 1 ? slot : Math.Min(slot * GroupShare / chart.Series.Count, Math.Max(WidestColumn, ColumnTexts.Widest(chart, text)) + Gap);
        texts = ColumnTexts.Of(chart, text, slot, columnAdvance);
        legend = new Legend(text, width, chart.Series.Select((name, i) =>
            (name, (Action<PageCanvas, double, double>)((canvas, x, y) => FilledBox.Draw(canvas, x, y - 4.5, Legend.Swatch, 9, (Fill)i)))));
        unitBeside = unit.Lines.Count == 1 && unit.Width + (2 * Gap) <= legend.Margin;
        (above, below) = Overhang(text.Style.Leading / 2);
        Height = legend.Height + (unitBeside ? 0 : unit.Height) + above + PlotHeight + below + Gap + texts.NameHeight;
    }

    private double ColumnWidth => Math.Min(WidestColumn, columnAdvance * (chart.Series.Count == 1 ? 0.6 : 0.9));

    public override void Draw(PageCanvas canvas, double left, double top)
    {
        legend.Draw(canvas, left, top);
        var y = top + legend.Height;
        unit.Draw(canvas, left, unitBeside ? top : y);
        var plotTop = y + (unitBeside ? 0 : unit.Height) + above;
        DrawScale(canvas, left, plotTop);
        for (var i = 0; i < chart.Groups.Count; i++)
            DrawGroup(canvas, i, left + plotLeft + (slot * i), plotTop);
        var (zero, bottom) = (plotTop + Down(0), plotTop + PlotHeight + below + Gap);
        canvas.StrokeLine(left + plotLeft, zero, left + plotLeft + (slot * chart.Groups.Count), zero, ZeroLine);
        for (var i = 0; i < chart.Groups.Count; i++)
            texts.DrawName(canvas, i, left + plotLeft + (slot * (i + 0.5)), bottom);
    }

    /// <summary>From the upper edge of the plot down to a value.</summary>
    private double Down(double value) => PlotHeight * (1 - scale.Share(value));

    /// <summary>How far texts reach beyond the plot, above and below.</summary>
    /// <param name="least">Of the scale's own numbers.</param>
    private (double Above, double Below) Overhang(double least)
    {
        var (highest, lowest) = (least, 0.0);
        for (var group = 0; group < chart.Groups.Count; group++)
            for (var i = 0; i < chart.Series.Count; i++)
            {
                var amount = chart.Groups[group].Columns[i].Amount ?? 0;
                var reach = texts.ExtentOf(group, i) + TextGap;
                if (amount < 0)
                    lowest = Math.Max(lowest, reach - (PlotHeight - Down(amount)));
                else
                    highest = Math.Max(highest, reach - Down(amount));
            }

        return (highest, lowest);
    }

    private void DrawScale(PageCanvas canvas, double left, double plotTop)
    {
        for (var i = 0; i <= scale.Steps; i++)
        {
            var y = plotTop + Down(scale[i]);
            canvas.StrokeLine(left + plotLeft, y, left + plotLeft + (slot * chart.Groups.Count), y, Grid);
            steps[i].Draw(canvas, left + plotLeft - Gap, y - (steps[i].Height / 2), 1);
        }
    }

    private void DrawGroup(PageCanvas canvas, int index, double left, double plotTop)
    {
        var columns = chart.Groups[index].Columns;
        var x = left + ((slot - (columnAdvance * columns.Count)) / 2) + (columnAdvance / 2);
        for (var i = 0; i < columns.Count; i++, x += columnAdvance)
        {
            var amount = columns[i].Amount ?? 0;
            var (from, to) = (plotTop + Down(Math.Max(0, amount)), plotTop + Down(Math.Min(0, amount)));
            if (columns[i].Amount is not null)
                FilledBox.Draw(canvas, x - (ColumnWidth / 2), from, ColumnWidth, to - from, (Fill)i);
            texts.DrawValue(canvas, index, i, x, amount < 0 ? to + TextGap : from - TextGap, amount < 0);
        }
    }
}
