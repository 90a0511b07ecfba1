using Typesetting.Content;
using Typesetting.Content.Charts;
using Typesetting.Pdf;

namespace Typesetting.Charts;

/// <summary>Rows of label, bar on its track, and value; under them the scale in percent of the target.</summary>
internal sealed class TargetDrawing : ChartDrawing
{
    private const double WidestLabel = 0.28;
    private const double WidestValue = 0.3;
    private const double Gap = 8;
    private const double RowGap = 8;

    /// <summary>More between rows of several lines, in points.</summary>
    private const double LinesGap = 5;
    private const double TrackHeight = 13;
    private const double BarHeight = 7;
    private const double Tick = 3;
    private const double StepGap = 4;

    /// <summary>In percent of the target; a bar beyond it is drawn broken off, so that one row does not dwarf the others.</summary>
    private const double Farthest = 200;

    private static readonly Colour TrackFill = new(230, 232, 235);
    private static readonly Stroke TrackLine = new(new Colour(110, 110, 110), 0.4);
    private static readonly Stroke EmptyTrack = new(new Colour(110, 110, 110), 0.4, 2);
    private static readonly Stroke Grid = new(new Colour(190, 190, 190), 0.35);
    private static readonly Stroke TargetLine = new(Colour.Black, 1.6);
    private static readonly Stroke PaceLine = new(Colour.Black, 0.9, 2);
    private static readonly Stroke PaceTick = new(Colour.Black, 1.2);
    private static readonly Stroke Halo = new(Colour.White, 2.8);

    private readonly List<Row> rows;
    private readonly Legend legend;
    private readonly List<ChartLabel> steps = [];
    private readonly Scale scale;

    /// <summary>Each so many-th step has its label, counted from zero.</summary>
    private readonly int labelled;

    private readonly double trackLeft;
    private readonly double trackWidth;

    public TargetDrawing(TargetChart chart, ChartText text, double width)
    {
        var labels = Widest(text, chart.Rows.Select(row => row.Label), width * WidestLabel);
        var values = Widest(text, chart.Rows.Select(row => row.Value), width * WidestValue);
        rows = [.. chart.Rows.Select(row => new Row(row, text.SetBalanced(row.Label, labels), text.SetBalanced(row.Value, values)))];
        scale = Scale.Over(rows.Min(row => row.Least), rows.Max(row => row.Most));
        for (var i = 0; i <= scale.Steps; i++)
            steps.Add(text.Set(scale.TextOf(i) + "%"));
        // The labels of the scale's ends reach beyond it.
        trackLeft = Math.Max(labels + Gap, steps[0].Width / 2);
        trackWidth = width - trackLeft - Math.Max(values + Gap, steps[^1].Width / 2);
        ChartRoom.Require(trackWidth, text.Place);
        labelled = (int)Math.Ceiling((steps.Max(step => step.Width) + StepGap) * scale.Steps / trackWidth);
        legend = new Legend(text, width, Entries(chart));
        Height = legend.Height + rows.Sum(row => row.Height) + RowGap + Tick + text.Style.Leading;
    }

