using Typesetting.Content;
using Typesetting.Content.Charts;
using Typesetting.Content.Checks;
using Typesetting.Pdf;

namespace Typesetting.Charts;

/// <summary>Rows of label, stacked bar and total; a part too narrow for its text has it above, with a line that leads to it.</summary>
internal sealed class StackedDrawing : ChartDrawing
{
    private const double WidestLabel = 0.28;
    private const double WidestTotal = 0.25;
    private const double Gap = 8;
    private const double RowGap = 9;
    private const double BarHeight = 16;
    private const double Padding = 2;
    private const double Leader = 4;

    private static readonly Stroke LeaderLine = new(new Colour(40, 40, 40), 0.4);
    private static readonly Stroke ZeroLine = new(new Colour(110, 110, 110), 0.5);

    private readonly List<Row> rows = [];
    private readonly Legend legend;
    private readonly double barLeft;

    public StackedDrawing(StackedChart chart, ChartText text, double width)
    {
        var labels = Widest(text, chart.Bars.Select(bar => bar.Label), width * WidestLabel);
        var totals = Widest(text, chart.Bars.Select(bar => bar.Total), width * WidestTotal);
        barLeft = labels > 0 ? labels + Gap : 0;
        var barWidth = width - barLeft - (totals > 0 ? totals + Gap : 0);
        ChartRoom.Require(barWidth, text.Place);
        var longest = chart.Bars.Max(bar => bar.Parts.Sum(part => part.Amount));
        var white = text.Coloured(Colour.White);
        foreach (var bar in chart.Bars)
        {
            var parts = Parts(bar, text, white, longest, barWidth);
            SpreadLifted(bar, parts, barWidth, text.Place);
            rows.Add(new Row(text.SetBalanced(bar.Label, Math.Max(labels, 1)), text.SetBalanced(bar.Total, Math.Max(totals, 1)), parts));
        }

        legend = new Legend(text, width, chart.Series.Select((name, i) =>
            (name, (Action<PageCanvas, double, double>)((canvas, x, y) => FilledBox.Draw(canvas, x, y - 4.5, Legend.Swatch, 9, (Fill)i)))));
        Height = legend.Height + rows.Sum(row => row.Height);
    }

    public override void Draw(PageCanvas canvas, double left, double top)
    {
        legend.Draw(canvas, left, top);
        var y = top + legend.Height;
        canvas.StrokeLine(left + barLeft, y + (RowGap / 2), left + barLeft, top + Height - (RowGap / 2), ZeroLine);
        foreach (var row in rows)
        {
            DrawRow(canvas, row, left, y);
            y += row.Height;
        }
    }

    private static double Widest(ChartText text, IEnumerable<string> texts, double most) =>
        texts.All(word => word.Length == 0) ? 0 : Math.Min(most, texts.Max(word => text.Set(word).Width + 0.1));

    private static List<Part> Parts(StackedBar bar, ChartText text, ChartText white, double longest, double room)
    {
        var parts = new List<Part>();
        var at = 0.0;
        for (var i = 0; i < bar.Parts.Count; i++)
        {
            if (bar.Parts[i].Amount <= 0)
                continue;
            var width = bar.Parts[i].Amount / longest * room; // In this order: the room by the least of numbers is infinite.
            var label = text.Set(bar.Parts[i].Text);
            var inside = label.Lines.Count == 1 && label.Width + (2 * Padding) <= width;
            if (inside && !FilledBox.BearsBlackText((Fill)i))
                label = white.Set(bar.Parts[i].Text);
            parts.Add(new Part((Fill)i, at, width, label, inside));
            at += width;
        }

        return parts;
    }

    /// <summary>Texts above the bar stand over their parts, or as near as their neighbours let them.</summary>
    private static void SpreadLifted(StackedBar bar, List<Part> parts, double width, ContentPlace place)
    {
        var lifted = parts.FindAll(part => !part.Inside && part.Label.Width > 0);
        var end = 0.0;
        foreach (var part in lifted)
        {
            part.LabelLeft = Math.Max(end, part.Left + ((part.Width - part.Label.Width) / 2));
            end = part.LabelLeft + part.Label.Width + (2 * Padding);
        }

        end = width + (2 * Padding);
        for (var i = lifted.Count - 1; i >= 0; i--)
        {
            lifted[i].LabelLeft = Math.Min(lifted[i].LabelLeft, end - lifted[i].Label.Width - (2 * Padding));
            end = lifted[i].LabelLeft;
        }

        if (lifted.Count > 0 && end < -0.01)
            throw place.Refusal($"“{bar.Label}”各段的文字并排放不下", $"the texts of the parts of '{bar.Label}' do not fit beside each other");
    }

    private void DrawRow(PageCanvas canvas, Row row, double left, double top)
    {
        var barTop = top + row.BarTop;
        var middle = barTop + (BarHeight / 2);
        row.Label.Draw(canvas, left + barLeft - Gap, middle - (row.Label.Height / 2), 1);
        foreach (var part in row.Parts)
            FilledBox.Draw(canvas, left + barLeft + part.Left, barTop, part.Width, BarHeight, part.Fill);
        var end = 0.0;
        foreach (var part in row.Parts)
        {
            DrawLabel(canvas, part, left + barLeft, barTop, row.LiftedHeight);
            end = part.Left + part.Width;
        }

        row.Total.Draw(canvas, left + barLeft + end + (end > 0 ? Gap : 2 * Padding), middle - (row.Total.Height / 2));
    }

    private static void DrawLabel(PageCanvas canvas, Part part, double barLeft, double barTop, double lifted)
    {
        var (label, middle) = (part.Label, barLeft + part.Left + (part.Width / 2));
        var top = barTop + ((BarHeight - label.Height) / 2);
        if (!part.Inside)
        {
            if (label.Width > 0)
                canvas.StrokeLine(barLeft + part.LabelLeft + (label.Width / 2), barTop - Leader, middle, barTop, LeaderLine);
            label.Draw(canvas, barLeft + part.LabelLeft, barTop - lifted);
            return;
        }

        if (FilledBox.NeedsGround(part.Fill))
            canvas.FillRectangle(middle - (label.Width / 2) - Padding, top + 2, label.Width + (2 * Padding), label.Height - 4, Colour.White);
        label.Draw(canvas, middle, top, 0.5);
    }

    private sealed record Row(ChartLabel Label, ChartLabel Total, IReadOnlyList<Part> Parts)
    {
        /// <summary>Of the texts above the bar, with the lines that lead to the bar.</summary>
        public double LiftedHeight { get; } = Parts.Where(part => !part.Inside).Select(part => part.Label.Height + Leader).DefaultIfEmpty(0).Max();

        public double BarTop => (RowGap / 2) + Math.Max(LiftedHeight, Overhang);

        public double Height => BarTop + BarHeight + Overhang + (RowGap / 2);

        /// <summary>Of texts of several lines, above and below the bar.</summary>
        private double Overhang => Math.Max(0, (Math.Max(Label.Height, Total.Height) - BarHeight) / 2);
    }

    /// <summary>A part of a bar; its left edge is counted from the bar's.</summary>
    private sealed record Part(Fill Fill, double Left, double Width, ChartLabel Label, bool Inside)
    {
        /// <summary>The left edge of a text above the bar, counted likewise.</summary>
        public double LabelLeft { get; set; }
    }
}
