using Typesetting.Content;
using Typesetting.Lines;

namespace Typesetting.Pages;

/// <summary>Cuts the rows of a table, and joins the cells that cover several of them.</summary>
internal sealed class TableRows(
    Table table, LineBreaker breaker, double[] widths, TableFrame frame, StructureElement element, double pageHeight, bool header, IReadOnlyList<RowSlab> repeated)
{
    private readonly List<RowSlab> slabs = [];
    private readonly List<PendingRow> pending = [];

    public void Add(ShapedRow row)
    {
        if (!row.Cells.Any(cell => cell.Cell.ContinuesAbove))
            Flush();
        pending.Add(new PendingRow(row, element.Add("TR")));
    }

    public IReadOnlyList<RowSlab> Finish()
    {
        Flush();
        return slabs;
    }

    /// <summary>Cuts the rows that cells join.</summary>
    private void Flush()
    {
        if (pending.Count == 0)
            return;
        var first = slabs.Count;
        var above = new Dictionary<int, RowCell>();
        List<(CellBox Box, int From, int To)> merged = [];
        for (var i = 0; i < pending.Count; i++)
            CutRow(Cells(i, above, merged), first);
        foreach (var (box, from, to) in merged.Where(cell => first + cell.To < slabs.Count))
            MakeRoom(box, first + from, first + to);
        pending.Clear();
    }

    private List<RowCell> Cells(int index, Dictionary<int, RowCell> above, List<(CellBox Box, int From, int To)> merged)
    {
        var (row, parent) = pending[index];
        var cells = new List<RowCell>(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            if (index > 0 && cell.Cell.ContinuesAbove && above.TryGetValue(cell.Column, out var upper) && upper.Merged)
            {
                cells.Add(upper with { Begins = false });
                continue;
            }

            var scope = header ? HeaderScope.Column : table.Columns[cell.Column].IsHeader ? HeaderScope.Row : HeaderScope.None;
            var box = Box(cell, parent.Add(scope == HeaderScope.None ? "TD" : "TH"));
            (box.Element.ColumnSpan, box.Element.Scope) = (cell.Cell.ColumnSpan, scope);
            var rows = 1;
            while (index + rows < pending.Count && pending[index + rows].Row.Cells.Any(c => c.Column == cell.Column && c.Cell.ColumnSpan == cell.Cell.ColumnSpan && c.Cell.ContinuesAbove))
                rows++;
            // What would fill most of a page stands in its first row, which goes on line by line.
            var joins = rows > 1 && box.ContentHeight < pageHeight / 3;
            if (joins)
            {
                box.Element.RowSpan = rows;
                merged.Add((box, index, index + rows - 1));
            }

            cells.Add(above[cell.Column] = new RowCell(box, joins, true));
        }

        return cells;
    }

    private void CutRow(List<RowCell> cells, int first)
    {
        var fill = header ? table.HeaderFill : null;
        var height = cells.Max(cell => cell.Merged ? 0 : cell.Box.ContentHeight) + (2 * table.RowPadding);
        if (cells.All(cell => cell.Merged))
            height += (header ? table.HeaderStyle : table.Style).Leading;
        if (height <= pageHeight - repeated.Sum(slab => slab.Height))
            slabs.Add(new RowSlab(frame, cells, height, new RowPart(null, true, 0, fill)) { Header = repeated });
        else
            slabs.AddRange(CutTallRow([.. cells.Select(cell => cell with { Merged = false })], fill));
    }

    /// <summary>A row that no page holds goes on line by line.</summary>
    private List<RowSlab> CutTallRow(List<RowCell> cells, Colour? fill)
    {
        var cut = new List<RowSlab>();
        var count = Math.Max(1, cells.Max(cell => cell.Box.Lines.Count));
        for (var i = 0; i < count; i++)
        {
            var (first, last) = (i == 0, i == count - 1);
            var height = cells.Max(cell => cell.Box.Style.Leading) + (first ? table.RowPadding : 0) + (last ? table.RowPadding : 0);
            if (last)
                height += cells.Max(cell => cell.Box.ContentHeight - cell.Box.TextHeight);
            cut.Add(new RowSlab(frame, cells, height, new RowPart(i, last, first ? table.RowPadding : 0, fill)) { Header = repeated, KeepWithNext = first && !last });
        }

        return cut;
    }

    /// <summary>The rows of a cell hold its text, and so do those that stand before and after a page break.</summary>
    private void MakeRoom(CellBox box, int from, int to)
    {
        var needed = box.ContentHeight + (2 * table.RowPadding);
        var height = 0.0;
        for (var i = from; i <= to; i++)
            height += slabs[i].Height;
        if (height < needed)
            slabs[to].Grow(needed - height);
        for (var (i, sum) = (from, slabs[from].Height); i < to && sum < needed; sum += slabs[++i].Height)
            slabs[i].KeepWithNext = true;
        for (var (i, sum) = (to, slabs[to].Height); i > from && sum < needed; sum += slabs[--i].Height)
            slabs[i - 1].KeepWithNext = true;
    }

    private CellBox Box(ShapedCell shaped, StructureElement parent)
    {
        var (cell, left, cellWidth) = (shaped.Cell, widths.Take(shaped.Column).Sum(), widths.Skip(shaped.Column).Take(shaped.Cell.ColumnSpan).Sum());
        var alignment = cell.Alignment ?? (header ? Alignment.Centre : table.Columns[shaped.Column].Alignment);
        var lines = new List<Line>();
        if (shaped.Text.Count > 0 || cell.Light is not null)
            breaker.Break(shaped.Text, Math.Max(1, cellWidth - (2 * table.CellPadding)), shaped.Lead, alignment, lines);
        return new CellBox(left, cellWidth, table.CellPadding, lines, header ? table.HeaderStyle : table.Style, parent)
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
