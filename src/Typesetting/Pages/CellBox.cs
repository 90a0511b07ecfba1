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

    /// <summary>Whether a page has it already; a cell that a page break parts is set again.</summary>
    public bool Shown { get; set; }

    /// <summary>Width that a light takes before the text, in ems.</summary>
    public const double LightAdvance = 1.2;

    private double BarRoom => Bar is null ? 0 : CellSignals.BarHeight + (2 * BarGap);

    public double ContentHeight => (Lines.Count * Style.Leading) + BarRoom;

    /// <summary>How many pieces a page break may part: the lines, and the bar under them.</summary>
    public int Pieces => Lines.Count + (Bar is null ? 0 : 1);

    public double HeightOf(int piece) => piece < Lines.Count ? Style.Leading : piece == Lines.Count ? BarRoom : 0;

    /// <summary>No single line of a cell stands before or after a page break, and the bar stands with the text.</summary>
    public bool MayBreakBefore(int piece) =>
        !(Lines.Count > 1 && (piece == 1 || piece == Lines.Count - 1)) && !(Bar is not null && Lines.Count > 0 && piece == Lines.Count);

    /// <summary>Draws all of it in the middle of a height.</summary>
    public void Draw(PageCanvas canvas, double tableLeft, double top, double height) =>
        Draw(canvas, tableLeft, top + ((height - ContentHeight) / 2), 0, Pieces);

    /// <summary>Draws some of its pieces.</summary>
    /// <param name="y">Upper edge of the first of them.</param>
    /// <param name="to">Exclusive; may lie beyond the last.</param>
    public void Draw(PageCanvas canvas, double tableLeft, double y, int from, int to)
    {
        var x = tableLeft + Left + Padding;
        if (from == 0 && Light is { } light)
            DrawLight(canvas, light, x + Lines[0].Offset - (LightAdvance * Style.Size), y);
        var end = Math.Min(to, Lines.Count);
        if (from < end)
            canvas.Tag(Element);
        for (var i = from; i < end; i++, y += Style.Leading)
            if (Lines[i].Count > 0)
                canvas.DrawLine(Lines[i], x, y + TextSlab.BaseLine(Style));
        if (Bar is not null && from <= Lines.Count && Lines.Count < to)
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
