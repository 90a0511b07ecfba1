using System.Globalization;
using System.Xml;

namespace Reporting.Workbooks.Reading;

/// <summary>Reads one sheet cell by cell; cells that hold nothing take no memory.</summary>
internal sealed class SheetReader(IReadOnlyList<string> sharedTexts, IReadOnlyList<CellKind> formats)
{
    /// <summary>With content; far more than any unit has tasks, problems and projects.</summary>
    private const int MostRows = 5_000;

    private const int MostCells = 200_000;
    private const int MostBlocks = 10_000;

    private readonly SortedDictionary<int, SortedDictionary<int, RawCell>> rows = [];
    private readonly List<CellRange> merged = [];
    private readonly List<CellRange> computed = [];
    private int cells;

    public RawSheet Read(string name, XmlReader xml)
    {
        xml.MoveToContent();
        if (xml.LocalName != "worksheet")
            throw new WorkbookException(WorkbookFault.Broken);
        var row = 0;
        var column = 0;
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }
            switch (xml.LocalName)
            {
                case "row":
                    row = xml.GetAttribute("r") is { } number ? RowNumber(number) : row + 1;
                    column = 0;
                    xml.Read();
                    break;
                case "c":
                    var place = xml.GetAttribute("r") is { } text ? Place(text, row) : new CellReference(row, column + 1);
                    if (place is { Row: 0 } or { Column: > CellReference.LastColumn })
                        throw new WorkbookException(WorkbookFault.Broken);
                    column = place.Column;
                    Cell(xml, place);
                    break;
                case "mergeCell":
                    Add(merged, xml.GetAttribute("ref"));
                    xml.Read();
                    break;
                default:
                    xml.Read();
                    break;
            }
        }
        return new RawSheet(name, rows, merged, computed);
    }

    private static int RowNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= CellReference.LastRow
            ? row
            : throw new WorkbookException(WorkbookFault.Broken);

    private static CellReference Place(string text, int row) =>
        CellReference.TryParse(text, out var place) && place.Row == row ? place : throw new WorkbookException(WorkbookFault.Broken);

    private static void Add(List<CellRange> blocks, string? text)
    {
        if (blocks.Count >= MostBlocks)
            throw new WorkbookException(WorkbookFault.TooLarge);
        blocks.Add(CellRange.TryParse(text, out var block) ? block : throw new WorkbookException(WorkbookFault.Broken));
    }

    /// <summary>Reads the cell that the reader stands on and moves behind it.</summary>
    private void Cell(XmlReader xml, CellReference place)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var format = xml.GetAttribute("s");
        string? value = null;
        var formula = false;
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" })
            {
                formula = true;
                // Of an array formula only the first cell says that it is computed.
                if (xml.GetAttribute("t") is "array" or "dataTable" && xml.GetAttribute("ref") is { } block)
                    Add(computed, block);
                xml.Skip();
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                value = xml.ReadElementContentAsString();
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                value = StringTable.TextOf(xml);
            }
            else
            {
                xml.Read();
            }
        }
        xml.Read();
        if (value is not null || formula)
            Keep(place, new RawCell(TextOf(type, value ?? ""), KindOf(type, format), formula));
    }

    private string TextOf(string type, string value) => type switch
    {
        "s" => int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sharedTexts.Count
            ? sharedTexts[index]
            : throw new WorkbookException(WorkbookFault.Broken),
        "str" => EscapedText.Decode(value),
        "inlineStr" => value,
        _ => value.Trim(),
    };

    private CellKind KindOf(string type, string? format) => type switch
    {
        "s" or "str" or "inlineStr" => CellKind.Text,
        "b" => CellKind.Boolean,
        "e" => CellKind.Error,
        "d" => CellKind.Date,
        "n" => format is not null && int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < formats.Count ? formats[index] : CellKind.Number,
        _ => throw new WorkbookException(WorkbookFault.Broken),
    };

    private void Keep(CellReference place, RawCell cell)
    {
        if (cell.IsBlank)
            return;
        if (!rows.TryGetValue(place.Row, out var row))
            rows.Add(place.Row, row = []);
        if (++cells > MostCells || rows.Count > MostRows)
            throw new WorkbookException(WorkbookFault.TooLarge);
        if (!row.TryAdd(place.Column, cell))
            throw new WorkbookException(WorkbookFault.Broken);
    }
}
