using Typesetting.Content;
using Typesetting.Pdf;

namespace Typesetting.Pages;

/// <summary>A table row, or, where the row is taller than a page, one line of it.</summary>
internal sealed class RowSlab(TableFrame frame, IReadOnlyList<CellBox> cells, double height, RowPart part) : Slab(height)
{
    public TableFrame Frame => frame;

    public IReadOnlyList<RowSlab> Header { get; init; } = [];

    public override IReadOnlyList<RowSlab> RepeatedAbove => Header;

    public override void Draw(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        canvas.BeginArtifact();
        DrawFrame(canvas, left, top, neighbours);
        foreach (var cell in cells)
            cell.Draw(canvas, left, top, Height, part);
    }

    /// <summary>Draws the row once more above the rest of its table; nothing new for readers that cannot see the page.</summary>
    public void DrawAgain(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        using (canvas.AllArtifact())
            Draw(canvas, left, top, neighbours);
    }

    private void DrawFrame(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        if (part.Fill is { } fill)
            canvas.FillRectangle(left, top, frame.Width, Height, fill);
        var thickness = frame.Border;
        if (thickness <= 0)
            return;
        if (!SameTable(neighbours.Above))
            Horizontal(top);
        if (part.Last || !SameTable(neighbours.Below))
            Horizontal(top + Height);
        var x = left;
        Vertical(x);
        foreach (var cell in cells)
            Vertical(x += cell.Width);

        void Horizontal(double y) => canvas.FillRectangle(left - (thickness / 2), y - (thickness / 2), frame.Width + thickness, thickness, Colour.Black);
        void Vertical(double at) => canvas.FillRectangle(at - (thickness / 2), top, thickness, Height, Colour.Black);
    }

    private bool SameTable(Slab? other) => other is RowSlab row && ReferenceEquals(row.Frame, frame);
}

/// <summary>What the rows of one table share.</summary>
internal sealed record TableFrame(double Width, double Border);

/// <summary>Which part of its row a slab is.</summary>
/// <param name="Line">The line of every cell that it holds; null is the whole row.</param>
/// <param name="Last">Whether the row ends with it.</param>
internal readonly record struct RowPart(int? Line, bool Last, double PaddingAbove, Colour? Fill);
