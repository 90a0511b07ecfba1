using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Reporting.Web.Tests.Workbooks;

/// <summary>A workbook in the hands of a clerk: cells are found by what stands in them and written as spreadsheet programs write them.</summary>
internal sealed partial class EditedWorkbook : IDisposable
{
    public const string Progress = "进展情况";
    public const string Figures = "指标";
    public const string Problems = "问题";
    public const string Projects = "重点项目";

    private const int HeaderRow = 3;

    private readonly MemoryStream stream = new();
    private readonly SpreadsheetDocument document;
    private readonly Dictionary<string, Dictionary<string, Cell>> cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<uint, Row>> rows = new(StringComparer.Ordinal);

    public EditedWorkbook(byte[] file)
    {
        stream.Write(file);
        document = SpreadsheetDocument.Open(stream, isEditable: true);
    }

    public WorkbookPart Workbook => document.WorkbookPart ?? throw new InvalidOperationException("There is no workbook.");

    /// <summary>Saves as another program does that keeps texts in one place, as Excel does.</summary>
    public bool SharesTexts { get; set; }

    public byte[] Save()
    {
        document.Save();
        document.Dispose();
        return stream.ToArray();
    }

    public WorksheetPart Part(string sheet)
    {
        var listed = Workbook.Workbook?.Sheets?.Elements<Sheet>().Single(s => s.Name == sheet) ?? throw new InvalidOperationException($"There is no sheet {sheet}.");
        return (WorksheetPart)Workbook.GetPartById(listed.Id?.Value ?? "");
    }

    public SheetData Data(string sheet) => Part(sheet).Worksheet?.GetFirstChild<SheetData>() ?? throw new InvalidOperationException($"The sheet {sheet} has no rows.");

    /// <summary>The text of a cell; empty when there is none.</summary>
    public string Text(string sheet, string place)
    {
        var cell = CellsOf(sheet).GetValueOrDefault(place);
        if (cell?.DataType?.Value == CellValues.SharedString)
            return Workbook.SharedStringTablePart?.SharedStringTable?.ElementAt(int.Parse(cell.InnerText, CultureInfo.InvariantCulture)).InnerText ?? "";
        return cell?.InnerText ?? "";
    }

    /// <summary>The letters of the column under a header.</summary>
    public string Column(string sheet, string header) =>
        Letters(RowsOf(sheet)[HeaderRow].Elements<Cell>().Single(c => Text(sheet, c.CellReference?.Value ?? "") == header));

    /// <summary>The number of the row whose first cell begins with a code, and whose second with another if one is given.</summary>
    public uint Row(string sheet, string code, string? item = null) => RowOrNone(sheet, code, item) ?? throw new InvalidOperationException($"{sheet} has no row {code} {item}.");

    public uint? RowOrNone(string sheet, string code, string? item = null)
    {
        foreach (var row in RowsOf(sheet).Keys.Where(r => r > HeaderRow))
        {
            if (Begins(Text(sheet, $"A{row}"), code) && (item is null || Begins(Text(sheet, $"B{row}"), item)))
                return row;
        }
        return null;
    }

    /// <summary>The first row of a list in which nothing is chosen.</summary>
    public uint FreeRow(string sheet) => RowsOf(sheet).Keys.First(r => r > HeaderRow && Text(sheet, $"A{r}").Length == 0);

    /// <summary>What the drop-down lists offer that begins with a code.</summary>
    public string Choice(string code) => CellsOf("清单").Values.Select(c => c.InnerText).First(t => t.StartsWith(code + " ", StringComparison.Ordinal));

    /// <summary>The place under a header in the row of a code, e.g. F7.</summary>
    public string Place(string sheet, string header, string code, string? item = null) => Column(sheet, header) + Row(sheet, code, item).ToString(CultureInfo.InvariantCulture);

    public void Write(string sheet, string place, string? text)
    {
        var cell = Cell(sheet, place);
        cell.RemoveAllChildren();
        cell.DataType = null;
        if (text is null)
            return;
        if (SharesTexts)
        {
            cell.DataType = CellValues.SharedString;
            cell.Append(new CellValue(Shared(new SharedStringItem(new Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }))));
            return;
        }
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    /// <summary>A number as the file has it.</summary>
    public void WriteNumber(string sheet, string place, string? digits, CellValues? type = null)
    {
        var cell = Cell(sheet, place);
        cell.RemoveAllChildren();
        cell.DataType = type;
        if (digits is not null)
            cell.Append(new CellValue(digits));
    }

    public void WriteRich(string sheet, string place, params string[] runs)
    {
        var item = new SharedStringItem(runs.Select(r => new Run(new RunProperties(new Bold()), new Text(r) { Space = SpaceProcessingModeValues.Preserve })));
        item.Append(new PhoneticRun(new Text("zhùyīn")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 });
        var cell = Cell(sheet, place);
        cell.RemoveAllChildren();
        cell.DataType = CellValues.SharedString;
        cell.Append(new CellValue(Shared(item)));
    }

