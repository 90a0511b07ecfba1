using Typesetting.Content;
using Typesetting.Content.Charts;
using Typesetting.Content.Checks;
using Typesetting.Lines;
using Typesetting.Pdf;

namespace Typesetting.Charts;

/// <summary>A chart laid out, ready to be drawn.</summary>
internal abstract class ChartDrawing
{
    /// <summary>In points.</summary>
    public double Height { get; protected init; }

    /// <param name="left">From the left edge of the paper, in points.</param>
    /// <param name="top">From the upper edge of the paper, in points.</param>
    public abstract void Draw(PageCanvas canvas, double left, double top);

    /// <param name="place">Of the figure, which a refusal names.</param>
    /// <exception cref="ContentException">The page has no room for it.</exception>
    public static ChartDrawing Of(Chart chart, TextShaper shaper, LineBreaker breaker, double width, ContentPlace place)
    {
        var text = new ChartText(shaper, breaker, chart.Style, place);
        return chart switch
        {
            TargetChart targets => new TargetDrawing(targets, text, width),
            StackedChart stacked => new StackedDrawing(stacked, text, width),
            ColumnChart columns => new ColumnDrawing(columns, text, width),
            _ => throw new ArgumentException($"Unknown chart {chart.GetType().Name}.", nameof(chart)),
        };
    }
}
