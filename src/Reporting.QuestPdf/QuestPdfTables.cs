using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using TableCell = Reporting.Bulletins.Documents.TableCell;

namespace Reporting.QuestPdf;

/// <summary>Writes a table with its caption above; QuestPDF repeats the head row on every page and tags rows, heads and spans itself.</summary>
internal sealed class QuestPdfTables(QuestPdfFaces faces)
{
    private const string Green = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4.6" fill="#008c3c" stroke="#282828" stroke-width="0.5"/></svg>""";

    private const string Yellow = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0.3 9.2 L9.7 9.2 L5 0.6 Z" fill="#fabe00" stroke="#282828" stroke-width="0.5"/></svg>""";

    private const string Red = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect x="0.8" y="0.8" width="8.4" height="8.4" fill="#cd1414" stroke="#282828" stroke-width="0.5"/></svg>""";

    /// <summary>In points: caption, head row and a row or two, less than which no page begins a table with.</summary>
    private const float LeastRoom = 100;

    public void Write(IContainer place, TableBlock table) => place.PaddingTop(8).PaddingBottom(6).EnsureSpace(LeastRoom).Column(column =>
    {
        column.Item().AlignCenter().Text(table.Caption.Text).Style(faces.Caption);
        column.Item().SemanticTable().Table(rows => Rows(rows, table));
    });

    private void Rows(TableDescriptor description, TableBlock table)
    {
        // The first column of words names the row; a running number before it does not.
        var name = table.Columns.TakeWhile(column => column.Align != ColumnAlign.Left).Count();
        description.ColumnsDefinition(columns =>
        {
            foreach (var column in table.Columns)
                columns.RelativeColumn(QuestPdfFaces.Points((double)column.Share));
        });
        description.Header(header =>
        {
            foreach (var column in table.Columns)
                Framed(header.Cell()).AlignMiddle().AlignCenter().Text(column.Head).Style(faces.TableHeader);
        });
        for (var row = 0; row < table.Rows.Count; row++)
        {
            foreach (var (cell, at) in Placed(table.Rows[row]).Where(placed => !placed.Cell.ContinuesAbove))
            {
                var place = description.Cell()
                    .Row((uint)row + 1).RowSpan(1 + Below(table, row, at)).Column((uint)at + 1).ColumnSpan((uint)cell.Span);
                if (at == name)
                    place = place.AsSemanticHorizontalHeader();
                var (align, emphasis) = (table.Columns[at].Align, table.Rows[row].Emphasis);
                Framed(place).AlignMiddle().Text(text => Cell(text, cell, align, emphasis));
            }
        }
    }

    private void Cell(TextDescriptor text, TableCell cell, ColumnAlign align, bool emphasis)
    {
        switch (align)
        {
            case ColumnAlign.Centre:
                text.AlignCenter();
                break;
            case ColumnAlign.Right:
                text.AlignRight();
                break;
            default:
                text.AlignLeft();
                break;
        }
        if (cell.Light is { } light)
        {
            var (picture, name) = Picture(light);
            text.Element(TextInjectedElementAlignment.Middle).SemanticFigure(name).PaddingRight(2).Width(9).Height(9).Svg(picture);
        }
        text.Span(cell.Text.Text).Style(emphasis ? faces.TableHeader : faces.Table);
    }

    private static IContainer Framed(IContainer place) => place.Border(0.5f).Padding(3);

    private static (string Picture, string Name) Picture(Light light) => light switch
    {
        Light.Green => (Green, "绿灯"),
        Light.Yellow => (Yellow, "黄灯"),
        Light.Red => (Red, "红灯"),
        _ => throw new ArgumentOutOfRangeException(nameof(light), light, "No form for this light."),
    };

    /// <summary>The cells of a row with the columns they begin in, counted from 0.</summary>
    private static IEnumerable<(TableCell Cell, int At)> Placed(TableRow row)
    {
        var at = 0;
        foreach (var cell in row.Cells)
        {
            yield return (cell, at);
            at += cell.Span;
        }
    }

    /// <summary>How many rows below <paramref name="row"/> the cell covers too.</summary>
    private static uint Below(TableBlock table, int row, int column) =>
        (uint)table.Rows.Skip(row + 1).TakeWhile(below => Placed(below).Any(placed => placed.At == column && placed.Cell.ContinuesAbove)).Count();
}
