using Typesetting.Content;
using Typesetting.Lines;

namespace Typesetting.Pages;

/// <summary>Makes the rows of a table, and joins the cells that cover several of them.</summary>
internal sealed class TableRows(
    Table table, LineBreaker breaker, double[] widths, TableFrame frame, StructureElement element, double pageHeight, bool header, IReadOnlyList<RowSlab> repeated)
{
    private readonly List<RowSlab> slabs = [];
    private readonly List<PendingRow> pending = [];
    private readonly TextStyle style = header ? table.HeaderStyle : table.Style;

    public void Add(ShapedRow row)
    {
        if (!row.ContinuesAbove)
            Flush();
        pending.Add(new PendingRow(row, element.Add("TR")));
    }

    public IReadOnlyList<RowSlab> Finish()
    {
        Flush();
        return slabs;
    }

    /// <summary>Makes the rows that cells join.</summary>
    private void Flush()
    {
        var first = slabs.Count;
        var above = new RowCell[widths.Length];
        List<(CellBox Box, int From, int To)> joined = [];
        for (var i = 0; i < pending.Count; i++)
            slabs.Add(new RowSlab(frame, Cells(i, above, joined), default) { Header = repeated, Fill = header ? table.HeaderFill : null });
        foreach (var (box, from, to) in joined)
            MakeRoom(box, first + from, first + to);
        pending.Clear();
    }

    /// <param name="above">By column, the cell that a row below may go on with.</param>
    private List<RowCell> Cells(int index, RowCell[] above, List<(CellBox Box, int From, int To)> joined)
    {
        var (row, parent) = pending[index];
        var cells = new List<RowCell>(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            if (index == 0 || !cell.Cell.ContinuesAbove)
                above[cell.Column] = Begin(cell, parent, index, joined);
            else
                above[cell.Column] = Continued(above[cell.Column]);
            cells.Add(above[cell.Column]);
        }

        return cells;
    }

    private RowCell Begin(ShapedCell cell, StructureElement parent, int index, List<(CellBox Box, int From, int To)> joined)
    {
        var scope = header ? HeaderScope.Column : table.Columns[cell.Column].IsHeader ? HeaderScope.Row : HeaderScope.None;
        var box = Box(cell, parent.Add(scope == HeaderScope.None ? "TD" : "TH"));
        var rows = 1;
        while (index + rows < pending.Count && pending[index + rows].Row.Continues(cell.Column))
            rows++;
        (box.Element.ColumnSpan, box.Element.RowSpan, box.Element.Scope) = (cell.Cell.ColumnSpan, rows, scope);
        if (rows == 1)
            return new RowCell(box, false);
        // What would fill most of a page stands in its first row, which goes on line by line.
        var centred = box.ContentHeight < pageHeight / 3;
        if (centred)
            joined.Add((box, index, index + rows - 1));
        return new RowCell(box, centred) { Region = box };
    }

    private static RowCell Continued(RowCell upper) => upper.Merged
        ? upper
        : upper with { Box = new CellBox(upper.Box.Left, upper.Box.Width, upper.Box.Padding, [], upper.Box.Style, upper.Box.Element) };

    /// <summary>The rows of a cell hold its text, and so do those that stand before and after a page break.</summary>
    private void MakeRoom(CellBox box, int from, int to)
    {
        var needed = box.ContentHeight + (2 * table.RowPadding);
        var height = 0.0;
        for (var i = from; i <= to; i++)
            height += slabs[i].Height;
        for (var i = from; i <= to && height < needed; i++)
            slabs[i].Grow((needed - height) / (to - from + 1));
        for (var (i, sum) = (from, slabs[from].Height); i < to && sum < needed; sum += slabs[++i].Height)
            slabs[i].Bond = Bond.Firm;
        for (var (i, sum) = (to, slabs[to].Height); i > from && sum < needed; sum += slabs[--i].Height)
            slabs[i - 1].Bond = Bond.Firm;
        // Where a row that no page holds breaks that bond, the rows after the break are made higher.
        for (var (i, below) = (to, 0.0); i > from && below < needed; below += slabs[i--].Height)
            slabs[i].LeastHeightAtTop = Math.Max(slabs[i].LeastHeightAtTop, needed - below);
    }

    private CellBox Box(ShapedCell shaped, StructureElement parent)
    {
        var (cell, left, cellWidth) = (shaped.Cell, 0.0, 0.0);
        for (var i = 0; i < shaped.Column; i++)
            left += widths[i];
        for (var i = shaped.Column; i < shaped.Column + cell.ColumnSpan; i++)
            cellWidth += widths[i];
        var alignment = cell.Alignment ?? (header ? Alignment.Centre : table.Columns[shaped.Column].Alignment);
        var lines = new List<Line>(1);
        if (shaped.Text.Count > 0 || cell.Light is not null)
            breaker.Break(shaped.Text, cellWidth - (2 * table.CellPadding), shaped.Lead, alignment, lines);
        return new CellBox(left, cellWidth, table.CellPadding, lines, style, parent)
        {
            Light = cell.Light,
            LightElement = cell.Light is { } light ? parent.Add("Figure", NameOf(light)) : null,
            Bar = cell.Bar,
            BarElement = cell.Bar is { } bar ? parent.Add("Figure", bar.AlternativeText) : null,
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

/// <summary>A row that is not cut yet, with its element.</summary>
internal sealed record PendingRow(ShapedRow Row, StructureElement Element);
