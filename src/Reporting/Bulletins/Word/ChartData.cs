using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Reporting.Bulletins.Word;

/// <summary>The small workbook behind a chart, which Word opens when somebody edits the chart's data: categories in column A, a series in each further one.</summary>
internal static class ChartData
{
    private const string Sheet = "Sheet1";

    public static byte[] Workbook(BarPlot plot)
    {
        using var package = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = file.AddWorkbookPart();
            file.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorksheetPart>("sheet1").Worksheet = new S.Worksheet(new S.SheetData([Head(plot), .. plot.Categories.Select((_, i) => Row(plot, i))]));
            workbook.Workbook = new S.Workbook(new S.Sheets(new S.Sheet { Name = Sheet, SheetId = 1, Id = "sheet1" }));
        }
        return OrderedPackage.Of(package);
    }

    public static string Categories(BarPlot plot) => Range(0, 2, plot.Categories.Count + 1);

    public static string NameOf(int series) => $"{Sheet}!${Column(series + 1)}$1";

    public static string ValuesOf(BarPlot plot, int series) => Range(series + 1, 2, plot.Categories.Count + 1);

    public static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static S.Row Head(BarPlot plot) => new(
        [Text(0, 1, ""), .. plot.Series.Select((series, i) => Text(i + 1, 1, series.Name))])
    { RowIndex = 1 };

    private static S.Row Row(BarPlot plot, int index) => new(
        [
            Text(0, index + 2, plot.Categories[index]),
            .. plot.Series.Select((series, i) => (Column: i + 1, series.Values[index].Amount)).Where(cell => cell.Amount is not null)
                .Select(cell => new S.Cell(new S.CellValue(Number(cell.Amount ?? 0m))) { CellReference = Reference(cell.Column, index + 2) }),
        ])
    { RowIndex = (uint)index + 2 };

    private static S.Cell Text(int column, int row, string text) =>
        new(new S.InlineString(new S.Text(WordText.Checked(text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = Reference(column, row), DataType = S.CellValues.InlineString };

    private static string Range(int column, int first, int last) => string.Create(CultureInfo.InvariantCulture, $"{Sheet}!${Column(column)}${first}:${Column(column)}${last}");

    private static string Reference(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{row}");

    /// <summary>No chart has more series than the alphabet has letters.</summary>
    private static char Column(int index) => (char)('A' + index);
}
