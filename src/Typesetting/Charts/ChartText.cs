using Typesetting.Content;
using Typesetting.Content.Checks;
using Typesetting.Lines;
using Typesetting.Pages;
using Typesetting.Pdf;

namespace Typesetting.Charts;

/// <summary>Sets the words of a chart.</summary>
internal sealed class ChartText(TextShaper shaper, LineBreaker breaker, TextStyle style, ContentPlace place)
{
    /// <summary>Wider than any line.</summary>
    private const double Unbroken = 1e6;

    public TextStyle Style => style;

    /// <summary>The chart's place in the document, for refusals.</summary>
    public ContentPlace Place => place;

    /// <summary>The same words in another size; the line distance changes with it.</summary>
    public ChartText Sized(double size) =>
        size == style.Size ? this : new ChartText(shaper, breaker, style with { Size = size, Leading = style.Leading * size / style.Size }, place);

    public ChartText Coloured(Colour colour) => new(shaper, breaker, style with { Colour = colour }, place);

    /// <summary>Sets a text, broken into lines no wider than <paramref name="width"/> points.</summary>
    public ChartLabel Set(string text, double width = Unbroken)
    {
        var range = shaper.Shape([new Run(text)], style);
        return Label(range, Break(range, width));
    }

    /// <summary>Sets a text in as few lines as the width asks for, and those of like length.</summary>
    public ChartLabel SetBalanced(string text, double width)
    {
        var range = shaper.Shape([new Run(text)], style);
        var lines = Break(range, width);
        for (var less = width - (style.Size / 2); lines.Count > 1; less -= style.Size / 2)
        {
            var narrower = Break(range, less);
            if (narrower.Count > lines.Count || less < style.Size)
                break;
            lines = narrower;
        }

        return Label(range, lines);
    }

    private List<Line> Break(GlyphRange range, double width)
    {
        var lines = new List<Line>(1);
        breaker.Break(range, width, 0, Alignment.Left, lines);
        return lines;
    }

    private ChartLabel Label(GlyphRange range, List<Line> lines)
    {
        var widest = 0.0;
        foreach (var line in lines)
            widest = Math.Max(widest, line.Width);
        return new ChartLabel(lines, widest, breaker.Measure(range).Unbreakable, style);
    }
}

/// <summary>Words of a chart, set.</summary>
/// <param name="Width">Of the widest line, in points.</param>
/// <param name="WidestWord">What cannot be broken without breaking a word, in points.</param>
internal sealed record ChartLabel(IReadOnlyList<Line> Lines, double Width, double WidestWord, TextStyle Style)
{
    public double Height => Lines.Count * Style.Leading;

    /// <param name="anchor">Where <paramref name="x"/> stands in each line: 0 its left end, 0.5 its middle, 1 its right end.</param>
    public void Draw(PageCanvas canvas, double x, double top, double anchor = 0)
    {
        for (var i = 0; i < Lines.Count; i++)
            canvas.DrawLine(Lines[i], x - (Lines[i].Width * anchor), top + (i * Style.Leading) + TextSlab.BaseLine(Style));
    }

    /// <summary>Draws the lines reading upward, side by side about <paramref name="x"/>.</summary>
    /// <param name="anchor">Where <paramref name="y"/> stands in each line: 0 its lower end, 1 its upper.</param>
    public void DrawUpward(PageCanvas canvas, double x, double y, double anchor)
    {
        var left = x - (Height / 2);
        for (var i = 0; i < Lines.Count; i++)
            canvas.DrawLineUpward(Lines[i], left + (i * Style.Leading) + TextSlab.BaseLine(Style), y + (Lines[i].Width * anchor));
    }
}
