using Typesetting.Pdf;

namespace Typesetting.Charts;

/// <summary>What the parts of a chart mean: swatches with their names, in lines, in the middle.</summary>
internal sealed class Legend
{
    public const double Swatch = 12;
    private const double Gap = 4;
    private const double Between = 16;
    private const double Below = 3;

    private readonly List<List<LegendEntry>> lines = [];
    private readonly double leading;
    private readonly double width;

    public Legend(ChartText text, double width, IEnumerable<(string Name, Action<PageCanvas, double, double> Draw)> entries)
    {
        this.width = width;
        leading = text.Style.Leading;
        var used = 0.0;
        foreach (var (name, draw) in entries)
        {
            var entry = new LegendEntry(text.Set(name, width - Swatch - Gap), draw);
            if (lines.Count == 0 || used + Between + entry.Width > width)
            {
                lines.Add([]);
                used = -Between;
            }

            lines[^1].Add(entry);
            used += Between + entry.Width;
        }
    }

    public double Height
    {
        get
        {
            var height = Below;
            foreach (var line in lines)
                height += HeightOf(line);
            return height;
        }
    }

    /// <summary>What is free to the left of the widest line, in points.</summary>
    public double Margin
    {
        get
        {
            var margin = width;
            foreach (var line in lines)
                margin = Math.Min(margin, MarginOf(line));
            return margin;
        }
    }

    public void Draw(PageCanvas canvas, double left, double top)
    {
        foreach (var line in lines)
        {
            var x = left + MarginOf(line);
            foreach (var entry in line)
            {
                entry.Draw(canvas, x, top + (leading / 2));
                entry.Name.Draw(canvas, x + Swatch + Gap, top);
                x += entry.Width + Between;
            }

            top += HeightOf(line);
        }
    }

    private double MarginOf(List<LegendEntry> line)
    {
        var used = -Between;
        foreach (var entry in line)
            used += Between + entry.Width;
        return (width - used) / 2;
    }

    private static double HeightOf(List<LegendEntry> line)
    {
        var height = 0.0;
        foreach (var entry in line)
            height = Math.Max(height, entry.Name.Height);
        return height;
    }

    /// <summary>A swatch and its name.</summary>
    /// <param name="Draw">Draws the swatch, given its left edge and the height of its middle.</param>
    private sealed record LegendEntry(ChartLabel Name, Action<PageCanvas, double, double> Draw)
    {
        public double Width => Swatch + Gap + Name.Width;
    }
}
