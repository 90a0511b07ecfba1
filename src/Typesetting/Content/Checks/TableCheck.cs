namespace Typesetting.Content.Checks;

/// <summary>Refuses tables whose rows do not fit their columns, and numbers that no table could be drawn with.</summary>
internal sealed class TableCheck(Table table, ContentPlace place, TextCheck text, PageLayout layout)
{
    private const double ThickestBorder = 20;

    /// <summary>Of the text area's height: below a header set again, a page must hold two lines of a row.</summary>
    private const double MostOfPage = 0.125;

    public void Require()
    {
        text.Style(table.Style, place, nameof(table.Style));
        text.Style(table.HeaderStyle, place, nameof(table.HeaderStyle));
        text.Style(table.CaptionStyle, place, nameof(table.CaptionStyle));
        if (table.Caption is not null)
            TextCheck.Runs(table.Caption, table.CaptionStyle, place, nameof(table.Caption));
        place.Range(table.CellPadding, 0, layout.TextWidth / 2, "左右边距", nameof(table.CellPadding));
        place.Range(table.RowPadding, 0, layout.TextHeight * MostOfPage, "上下边距", nameof(table.RowPadding));
        place.Range(table.Border, 0, ThickestBorder, "边框粗细", nameof(table.Border));
        place.Range(table.Style.Leading, 0, layout.TextHeight * MostOfPage, "行距", nameof(TextStyle.Leading), nameof(table.Style));
        place.Range(table.HeaderStyle.Leading, 0, layout.TextHeight * MostOfPage, "行距", nameof(TextStyle.Leading), nameof(table.HeaderStyle));
        Columns();
        Rows(table.Header, table.HeaderStyle, PartKind.HeaderRow, nameof(table.Header));
        Rows(table.Rows, table.Style, PartKind.Row, nameof(table.Rows));
    }

    private void Columns()
    {
        place.Present(table.Columns, "列", nameof(table.Columns));
        if (table.Columns.Count == 0)
            throw place.Refusal("列（Columns）一列也没有", "Columns is empty; a table needs at least one");
        var points = 0.0;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var part = place.Part(i + 1, PartKind.Column);
            var column = table.Columns[i];
            part.Present(column, "内容", nameof(table.Columns));
            part.Defined(column.Alignment, "对齐", nameof(column.Alignment));
            if (column is { Points: not null, Share: not null })
                throw part.Refusal("宽度既按点（Points）又按份（Share）给出", "its width is given both in Points and as a Share");
            if (column.Points is { } width)
                part.Range(width, 1, layout.TextWidth, "宽度", nameof(column.Points));
            if (column.Share is { } share)
                part.Range(share, 1e-6, 1e6, "份额", nameof(column.Share));
            points += column.Points ?? 0;
        }

        if (points > layout.TextWidth + 0.01)
            throw place.Refusal(
                $"固定列宽（Points）合计{ContentPlace.Text(points)}点，超过版心宽{ContentPlace.Text(layout.TextWidth)}点",
                $"Points of the columns add up to {ContentPlace.Text(points)}; the text area has {ContentPlace.Text(layout.TextWidth)}");
    }

    private void Rows(IReadOnlyList<TableRow> rows, TextStyle style, PartKind kind, string field)
    {
        place.Present(rows, "行", field);
        // By column, how many columns the cell covers that a row below may go on with; 0 where none begins.
        var above = new int[table.Columns.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var part = place.Part(i + 1, kind);
            part.Present(rows[i], "内容", field);
            part.Present(rows[i].Cells, "单元格", nameof(TableRow.Cells));
            Cells(rows[i].Cells, style, part, above);
        }
    }

    private void Cells(IReadOnlyList<TableCell> cells, TextStyle style, ContentPlace row, int[] above)
    {
        var column = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            var part = row.Part(i + 1, PartKind.Cell);
            part.Present(cell, "内容", nameof(TableRow.Cells));
            TextCheck.Runs(cell.Runs, style, part, nameof(cell.Runs));
            if (cell.ColumnSpan < 1 || cell.ColumnSpan > table.Columns.Count - column)
                throw part.Refusal(
                    $"跨列数（ColumnSpan）是{cell.ColumnSpan}，从第{column + 1}列起只有{table.Columns.Count - column}列",
                    $"ColumnSpan is {cell.ColumnSpan}; from column {column + 1} on the table has {table.Columns.Count - column}");
            if (cell.ContinuesAbove)
                Continued(cell, part, above[column]);
            above.AsSpan(column, cell.ColumnSpan).Clear();
            above[column] = cell.ColumnSpan;
            column += cell.ColumnSpan;
            Signals(cell, part);
        }

        // Cells that are left out are blank and cover one column each.
        above.AsSpan(column).Fill(1);
    }

    private static void Continued(TableCell cell, ContentPlace part, int above)
    {
        if (above != cell.ColumnSpan)
            throw part.Refusal(
                "纵向合并（ContinuesAbove）有误：上一行没有同列同宽的单元格",
                "ContinuesAbove is set, but no cell of the row above begins and ends in the same columns");
        if (cell is { Light: null, Bar: null } && cell.Runs.All(run => run.Text.Length == 0))
            return;
        throw part.Refusal("纵向合并（ContinuesAbove）的单元格有自己的内容，排版时会丢失", "ContinuesAbove is set, but the cell has content of its own, which would be lost");
    }

    private static void Signals(TableCell cell, ContentPlace part)
    {
        if (cell.Alignment is { } alignment)
            part.Defined(alignment, "对齐", nameof(cell.Alignment));
        if (cell.Light is { } light)
            part.Defined(light, "灯", nameof(cell.Light));
        if (cell.Bar is not { } bar)
            return;
        part.Finite(bar.Share, "条形份额", nameof(bar.Share));
        if (bar.Mark is { } mark)
            part.Finite(mark, "条形标记", nameof(bar.Mark));
        part.Present(bar.AlternativeText, "条形说明", nameof(bar.AlternativeText));
    }
}
