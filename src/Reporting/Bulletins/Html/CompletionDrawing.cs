using System.Globalization;
using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Html;

/// <summary>What is done of each target: a bar on a track that ends at the target, a line where the bar should have come by now.</summary>
internal static class CompletionDrawing
{
    /// <summary>In percent of the target; a bar beyond it is drawn broken off, so that one row does not dwarf the others.</summary>
    private const decimal Farthest = 200m;

    private const int Track = 14;
    private const int Bar = 8;
    private const int RowGap = 12;

    public static void Draw(Drawing drawing, CompletionChart chart)
    {
        var scale = PercentScale.Over(chart.Rows.SelectMany(row => (decimal[])[row.Completion ?? 0m, row.Due ?? 0m]).Append(100m).Select(Drawn));
        drawing.Legend(Legend(drawing, chart));
        drawing.Skip(6);
        foreach (var row in chart.Rows)
        {
            drawing.NameAndValue(row.Name.Text, row.Value.Text);
            DrawRow(drawing, scale, row);
            drawing.Skip(Track + RowGap);
        }
        drawing.Skip(4 - RowGap);
        foreach (var step in scale.Steps)
        {
            var at = scale.Share(step);
            drawing.Down("axis", at, drawing.Bottom - 2, 4);
            drawing.Text(at, drawing.Bottom, string.Create(CultureInfo.InvariantCulture, $"{(step < 0m ? "−" : "")}{Math.Abs(step):0}%"), at == 0m ? Anchor.Start : at == 100m ? Anchor.End : Anchor.Middle);
        }
        drawing.Skip(Drawing.LineHeight);
    }

    private static IEnumerable<(string, Action<int, int>)> Legend(Drawing drawing, CompletionChart chart)
    {
        if (chart.Rows.Any(row => row.Completion is not null))
            yield return ("累计完成", (left, top) => drawing.Sample(0, left, top));
        yield return ("年度目标", (left, top) => Sample("M0 .5H11V11.5H0Z", "target", "M11-1V13", left, top));
        if (chart.Rows.Any(row => row.Due is not null))
            yield return ("序时进度", (left, top) => Sample("M0 .5H12V11.5H0Z", "due", "M6-1V13", left, top));

        void Sample(string path, string line, string across, int left, int top)
        {
            drawing.Sketch("track", left, top, path);
            drawing.Sketch(line, left, top, across);
        }
    }

    private static void DrawRow(Drawing drawing, PercentScale scale, CompletionRow row)
    {
        var (zero, end, top) = (scale.Share(0m), scale.Share(100m), drawing.Bottom);
        drawing.Box(row.Completion is null ? "track empty" : "track", zero, end, top, Track);
        if (row.Completion is { } completion)
        {
            var reached = scale.Share(Drawn(completion));
            drawing.Bar(0, zero, reached, top + ((Track - Bar) / 2), Bar);
            if (Math.Abs(completion) > Farthest)
                drawing.Path("broken", reached, top, completion > 0m ? "M-13 13-9 1M-8 13-4 1" : "M4 13 8 1M9 13 13 1");
        }
        Across("target", end);
        if (row.Due is { } due)
            Across("due", scale.Share(Drawn(due)));

        void Across(string name, decimal at)
        {
            drawing.Down("halo", at, top - 1, Track + 2);
            drawing.Down(name, at, top - 1, Track + 2);
        }
    }

    private static decimal Drawn(decimal percent) => Math.Clamp(percent, -Farthest, Farthest);
}
