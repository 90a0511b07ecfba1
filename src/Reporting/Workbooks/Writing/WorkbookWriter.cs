using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Reporting.Workbooks.Writing;

/// <summary>Writes a unit's workbook; the same form gives the same bytes, whenever it is written.</summary>
internal static class WorkbookWriter
{
    public static byte[] Write(UnitForm form)
    {
        using var package = new MemoryStream();
        // Compressed when the entries are put in order.
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            document.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
            Fill(document, form);
        }
        return OrderedPackage.Of(package);
    }

    private static void Fill(SpreadsheetDocument document, UnitForm form)
    {
        var lists = new ListSheet(form);
        (string Name, Worksheet Sheet, SheetStateValues State)[] sheets =
        [
            (Notes.SheetName, NotesSheet(form), SheetStateValues.Visible),
            (ProgressSheet.Form.Name, FormSheet.Make(ProgressSheet.Form, form, lists), SheetStateValues.Visible),
            (FigureSheet.Form.Name, FormSheet.Make(FigureSheet.Form, form, lists), SheetStateValues.Visible),
            (ProblemSheet.Form.Name, FormSheet.Make(ProblemSheet.Form, form, lists), SheetStateValues.Visible),
            (ProjectSheet.Form.Name, FormSheet.Make(ProjectSheet.Form, form, lists), SheetStateValues.Visible),
            (ListSheet.Name, lists.Make(), SheetStateValues.Hidden),
            (WorkbookStamp.SheetName, StampSheet(form), SheetStateValues.VeryHidden),
        ];
        // A part that is added without an id gets a random one.
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "workbook");
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = StyleSheet.Make();
        var listed = new Sheets();
        for (var i = 0; i < sheets.Length; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"sheet{i + 1}");
            workbook.AddNewPart<WorksheetPart>(id).Worksheet = sheets[i].Sheet;
            listed.Append(new Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = id, State = sheets[i].State });
        }
        workbook.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), listed, Names(sheets));
    }

    /// <summary>The header row again on every printed page.</summary>
    private static DefinedNames Names(IReadOnlyList<(string Name, Worksheet Sheet, SheetStateValues State)> sheets) => new(
        sheets.Select((sheet, i) => (sheet, i)).Where(s => s.sheet.Sheet.Elements<AutoFilter>().Any()).SelectMany(s => new[]
        {
            new DefinedName(FormattableString.Invariant($"'{s.sheet.Name}'!{Absolute(s.sheet.Sheet)}")) { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)s.i, Hidden = true },
            new DefinedName(FormattableString.Invariant($"'{s.sheet.Name}'!$1:${FormSheet.HeaderRow}")) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)s.i },
        }));

    private static string Absolute(Worksheet sheet) =>
        CellRange.TryParse(sheet.Elements<AutoFilter>().First().Reference?.Value, out var range)
            ? FormattableString.Invariant($"${CellReference.Letters(range.First.Column)}${range.First.Row}:${CellReference.Letters(range.Last.Column)}${range.Last.Row}")
            : throw new InvalidOperationException("The filter of a sheet has no range.");

    private static Worksheet NotesSheet(UnitForm form)
    {
        var writer = new SheetWriter([76]);
        writer.Row([(CellValue.Of($"{Notes.TitleOf(form)}填报说明"), CellStyle.Title)], height: 30);
        foreach (var (heading, paragraphs) in Notes.Of(form))
        {
            writer.Row([(CellValue.Of(heading), CellStyle.Heading)], height: 24);
            foreach (var paragraph in paragraphs)
                writer.Row([(CellValue.Of(paragraph), CellStyle.Paragraph)]);
        }
        return writer.Finish((0, 0), landscape: false);
    }

    private static Worksheet StampSheet(UnitForm form)
    {
        var writer = new SheetWriter([16, 24, 68, 68]);
        foreach (var row in WorkbookStamp.Of(form).Rows())
            writer.Row([.. row.Select(text => (CellValue.Of(text), CellStyle.Plain))]);
        return writer.Finish((0, 0));
    }
}
