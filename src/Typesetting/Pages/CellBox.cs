using Typesetting.Charts;
using Typesetting.Content;
using Typesetting.Lines;
using Typesetting.Pdf;

namespace Typesetting.Pages;

/// <summary>A cell with its lines broken.</summary>
/// <param name="Left">From the left edge of the table, in points.</param>
internal sealed record CellBox(double Left, double Width, double Padding, IReadOnlyList<Line> Lines, TextStyle Style, StructureElement Element)
{
    private const double BarGap = 3;

    public Light? Light { get; init; }
    public StructureElement? LightElement { get; init; }
    public Bar? Bar { get; init; }
    public StructureElement? BarElement { get; init; }

    /// <summary>Width that a light takes before the text, in ems.</summary>
    public const double LightAdvance = 1.2;

    public double TextHeight => Lines.Count * Style.Leading;

    public double ContentHeight => TextHeight + (Bar is null ? 0 : CellSignals.BarHeight + (2 * BarGap));

    public void Draw(PageCanvas canvas, double tableLeft, double top, double height, RowPart part)
    {
        var x = tableLeft + Left + Padding;
        var y = part.Line is null ? top + ((height - ContentHeight) / 2) : top + part.PaddingAbove;
        var (from, to) = part.Line is { } line ? (line, Math.Min(line + 1, Lines.Count)) : (0, Lines.Count);
        if (from == 0 && Light is { } light)
            DrawLight(canvas, light, x + Lines[0].Offset - (LightAdvance * Style.Size), y);
        if (from < to)
            canvas.Tag(Element);
        for (var i = from; i < to; i++, y += Style.Leading)
            if (Lines[i].Count > 0)
                canvas.DrawLine(Lines[i], x, y + TextSlab.BaseLine(Style));
        if (Bar is not null && part.Last)
            DrawBar(canvas, Bar, x, y + BarGap);
    }

    private void DrawLight(PageCanvas canvas, Light light, double x, double y)
    {
        var size = Style.Size * 0.8;
        var top = y + ((Style.Leading - size) / 2);
        CellSignals.DrawLight(canvas, light, LightElement, x, top, size);
    }

    private void DrawBar(PageCanvas canvas, Bar bar, double x, double y)
    {
        var width = Width - (2 * Padding);
        CellSignals.DrawBar(canvas, bar, BarElement, x, y, width);
    }
}
