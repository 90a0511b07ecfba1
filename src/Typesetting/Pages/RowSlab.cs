using Typesetting.Content;
using Typesetting.Pdf;

namespace Typesetting.Pages;

/// <summary>A table row, or, where no page holds the row, a part of it.</summary>
internal sealed class RowSlab : Slab
{
    private readonly TableFrame frame;
    private readonly IReadOnlyList<RowCell> cells;
    private readonly RowPart part;

    public RowSlab(TableFrame frame, IReadOnlyList<RowCell> cells, RowPart part)
        : base(0)
    {
        (this.frame, this.cells, this.part) = (frame, cells, part);
        Height = part.IsWhole ? WholeHeight() : HeightOf(part.From, part.To);
    }

    /// <summary>Rows set again above this one where it is the first on a page.</summary>
    public IReadOnlyList<RowSlab> Header { get; init; } = [];

    /// <summary>Behind its header rows and its cells.</summary>
    public Colour? Fill { get; init; }

    public override IReadOnlyList<RowSlab> RepeatedAbove => Header;

    /// <summary>One cell over several columns that are the whole table: the name of the rows below.</summary>
    public bool IsTitle => cells is [{ Box: var box }] && box.Element.ColumnSpan > 1;

    public override double LeastHeight => HeightOf(part.From, FirstBreak());

    /// <summary>What the cells that it goes on with ask of it where it is the first row on a page.</summary>
    public double LeastHeightAtTop { get; set; }

    public override void BeginPage() => Height = Math.Max(Height, LeastHeightAtTop);

    /// <summary>Makes room for a cell that covers several rows and is taller than they are.</summary>
    public void Grow(double by) => Height += by;

    /// <summary>Every cell goes on under itself: so many of its lines above the break, the others below.</summary>
    public override (Slab Head, Slab Tail)? Split(double room, bool anywhere)
    {
        var end = Pieces;
        var (good, any) = (0, part.From + 1);
        for (var i = part.From + 1; i < end && HeightOf(part.From, i) <= room; i++)
            (good, any) = (MayBreakBefore(i) ? i : good, i);
        var at = good > 0 || !anywhere ? good : any;
        if (at <= part.From || at >= end)
            return null;
        var head = new RowSlab(frame, cells, new RowPart(part.From, at)) { Header = Header, Fill = Fill, SpaceBefore = SpaceBefore };
        var tail = new RowSlab(frame, cells, new RowPart(at, end))
        {
            Header = Header,
            Fill = Fill,
            SpaceAfter = SpaceAfter,
            Bond = Bond,
        };
        return (head, tail);
    }

    public override void Draw(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        canvas.BeginArtifact();
        DrawFrame(canvas, left, top, neighbours);
        foreach (var cell in cells)
        {
            if (cell.Merged)
                DrawMerged(canvas, left, top, neighbours, cell);
            else if (part.IsWhole)
                cell.Box.Draw(canvas, left, top, Height);
            else
                cell.Box.Draw(canvas, left, top + frame.RowPadding, part.From, part.To);
        }
    }

    /// <summary>Draws the row once more above the rest of its table; nothing new for readers that cannot see the page.</summary>
    public void DrawAgain(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        using (canvas.AllArtifact())
            Draw(canvas, left, top, neighbours);
    }

    /// <summary>
    /// In the middle of all its rows on this page, if they hold it (those of its last page do); as an artifact where an earlier page
    /// has it.
    /// </summary>
    private static void DrawMerged(PageCanvas canvas, double left, double top, Neighbours neighbours, RowCell cell)
    {
        if (Holds(neighbours.Above, cell))
            return;
        var height = 0.0;
        for (var i = neighbours.Index; i < neighbours.Page.Count && Holds(neighbours.Page[i].Slab, cell); i++)
            height += neighbours.Page[i].Slab.Height;
        if (height < cell.Box.ContentHeight)
            return;
        using (cell.Box.Shown ? canvas.AllArtifact() : null)
            cell.Box.Draw(canvas, left, top, height);
        cell.Box.Shown = true;
    }

    private void DrawFrame(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        if (Fill is { } fill)
            canvas.FillRectangle(left, top, frame.Width, Height, fill);
        var thickness = frame.Border;
        if (thickness <= 0)
            return;
        if (!SameTable(neighbours.Above))
            Horizontal(left, frame.Width, top);
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
                if (Holds(below, cell))
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

    private bool SameTable(Slab? other) => other is RowSlab row && ReferenceEquals(row.frame, frame);

    /// <summary>Whether a slab is a row that the same joined cell covers.</summary>
    private static bool Holds(Slab? other, RowCell cell)
    {
        if (cell.Region is null || other is not RowSlab row)
            return false;
        foreach (var candidate in row.cells)
            if (ReferenceEquals(candidate.Region, cell.Region))
                return true;
        return false;
    }

    private double WholeHeight()
    {
        var content = 0.0;
        foreach (var cell in cells)
            if (!cell.Merged)
                content = Math.Max(content, cell.Box.ContentHeight);
        return Math.Max(content, frame.LeastContent) + (2 * frame.RowPadding);
    }

    /// <summary>Height of a part, which also holds the text of each joined cell that runs through it.</summary>
    private double HeightOf(int from, int to)
    {
        var (height, joined) = (0.0, 0.0);
        for (var piece = from; piece < to; piece++)
        {
            var tallest = 0.0;
            foreach (var cell in cells)
                if (!cell.Merged)
                    tallest = Math.Max(tallest, cell.Box.HeightOf(piece));
            height += tallest;
        }

        foreach (var cell in cells)
            if (cell.Merged)
                joined = Math.Max(joined, cell.Box.ContentHeight);
        return Math.Max(height, joined) + (2 * frame.RowPadding);
    }

    private int Pieces => part.IsWhole ? cells.Max(cell => cell.Merged ? 0 : cell.Box.Pieces) : part.To;

    private int FirstBreak()
    {
        var end = Pieces;
        for (var i = part.From + 1; i < end; i++)
            if (MayBreakBefore(i))
                return i;
        return end;
    }

    private bool MayBreakBefore(int piece)
    {
        foreach (var cell in cells)
            if (!cell.Merged && !cell.Box.MayBreakBefore(piece))
                return false;
        return true;
    }
}

/// <summary>A row's part in a cell.</summary>
/// <param name="Merged">Whether the cell's text stands in the middle of all rows that it covers.</param>
internal readonly record struct RowCell(CellBox Box, bool Merged)
{
    /// <summary>The box that a joined cell's rows have in common; null where the cell covers one row.</summary>
    public CellBox? Region { get; init; }
}

/// <summary>What the rows of one table share.</summary>
/// <param name="LeastContent">Height of a row without text, in points.</param>
internal sealed record TableFrame(double Width, double Border, double RowPadding, double LeastContent);

/// <summary>Which of the pieces of its cells a row's slab holds; to 0 is all.</summary>
/// <param name="To">Exclusive.</param>
internal readonly record struct RowPart(int From, int To)
{
    public bool IsWhole => To == 0;
}