    public override void Draw(PageCanvas canvas, double left, double top)
    {
        legend.Draw(canvas, left, top);
        var y = top + legend.Height + (RowGap / 2);
        var bottom = y;
        foreach (var row in rows)
            bottom += row.Height;
        for (var i = 0; i <= scale.Steps; i++)
            canvas.StrokeLine(X(left, scale[i]), y, X(left, scale[i]), bottom + Tick, Grid);
        canvas.StrokeLine(X(left, 0), y, X(left, 0), bottom + Tick, TrackLine);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Pace is { } pace && (i == 0 || rows[i - 1].Pace != pace))
                DrawPaceLine(canvas, X(left, pace), y, i);
            DrawRow(canvas, rows[i], left, y);
            y += rows[i].Height;
        }

        for (var i = 0; i <= scale.Steps; i++)
            if (scale.StepsFromZero(i) % labelled == 0)
                steps[i].Draw(canvas, X(left, scale[i]), bottom + Tick, 0.5);
    }

    private static double Widest(ChartText text, IEnumerable<string> texts, double most) => Math.Min(most, texts.Max(word => text.Set(word).Width + 0.1));

    private static IEnumerable<(string, Action<PageCanvas, double, double>)> Entries(TargetChart chart)
    {
        if (chart.Rows.Any(row => row.Actual is not null))
            yield return (chart.Legend.Actual, (canvas, x, y) => FilledBox.Draw(canvas, x, y - (BarHeight / 2), Legend.Swatch, BarHeight, Fill.Dark));
        yield return (chart.Legend.Target, DrawTarget);
        if (chart.Rows.Any(row => row.Pace is not null))
            yield return (chart.Legend.Pace, DrawPace);

        static void DrawTarget(PageCanvas canvas, double x, double y)
        {
            canvas.FillRectangle(x, y - (TrackHeight / 2) + 1, Legend.Swatch - 1, TrackHeight - 2, TrackFill);
            canvas.StrokeRectangle(x, y - (TrackHeight / 2) + 1, Legend.Swatch - 1, TrackHeight - 2, TrackLine);
            canvas.StrokeLine(x + Legend.Swatch - 1, y - (TrackHeight / 2), x + Legend.Swatch - 1, y + (TrackHeight / 2), TargetLine);
        }

        static void DrawPace(PageCanvas canvas, double x, double y)
        {
            canvas.FillRectangle(x, y - (TrackHeight / 2) + 1, Legend.Swatch, TrackHeight - 2, TrackFill);
            DrawAcross(canvas, x + (Legend.Swatch / 2), y - (TrackHeight / 2), TrackHeight, PaceTick);
        }
    }

    private double X(double left, double percent) => left + trackLeft + (trackWidth * scale.Share(percent));

    /// <summary>One line through all rows that share a pace.</summary>
    private void DrawPaceLine(PageCanvas canvas, double x, double top, int first)
    {
        var bottom = top;
        for (var i = first; i < rows.Count && rows[i].Pace == rows[first].Pace; i++)
            bottom += rows[i].Height;
        canvas.StrokeLine(x, top, x, bottom, PaceLine);
    }

    private void DrawRow(PageCanvas canvas, Row row, double left, double top)
    {
        var middle = top + (row.Height / 2);
        row.Label.Draw(canvas, left + trackLeft - Gap, middle - (row.Label.Height / 2), 1);
        var (zero, end, y) = (X(left, 0), X(left, 100), middle - (TrackHeight / 2));
        if (row.Actual is { } actual)
        {
            canvas.FillRectangle(zero, y, end - zero, TrackHeight, TrackFill);
            canvas.StrokeRectangle(zero, y, end - zero, TrackHeight, TrackLine);
            DrawBar(canvas, zero, X(left, Math.Clamp(actual, -Farthest, Farthest)), middle, Math.Abs(actual) > Farthest);
        }
        else
        {
            canvas.FillRectangle(zero, y, end - zero, TrackHeight, Colour.White);
            canvas.StrokeRectangle(zero, y, end - zero, TrackHeight, EmptyTrack);
        }

        DrawAcross(canvas, end, y - 1, TrackHeight + 2, TargetLine);
        if (row.Pace is { } pace)
            DrawAcross(canvas, X(left, pace), y, TrackHeight, PaceTick);
        row.Value.Draw(canvas, left + trackLeft + trackWidth + Gap, middle - (row.Value.Height / 2));
    }

    /// <summary>A line over a bar, with white on both sides.</summary>
    private static void DrawAcross(PageCanvas canvas, double x, double top, double height, Stroke with)
    {
        canvas.StrokeLine(x, top, x, top + height, Halo);
        canvas.StrokeLine(x, top, x, top + height, with);
    }

    private static void DrawBar(PageCanvas canvas, double zero, double end, double middle, bool brokenOff)
    {
        FilledBox.Draw(canvas, Math.Min(zero, end), middle - (BarHeight / 2), Math.Abs(end - zero), BarHeight, Fill.Dark);
        if (!brokenOff)
            return;
        var inward = end > zero ? -1 : 1;
        foreach (var distance in (ReadOnlySpan<double>)[6, 10])
        {
            var x = end + (inward * distance);
            canvas.StrokeLine(x - 2, middle + (BarHeight / 2) + 1, x + 2, middle - (BarHeight / 2) - 1, Halo with { Width = 1.6 });
        }
    }

    /// <summary>A row, its text set and its figures in percent of its target.</summary>
    private sealed record Row(TargetRow Of, ChartLabel Label, ChartLabel Value)
    {
        public double? Actual { get; } = Of.Actual / Of.Target * 100;
        public double? Pace { get; } = Of.Pace is { } pace ? Math.Clamp(pace / Of.Target * 100, -Farthest, Farthest) : null;
        public double Height { get; } = Math.Max(TrackHeight, Math.Max(Label.Height, Value.Height)) + RowGap + (Label.Lines.Count + Value.Lines.Count > 2 ? LinesGap : 0);
        public double Least => Math.Max(-Farthest, Math.Min(Actual ?? 0, Pace ?? 0));
        public double Most => Math.Min(Farthest, Math.Max(100, Math.Max(Actual ?? 0, Pace ?? 0)));
    }
}
