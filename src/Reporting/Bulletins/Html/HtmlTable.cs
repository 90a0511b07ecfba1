using System.Globalization;
using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Html;

/// <summary>Writes a table in a region that scrolls by itself where the screen is narrower.</summary>
internal sealed class HtmlTable
{
    /// <summary>Columns that a telephone shows beside each other.</summary>
    private const int FewColumns = 3;

    /// <summary>Characters that a narrow column keeps on one line.</summary>
    private const int LongestWord = 6;

    private readonly Markup page;
    private readonly TableBlock table;

    /// <summary>The first column of words names the row; a running number before it does not.</summary>
    private readonly int name;

    private HtmlTable(Markup page, TableBlock table)
    {
        (this.page, this.table) = (page, table);
        name = table.Columns.TakeWhile(column => column.Align != ColumnAlign.Left).Count();
    }

    /// <param name="id">Of the caption, which names the region too.</param>
    public static void Write(Markup page, TableBlock table, string id, StyleSheet styles)
    {
        // The region takes the focus, so that the keyboard scrolls it.
        page.Open("div", ("class", "region"), ("role", "region"), ("aria-labelledby", id), ("tabindex", "0")).Line();
        page.Open("table", ("class", table.Columns.Count > FewColumns ? "wide" : null)).Line();
        // One piece of text: a name made of several is read with gaps.
        page.Open("caption").Open("span", ("id", id)).Lines(table.Caption.Text).Close().Close().Line();
        new HtmlTable(page, table).Write(styles);
        page.Close().Line().Close();
    }

    private void Write(StyleSheet styles)
    {
        var whole = table.Columns.Sum(column => column.Share);
        page.Open("colgroup");
        foreach (var column in table.Columns)
            page.Leaf("col", ("class", whole > 0m ? styles.Width(column.Share / whole) : null));
        page.Close().Line().Open("thead").Line().Open("tr");
        foreach (var column in table.Columns)
            page.Open("th", ("scope", "col"), ("class", ClassOf(column))).Lines(column.Head).Close();
        page.Close().Line().Close().Line().Open("tbody").Line();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (row > 0 && NamesGroup(row))
                page.Close().Line().Open("tbody").Line();
            WriteRow(row);
        }
        page.Close().Line();
    }

    private void WriteRow(int row)
    {
        var cells = table.Rows[row].Cells;
        string?[] classes = [table.Rows[row].Emphasis ? "emphasis" : null, row > 0 && cells.Any(cell => cell.ContinuesAbove) ? "joined" : null];
        page.Open("tr", ("class", ClassOf(classes)));
        var column = 0;
        foreach (var cell in cells)
        {
            if (!cell.ContinuesAbove || row == 0)
                WriteCell(cell, row, column);
            column += cell.Span;
        }
        page.Close().Line();
    }

    private void WriteCell(TableCell cell, int row, int column)
    {
        var heads = column <= name && name < column + cell.Span;
        page.Open(
            heads ? "th" : "td",
            ("scope", heads ? NamesGroup(row) ? "rowgroup" : "row" : null),
            ("colspan", cell.Span > 1 ? Number(cell.Span) : null),
            ("rowspan", RowsOf(row, column) is > 1 and var rows ? Number(rows) : null),
            ("class", cell.Span > 1 ? null : ClassOf([ClassOf(table.Columns[column]), IsWord(cell, table.Columns[column]) ? "whole" : null])));
        if (cell.Light is { } light)
            page.LightShape(light).Text(cell.Text.IsEmpty ? HtmlLight.WordOf(light) : "");
        page.Words(cell.Text).Close();
    }

    /// <summary>Whether a cell is a word such as 未开工, which is not broken.</summary>
    private static bool IsWord(TableCell cell, TableColumn column) => column.Align != ColumnAlign.Left && cell.Text.Text.Length <= LongestWord;

    /// <summary>Whether a row is one cell that says what the rows below it have in common.</summary>
    private bool NamesGroup(int row) => table.Rows[row].Cells is [{ Span: > 1 } cell] && cell.Span == table.Columns.Count;

    /// <summary>How many rows the cell that begins here covers.</summary>
    private int RowsOf(int row, int column) => 1 + table.Rows.Skip(row + 1).TakeWhile(below => Continues(below, column)).Count();

    private static bool Continues(TableRow row, int column)
    {
        var at = 0;
        foreach (var cell in row.Cells)
        {
            if (at == column)
                return cell.ContinuesAbove;
            at += cell.Span;
        }
        return false;
    }

    private static string? ClassOf(TableColumn column) => column.Align switch
    {
        ColumnAlign.Centre => "centre",
        ColumnAlign.Right => "right",
        _ => null,
    };

    private static string? ClassOf(IEnumerable<string?> names) => string.Join(' ', names.OfType<string>()) is { Length: > 0 } all ? all : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
