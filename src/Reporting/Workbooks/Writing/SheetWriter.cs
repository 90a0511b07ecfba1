using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Reporting.Workbooks.Writing;

/// <summary>Builds one worksheet row by row. Texts are written as texts whatever they begin with, so that nothing in a cell is ever computed.</summary>
internal sealed class SheetWriter(IReadOnlyList<double> widths)
{
    private const int MostDigits = 15;

    // In points; no row may be higher than 409.
    private const double LineHeight = 15;
    private const double Padding = 6;
    private const double HighestRow = 400;

    private readonly SheetData data = new();
    private readonly List<DataValidation> validations = [];
    private uint nextRow = 1;

    /// <summary>The number of the row that is written next.</summary>
    public int NextRow => (int)nextRow;

    /// <param name="height">In points; null for what the content needs.</param>
    public void Row(IReadOnlyList<(CellValue Value, CellStyle Style)> cells, double? height = null)
    {
        var row = new Row { RowIndex = nextRow };
        // Without CustomHeight a program fits the row again as soon as somebody writes in it.
        row.Height = height ?? Height(cells);
        if (height is not null)
            row.CustomHeight = true;
        for (var i = 0; i < cells.Count; i++)
            row.Append(Cell(new CellReference((int)nextRow, i + 1).ToString(), cells[i].Value, cells[i].Style));
        data.Append(row);
        nextRow++;
    }

    /// <summary>Rules for the cells of a column from one row to another (inclusive).</summary>
    public void Validate(DataValidation rule, int column, int firstRow, int lastRow)
    {
        var letters = CellReference.Letters(column);
        rule.SequenceOfReferences = new() { InnerText = string.Create(CultureInfo.InvariantCulture, $"{letters}{firstRow}:{letters}{lastRow}") };
        rule.AllowBlank = true;
        validations.Add(rule);
    }

    /// <param name="frozen">Columns and rows that stay in view; zero for none.</param>
    /// <param name="filter">The range with filter arrows, header included; null for none.</param>
    public Worksheet Finish((int Columns, int Rows) frozen, CellRange? filter = null, bool landscape = true)
    {
        var sheet = new Worksheet(new SheetProperties(new PageSetupProperties { FitToPage = true }), Views(frozen), new SheetFormatProperties { DefaultRowHeight = LineHeight + Padding, CustomHeight = true });
        sheet.Append(new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        sheet.Append(data);
        // No password: the protection keeps from mistakes, it does not lock anybody out. False means: not forbidden.
        sheet.Append(new SheetProtection
        {
            Sheet = true,
            Objects = true,
            Scenarios = true,
            FormatCells = true,
            FormatColumns = false,
            FormatRows = false,
            InsertRows = false,
            DeleteRows = false,
            Sort = false,
            AutoFilter = false,
        });
        if (filter is { } range)
            sheet.Append(new AutoFilter { Reference = range.ToString() });
        if (validations.Count > 0)
            sheet.Append(new DataValidations(validations) { Count = (uint)validations.Count });
        sheet.Append(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        sheet.Append(new PageSetup { PaperSize = 9, Orientation = landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        sheet.Append(new HeaderFooter(new OddFooter("&C&A  第&P页，共&N页")));
        return sheet;
    }

    /// <summary>Programs differ in whether they fit rows to their texts when they open a file; so the file says what it takes.</summary>
    private double Height(IReadOnlyList<(CellValue Value, CellStyle Style)> cells)
    {
        var lines = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { Value.Text: { } text, Style: not (CellStyle.Plain or CellStyle.QuotedPlain or CellStyle.Title) })
                lines = Math.Max(lines, text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(c => c < 0x2E80 ? 1d : 2d) / (widths[i] - 2)))));
        }
        return Math.Min(lines * LineHeight + Padding, HighestRow);
    }

    private static SheetViews Views((int Columns, int Rows) frozen)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (frozen is not (0, 0))
        {
            view.Append(new Pane
            {
                HorizontalSplit = frozen.Columns,
                VerticalSplit = frozen.Rows,
                TopLeftCell = new CellReference(frozen.Rows + 1, frozen.Columns + 1).ToString(),
                ActivePane = PaneValues.BottomRight,
                State = PaneStateValues.Frozen,
            });
            view.Append(new Selection { Pane = PaneValues.BottomRight, ActiveCell = new CellReference(frozen.Rows + 1, frozen.Columns + 1).ToString() });
        }
        return new SheetViews(view);
    }

    private static Cell Cell(string reference, CellValue value, CellStyle style)
    {
        var cell = new Cell { CellReference = reference, StyleIndex = (uint)style };
        // A sheet's number keeps 15 digits; what has more stands as text, which is read back just the same.
        if (value.Number is { } number && Digits(number) <= MostDigits)
            cell.Append(new DocumentFormat.OpenXml.Spreadsheet.CellValue(Plain(number)));
        else if ((value.Text ?? (value.Number is { } large ? Plain(large) : null)) is { } text)
            Write(cell, text, style);
        return cell;
    }

    private static void Write(Cell cell, string text, CellStyle style)
    {
        cell.DataType = CellValues.InlineString;
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'')
            cell.StyleIndex = (uint)StyleSheet.Quoted(style);
        cell.Append(new InlineString(new Text(EscapedText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static int Digits(decimal number) => Plain(number).Count(char.IsAsciiDigit);
}
