using Typesetting.Content;
using Typesetting.Pdf;

namespace Typesetting.Pages;

/// <summary>A table row, or, where the row is taller than a page, one line of it.</summary>
internal sealed class RowSlab(TableFrame frame, IReadOnlyList<RowCell> cells, double height, RowPart part) : Slab(height)
{
    public TableFrame Frame => frame;

    public IReadOnlyList<RowSlab> Header { get; init; } = [];

    public override IReadOnlyList<RowSlab> RepeatedAbove => Header;

    /// <summary>Makes room for a cell that covers several rows and is taller than they are.</summary>
    public void Grow(double by) => Height += by;

    public override void Draw(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        canvas.BeginArtifact();
        DrawFrame(canvas, left, top, neighbours);
        foreach (var cell in cells)
        {
            if (!cell.Merged)
                cell.Box.Draw(canvas, left, top, Height, part);
            else if (!Holds(neighbours.Above, cell.Box))
                DrawMerged(canvas, left, top, neighbours, cell);
        }
    }

    /// <summary>Draws the row once more above the rest of its table; nothing new for readers that cannot see the page.</summary>
    public void DrawAgain(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        using (canvas.AllArtifact())
            Draw(canvas, left, top, neighbours);
    }

    /// <summary>In the middle of all its rows on this page; as an artifact where an earlier page has it.</summary>
    private void DrawMerged(PageCanvas canvas, double left, double top, Neighbours neighbours, RowCell cell)
    {
        var height = 0.0;
        for (var i = neighbours.Index; i < neighbours.Page.Count && Holds(neighbours.Page[i].Slab, cell.Box); i++)
            height += neighbours.Page[i].Slab.Height;
        if (cell.Begins)
        {
            cell.Box.Draw(canvas, left, top, height, part);
            return;
        }

        using (canvas.AllArtifact())
            cell.Box.Draw(canvas, left, top, height, part);
    }

    private void DrawFrame(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        if (part.Fill is { } fill)
            canvas.FillRectangle(left, top, frame.Width, Height, fill);
        var thickness = frame.Border;
        if (thickness <= 0)
            return;
        if (!SameTable(neighbours.Above))
            Horizontal(left, frame.Width, top);
        if (part.Last || !SameTable(neighbours.Below))
            DrawLower(neighbours.Below);
        var x = left;
        Vertical(x);
        foreach (var cell in cells)
            Vertical(x += cell.Box.Width);

        // No line runs through a cell that goes on below.
        void DrawLower(Slab? below)
        {
            var (from, to) = (left, left);
            foreach (var cell in cells)
            {
                if (cell.Merged && Holds(below, cell.Box))
                {
                    if (to > from)
                        Horizontal(from, to - from, top + Height);
                    from = to + cell.Box.Width;
                }

                to += cell.Box.Width;
            }

            if (to > from)
                Horizontal(from, to - from, top + Height);
        }

        void Horizontal(double x, double width, double y) => canvas.FillRectangle(x - (thickness / 2), y - (thickness / 2), width + thickness, thickness, Colour.Black);
        void Vertical(double at) => canvas.FillRectangle(at - (thickness / 2), top, thickness, Height, Colour.Black);
    }

    private bool SameTable(Slab? other) => other is RowSlab row && ReferenceEquals(row.Frame, frame);

    private static bool Holds(Slab? other, CellBox box) => other is RowSlab row && row.Cells.Any(cell => ReferenceEquals(cell.Box, box));

    private IReadOnlyList<RowCell> Cells => cells;
}

/// <summary>A row's part in a cell.</summary>
/// <param name="Merged">Whether the cell covers other rows too; they hold the same box.</param>
/// <param name="Begins">Whether this row is the cell's first.</param>
internal readonly record struct RowCell(CellBox Box, bool Merged, bool Begins);

/// <summary>What the rows of one table share.</summary>
internal sealed record TableFrame(double Width, double Border);

/// <summary>Which part of its row a slab is.</summary>
/// <param name="Line">The line of every cell that it holds; null is the whole row.</param>
/// <param name="Last">Whether the row ends with it.</param>
internal readonly record struct RowPart(int? Line, bool Last, double PaddingAbove, Colour? Fill);
