using Typesetting.Content;
using Typesetting.Lines;

namespace Typesetting.Pages;

/// <summary>Sizes a table's columns, breaks its cells and cuts it into rows.</summary>
internal sealed class TableLayout(TextShaper shaper, LineBreaker breaker, double width, double pageHeight, StructureElement root)
{
    public void Cut(Table table, List<Slab> into)
    {
        if (table.Columns.Count == 0)
            throw new ArgumentException("A table needs at least one column.", nameof(table));
        var header = Shape(table, table.Header, table.HeaderStyle);
        var body = Shape(table, table.Rows, table.Style);
        var widths = new ColumnWidths(breaker, table, width).Of(header.Concat(body));
        var frame = new TableFrame(width, table.Border);
        var element = root.Add("Table", table.Summary);

        var headerSlabs = new List<RowSlab>();
        foreach (var row in header)
            headerSlabs.AddRange(CutRow(table, row, widths, frame, element.Add("TR"), true, []));
        foreach (var slab in headerSlabs)
            slab.KeepWithNext = true;
        into.AddRange(headerSlabs);
        // A header taller than half a page is not worth its room again.
        IReadOnlyList<RowSlab> repeated = headerSlabs.Sum(slab => slab.Height) > pageHeight / 2 ? [] : headerSlabs;
        foreach (var row in body)
            into.AddRange(CutRow(table, row, widths, frame, element.Add("TR"), false, repeated));
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

    private List<RowSlab> CutRow(
        Table table, ShapedRow row, double[] widths, TableFrame frame, StructureElement element, bool header, IReadOnlyList<RowSlab> repeated)
    {
        var boxes = new List<CellBox>(row.Cells.Count);
        foreach (var cell in row.Cells)
            boxes.Add(Box(table, cell, widths, element.Add(header ? "TH" : "TD"), header));
        var fill = header ? table.HeaderFill : null;
        var height = boxes.Max(box => box.ContentHeight) + (2 * table.RowPadding);
        if (height <= pageHeight - repeated.Sum(slab => slab.Height))
            return [new RowSlab(frame, boxes, height, new RowPart(null, true, 0, fill)) { Header = repeated }];
        return CutTallRow(table, boxes, frame, fill, repeated);
    }

    /// <summary>A row that no page holds goes on line by line.</summary>
    private static List<RowSlab> CutTallRow(Table table, List<CellBox> boxes, TableFrame frame, Colour? fill, IReadOnlyList<RowSlab> repeated)
    {
        var slabs = new List<RowSlab>();
        var count = Math.Max(1, boxes.Max(box => box.Lines.Count));
        for (var i = 0; i < count; i++)
        {
            var (first, last) = (i == 0, i == count - 1);
            var height = boxes.Max(box => box.Style.Leading) + (first ? table.RowPadding : 0) + (last ? table.RowPadding : 0);
            if (last)
                height += boxes.Max(box => box.ContentHeight - box.TextHeight);
            slabs.Add(new RowSlab(frame, boxes, height, new RowPart(i, last, first ? table.RowPadding : 0, fill)) { Header = repeated, KeepWithNext = first && !last });
        }

        return slabs;
    }

    private CellBox Box(Table table, ShapedCell shaped, double[] widths, StructureElement element, bool header)
    {
        var (cell, left, cellWidth) = (shaped.Cell, widths.Take(shaped.Column).Sum(), widths.Skip(shaped.Column).Take(shaped.Cell.ColumnSpan).Sum());
        var alignment = cell.Alignment ?? (header ? Alignment.Centre : table.Columns[shaped.Column].Alignment);
        var lines = new List<Line>();
        if (shaped.Text.Count > 0 || cell.Light is not null)
            breaker.Break(shaped.Text, Math.Max(1, cellWidth - (2 * table.CellPadding)), shaped.Lead, alignment, lines);
        return new CellBox(left, cellWidth, table.CellPadding, lines, header ? table.HeaderStyle : table.Style, element)
        {
            Light = cell.Light,
            LightElement = cell.Light is { } light ? element.Add("Figure", NameOf(light)) : null,
            Bar = cell.Bar,
            BarElement = cell.Bar is { } bar ? element.Add("Figure", bar.AlternativeText) : null,
        };
    }

    private static string NameOf(Light light) => light switch
    {
        Light.Green => "绿灯",
        Light.Yellow => "黄灯",
        Light.Red => "红灯",
        _ => "无灯",
    };
}

/// <summary>A row of a table, its text shaped.</summary>
internal sealed record ShapedRow(IReadOnlyList<ShapedCell> Cells);

/// <summary>A cell, its text shaped.</summary>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="Lead">Width before the text of the first line, in points.</param>
internal sealed record ShapedCell(TableCell Cell, GlyphRange Text, int Column, double Lead);
