using Typesetting.Content;
using Typesetting.Content.Checks;
using Typesetting.Lines;

namespace Typesetting.Pages;

/// <summary>Sizes a table's columns, breaks its cells and cuts it into rows.</summary>
internal sealed class TableLayout(TextShaper shaper, LineBreaker breaker, double width, double pageHeight, StructureElement root, ContentPlace place)
{
    /// <summary>A table of up to so many rows is not parted.</summary>
    private const int FewRows = 3;

    /// <summary>Between the caption and the table, in points.</summary>
    private const double CaptionGap = 4;

    private static readonly TableCell Blank = new("");

    public void Cut(Table table, List<Slab> into)
    {
        var header = Shape(table, table.Header, table.HeaderStyle);
        var body = Shape(table, table.Rows, table.Style);
        var demands = new ColumnDemands(table, width);
        demands.Add(header, body);
        var widths = new ColumnWidths(table, demands, width, place).Of(body);
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

    /// <summary>No single row of a table at the foot or at the head of a page, and no title of a group of rows without the first of them.</summary>
    private static IReadOnlyList<RowSlab> KeepEnds(IReadOnlyList<RowSlab> rows)
    {
        for (var i = 0; i + 1 < rows.Count; i++)
        {
            if (rows[i].Bond == Bond.None && (rows.Count <= FewRows || i == 0 || i == rows.Count - 2))
                rows[i].Bond = Bond.Welcome;
            if (rows[i].IsTitle && rows[i].Bond < Bond.Asked)
                rows[i].Bond = Bond.Asked;
        }

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
                var text = shaper.Shape(cell.Runs, style);
                var (natural, unbreakable) = breaker.Measure(text);
                cells.Add(new ShapedCell(cell, text, column, cell.Light is null ? 0 : CellBox.LightAdvance * style.Size, natural, unbreakable));
                column += cell.ColumnSpan;
            }

            for (; column < table.Columns.Count; column++)
                cells.Add(new ShapedCell(Blank, default, column, 0, 0, 0));
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
/// <param name="Natural">Width of the text where no line is broken, in points.</param>
/// <param name="Unbreakable">Width of its longest stretch that cannot be broken, in points.</param>
internal sealed record ShapedCell(TableCell Cell, GlyphRange Text, int Column, double Lead, double Natural, double Unbreakable);