    public void WriteFormula(string sheet, string place, string formula, string result, string? fills = null)
    {
        var cell = Cell(sheet, place);
        cell.RemoveAllChildren();
        cell.DataType = null;
        cell.Append(fills is null ? new CellFormula(formula) : new CellFormula(formula) { FormulaType = CellFormulaValues.Array, Reference = fills }, new CellValue(result));
    }

    /// <summary>Formats a cell by the code of a number format, as the dialog does.</summary>
    public void Format(string sheet, string place, string code)
    {
        var styles = Workbook.WorkbookStylesPart?.Stylesheet ?? throw new InvalidOperationException("There are no styles.");
        var formats = styles.NumberingFormats ??= new NumberingFormats();
        var id = 170U + (uint)formats.ChildElements.Count;
        formats.Append(new NumberingFormat { NumberFormatId = id, FormatCode = code });
        var cells = styles.CellFormats ?? throw new InvalidOperationException("There are no cell formats.");
        cells.Append(new CellFormat { NumberFormatId = id, ApplyNumberFormat = true });
        Cell(sheet, place).StyleIndex = (uint)cells.ChildElements.Count - 1;
    }

    public void Merge(string sheet, string block)
    {
        var worksheet = Part(sheet).Worksheet ?? throw new InvalidOperationException();
        if (worksheet.GetFirstChild<MergeCells>() is not { } merged)
            worksheet.InsertAfter(merged = new MergeCells(), worksheet.Elements<AutoFilter>().Single());
        merged.Append(new MergeCell { Reference = block });
    }

    /// <summary>Moves rows and columns below and including the headers: a spreadsheet's sorting, and its inserting and dragging of columns.</summary>
    public void Rearrange(string sheet, Func<int, int> column, Func<uint, uint> row)
    {
        var data = Data(sheet);
        var all = data.Elements<Row>().ToList();
        cells.Remove(sheet);
        rows.Remove(sheet);
        foreach (var moved in all.Where(r => r.RowIndex?.Value >= HeaderRow))
        {
            var number = moved.RowIndex?.Value == HeaderRow ? HeaderRow : row(moved.RowIndex?.Value ?? 0);
            var places = moved.Elements<Cell>().Select(c => (Place: column(Number(Letters(c))), Cell: c)).OrderBy(c => c.Place).ToList();
            moved.RemoveAllChildren();
            moved.RowIndex = number;
            foreach (var (place, cell) in places)
            {
                cell.CellReference = Name(place) + number.ToString(CultureInfo.InvariantCulture);
                moved.Append(cell);
            }
        }
        data.RemoveAllChildren();
        data.Append(all.OrderBy(r => r.RowIndex?.Value));
    }

    public void Dispose()
    {
        document.Dispose();
        stream.Dispose();
    }

    public Cell Cell(string sheet, string place)
    {
        if (CellsOf(sheet).TryGetValue(place, out var there))
            return there;
        var number = uint.Parse(Digits().Match(place).Value, CultureInfo.InvariantCulture);
        if (!RowsOf(sheet).TryGetValue(number, out var row))
        {
            row = new Row { RowIndex = number };
            Data(sheet).InsertBefore(row, RowsOf(sheet).FirstOrDefault(r => r.Key > number).Value);
            RowsOf(sheet).Add(number, row);
        }
        var cell = new Cell { CellReference = place };
        row.InsertBefore(cell, row.Elements<Cell>().FirstOrDefault(c => Number(Letters(c)) > Number(Digits().Replace(place, ""))));
        CellsOf(sheet).Add(place, cell);
        return cell;
    }

    private Dictionary<string, Cell> CellsOf(string sheet)
    {
        if (!cells.TryGetValue(sheet, out var known))
            cells.Add(sheet, known = Data(sheet).Descendants<Cell>().ToDictionary(c => c.CellReference?.Value ?? "", StringComparer.Ordinal));
        return known;
    }

    private SortedDictionary<uint, Row> RowsOf(string sheet)
    {
        if (!rows.TryGetValue(sheet, out var known))
            rows.Add(sheet, known = new SortedDictionary<uint, Row>(Data(sheet).Elements<Row>().ToDictionary(r => r.RowIndex?.Value ?? 0)));
        return known;
    }

    private static bool Begins(string text, string code) => text == code || text.StartsWith(code + " ", StringComparison.Ordinal);

    private static string Escaped(string text) => text.Replace("\r", "_x000D_", StringComparison.Ordinal);

    private static string Letters(Cell cell) => Digits().Replace(cell.CellReference?.Value ?? "", "");

    private static int Number(string letters) => letters.Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1);

    private static string Name(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Name((column - 1) / 26) + Name((column - 1) % 26 + 1);

    private string Shared(SharedStringItem item)
    {
        var part = Workbook.SharedStringTablePart ?? Workbook.AddNewPart<SharedStringTablePart>();
        var table = part.SharedStringTable ??= new SharedStringTable();
        table.Append(item);
        return (table.ChildElements.Count - 1).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
