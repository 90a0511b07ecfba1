using Typesetting.Content;
using Typesetting.Lines;

namespace Typesetting.Pages;

/// <summary>Sizes a table's columns, breaks its cells and cuts it into rows.</summary>
internal sealed class TableLayout(TextShaper shaper, LineBreaker breaker, double width, double pageHeight, StructureElement root)
{
    /// <summary>A table of up to so many rows is not parted.</summary>
    private const int FewRows = 3;

    /// <summary>Between the caption and the table, in points.</summary>
    private const double CaptionGap = 4;

    public void Cut(Table table, List<Slab> into)
    {
        if (table.Columns.Count == 0)
            throw new ArgumentException("A table needs at least one column.", nameof(table));
        var header = Shape(table, table.Header, table.HeaderStyle);
        var body = Shape(table, table.Rows, table.Style);
        var widths = new ColumnWidths(breaker, table, width).Of(header.Concat(body));
        var frame = new TableFrame(width, table.Border, table.RowPadding, table.Style.Leading);
        var element = root.Add("Table", table.Summary);
        AddCaption(table, element, into);

        var headerRows = new TableRows(table, breaker, widths, frame, element, pageHeight, true, []);
        foreach (var row in header)
            headerRows.Add(row);
        var headerSlabs = headerRows.Finish();
        foreach (var slab in headerSlabs)
            slab.Bond = Bond.Firm;
        into.AddRange(headerSlabs);
        // A header taller than a third of a page is not worth its room again.
        IReadOnlyList<RowSlab> repeated = headerSlabs.Sum(slab => slab.Height) > pageHeight / 3 ? [] : headerSlabs;
        var rows = new TableRows(table, breaker, widths, frame, element, pageHeight, false, repeated);
        foreach (var row in body)
            rows.Add(row);
        into.AddRange(KeepEnds(rows.Finish()));
    }

    private void AddCaption(Table table, StructureElement element, List<Slab> into)
    {
        if (table.Caption is not { Count: > 0 } runs)
            return;
        var lines = new List<Line>(1);
        breaker.Break(shaper.Shape(runs, table.CaptionStyle), width, 0, Alignment.Centre, lines);
        TextSlab.Stack(table.CaptionStyle, lines, 0, element.Add("Caption"), true, into);
        into[^1].Bond = Bond.Firm;
        into[^1].SpaceAfter = CaptionGap;
    }

    /// <summary>No single row of a table at the foot or at the head of a page.</summary>
    private static IReadOnlyList<RowSlab> KeepEnds(IReadOnlyList<RowSlab> rows)
    {
        for (var i = 0; i + 1 < rows.Count; i++)
            if (rows[i].Bond == Bond.None && (rows.Count <= FewRows || i == 0 || i == rows.Count - 2))
                rows[i].Bond = Bond.Welcome;
        return rows;
    }

    private List<ShapedRow> Shape(Table table, IReadOnlyList<TableRow> rows, TextStyle style)
    {
        var shaped = new List<ShapedRow>(rows.Count);
        foreach (var row in rows)
        {
            var cells = new List<ShapedCell>(row.Cells.Count);
            var column = 0;
            foreach (var cell in row.Cells)
            {
                if (cell.ColumnSpan < 1 || column + cell.ColumnSpan > table.Columns.Count)
                    throw new ArgumentException($"A row has more cells than the table has columns ({table.Columns.Count}).", nameof(rows));
                cells.Add(new ShapedCell(cell, shaper.Shape(cell.Runs, style), column, cell.Light is null ? 0 : CellBox.LightAdvance * style.Size));
                column += cell.ColumnSpan;
            }

            for (; column < table.Columns.Count; column++)
                cells.Add(new ShapedCell(new TableCell(""), default, column, 0));
            shaped.Add(new ShapedRow(cells));
        }

        return shaped;
    }
}

/// <summary>A row of a table, its text shaped.</summary>
internal sealed record ShapedRow(IReadOnlyList<ShapedCell> Cells)
{
    /// <summary>Whether a cell of the row above covers this row too.</summary>
    public bool ContinuesAbove => Cells.Any(cell => cell.Cell.ContinuesAbove);

    /// <summary>Whether the cell of the row above that begins in this column covers this row too.</summary>
    public bool Continues(int column)
    {
        foreach (var cell in Cells)
            if (cell.Column == column)
                return cell.Cell.ContinuesAbove;
        return false;
    }
}

/// <summary>A cell, its text shaped.</summary>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="Lead">Width before the text of the first line, in points.</param>
internal sealed record ShapedCell(TableCell Cell, GlyphRange Text, int Column, double Lead);
