using Reporting.Bulletins.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Bulletins.Word;

/// <summary>A table: its head again on every page, rows that do not split, cells over several columns or rows.</summary>
internal static class WordTable
{
    /// <summary>More rows than this under one cell may be parted by a page.</summary>
    private const int MostKeptRows = 8;

    public static W.Table Of(TableBlock table)
    {
        var widths = Widths(table.Columns);
        return new W.Table(
        [
            new W.TableProperties
            {
                TableStyle = new W.TableStyle { Val = StyleIds.Table },
                TableWidth = new W.TableWidth { Width = StyleWriter.Number(Geometry.TextWidth), Type = W.TableWidthUnitValues.Dxa },
                TableLayout = new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                TableLook = new W.TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                TableCaption = new W.TableCaption { Val = WordText.Checked(table.Caption.Text) },
            },
            new W.TableGrid(widths.Select(width => new W.GridColumn { Width = StyleWriter.Number(width) })),
            Head(table.Columns, widths),
            .. table.Rows.Select((_, i) => Row(table, i, widths)),
        ]);
    }

    private static W.TableRow Head(IReadOnlyList<TableColumn> columns, int[] widths) => new(
        [
            new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()),
            .. columns.Select((column, i) => new W.TableCell(Properties(widths[i]), WordText.Paragraph(StyleIds.TableHead, Phrase.Plain(column.Head)))),
        ]);

    private static W.TableRow Row(TableBlock table, int index, int[] widths)
    {
        var row = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
        var keep = KeepsNext(table.Rows, index);
        var column = 0;
        foreach (var cell in table.Rows[index].Cells)
        {
            row.Append(Cell(table, index, column, cell, widths, keep));
            column += cell.Span;
        }
        return row;
    }

    private static W.TableCell Cell(TableBlock table, int index, int column, TableCell cell, int[] widths, bool keep)
    {
        var properties = Properties(widths.Skip(column).Take(cell.Span).Sum());
        if (cell.Span > 1)
            properties.GridSpan = new W.GridSpan { Val = cell.Span };
        if (cell.ContinuesAbove)
            properties.VerticalMerge = new W.VerticalMerge { Val = W.MergedCellValues.Continue };
        else if (index + 1 < table.Rows.Count && Continues(table.Rows[index + 1], column))
            properties.VerticalMerge = new W.VerticalMerge { Val = W.MergedCellValues.Restart };
        if (cell.Light is { } light)
            properties.Shading = new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = LightMark.Of(light).Ground };
        var paragraph = new W.ParagraphProperties
        {
            ParagraphStyleId = new W.ParagraphStyleId { Val = table.Rows[index].Emphasis ? StyleIds.TableTotal : StyleIds.TableText },
            KeepNext = keep ? new W.KeepNext() : null,
            Justification = table.Columns[column].Align switch
            {
                ColumnAlign.Centre => StyleWriter.Aligned(W.JustificationValues.Center),
                ColumnAlign.Right => StyleWriter.Aligned(W.JustificationValues.Right),
                _ => null,
            },
        };
        return new W.TableCell(properties, WordText.Paragraph(paragraph, [.. Content(cell)]));
    }

    private static IEnumerable<W.Run> Content(TableCell cell)
    {
        if (cell.Light is not { } light)
            return WordText.Runs(cell.Text);
        var (sign, colour, _, word) = LightMark.Of(light);
        var mark = WordText.Run($"{sign} ");
        mark.RunProperties?.Color = new W.Color { Val = colour };
        return [mark, .. WordText.Runs(cell.Text.IsEmpty ? Phrase.Plain(word) : cell.Text)];
    }

    private static W.TableCellProperties Properties(int width) => new()
    {
        TableCellWidth = new W.TableCellWidth { Width = StyleWriter.Number(width), Type = W.TableWidthUnitValues.Dxa },
        TableCellVerticalAlignment = new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Center },
    };

    /// <summary>The rows under one cell stay together, so that no page shows rows without what they belong to.</summary>
    private static bool KeepsNext(IReadOnlyList<TableRow> rows, int index)
    {
        if (!ContinuesAbove(index + 1))
            return false;
        var (first, end) = (index, index + 1);
        while (ContinuesAbove(first))
            first--;
        while (ContinuesAbove(end))
            end++;
        return end - first <= MostKeptRows;

        bool ContinuesAbove(int i) => i > 0 && i < rows.Count && rows[i].Cells.Any(c => c.ContinuesAbove);
    }

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

    /// <summary>The whole text width by the columns' shares; the last one takes what rounding leaves.</summary>
    private static int[] Widths(IReadOnlyList<TableColumn> columns)
    {
        var whole = columns.Sum(column => column.Share);
        int[] widths = [.. columns.Select(column => (int)(Geometry.TextWidth * column.Share / whole))];
        widths[^1] += Geometry.TextWidth - widths.Sum();
        return widths;
    }
}
