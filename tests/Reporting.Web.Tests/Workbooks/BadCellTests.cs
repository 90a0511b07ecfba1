using DocumentFormat.OpenXml.Spreadsheet;
using Reporting.Access;

namespace Reporting.Web.Tests.Workbooks;

/// <summary>What must not be taken from a cell is refused by the cell's name, nothing of its entry is stored, and the other rows are.</summary>
public sealed class BadCellTests(ApiWithKeys shared) : IClassFixture<ApiWithKeys>
{
    private const string Progress = EditedWorkbook.Progress;

    // Of zhengzhou's rows: 4 automotive/R01, 5 automotive/R03, 6 building-materials/R05. The first is spoilt, the second always good.
    private static readonly Dictionary<string, Action<EditedWorkbook>> Edits = new()
    {
        ["formula"] = b => b.WriteFormula(Progress, "H4", "20+2.5", "22.5"),
        ["formula in text"] = b => b.WriteFormula(Progress, "I4", "\"a\"&\"b\"", "ab"),
        ["formula without result"] = b => b.Cell(Progress, "I4").Append(new CellFormula("A1")),
        ["array formula over the cell"] = b => { b.WriteFormula(Progress, "H3", "{1;2}", "1", fills: "H3:H4"); b.WriteNumber(Progress, "H4", "22.5"); b.Cell(Progress, "H3").RemoveAllChildren<CellFormula>(); HeaderArray(b); },
        ["error"] = b => b.WriteNumber(Progress, "H4", "#REF!", CellValues.Error),
        ["boolean"] = b => b.WriteNumber(Progress, "H4", "1", CellValues.Boolean),
        ["date"] = b => { b.WriteNumber(Progress, "H4", "41000"); b.Format(Progress, "H4", "yyyy\"年\"m\"月\"d\"日\";@"); },
        ["date in text"] = b => { b.WriteNumber(Progress, "I4", "41000"); b.Format(Progress, "I4", "[$-804]yyyy/m/d"); },
        ["words for a number"] = b => b.Write(Progress, "H4", "约两成"),
        ["number with a unit"] = b => b.Write(Progress, "H4", "22个百分点"),
        ["wrong thousands"] = b => b.Write(Progress, "H4", "2,2"),
        ["number out of a decimal's range"] = b => b.WriteNumber(Progress, "H4", "1E+300"),
        ["number too small"] = b => b.WriteNumber(Progress, "H4", "1E-300"),
        ["number out of range"] = b => b.WriteNumber(Progress, "H4", "100.01"),
        ["too many decimals"] = b => b.WriteNumber(Progress, "H4", "22.555"),
        ["percentage out of range"] = b => { b.WriteNumber(Progress, "H4", "22.5"); b.Format(Progress, "H4", "0%"); },
        ["word not in the list"] = b => b.Write(Progress, "G4", "良好"),
        ["merged rows"] = b => { b.Write(Progress, "I4", "甲"); b.Merge(Progress, "I4:I4"); },
        ["invisible character"] = b => b.Write(Progress, "I4", "甲\u200B乙"),
        ["control character"] = b => b.Write(Progress, "I4", "甲_x0007_乙"),
        ["text too long"] = b => b.Write(Progress, "I4", new string('长', 4001)),
        ["percentage for an amount"] = b => { Project(b); b.WriteNumber(EditedWorkbook.Projects, "G4", "0.25"); b.Format(EditedWorkbook.Projects, "G4", "0.00%"); },
        ["negative investment"] = b => { Project(b); b.WriteNumber(EditedWorkbook.Projects, "H4", "-1"); },
        ["stage missing"] = b => { Project(b); b.Write(EditedWorkbook.Projects, "F4", null); },
        ["unknown project"] = b => { Project(b); b.Write(EditedWorkbook.Projects, "B4", "没有的项目"); },
        ["project of another plan"] = b => { Project(b); b.Write(EditedWorkbook.Projects, "B4", "steel-P001"); },
        ["project twice"] = b => { Project(b); Project(b, 5); },
        ["problem without text"] = b => Problem(b, kind: "土地", text: null),
        ["problem without kind"] = b => Problem(b, kind: null, text: "甲"),
        ["help asked of nobody known"] = b => { Problem(b, kind: "土地", text: "甲"); b.Write(EditedWorkbook.Problems, "E4", "某某厅"); },
        ["figure without value or reason"] = b => Figure(b, "G4", "12"),
        ["figure with value and reason"] = b => { Figure(b, "E4", "12"); b.Write(EditedWorkbook.Figures, "J4", "未统计"); },
        ["unit that does not convert"] = b => { Figure(b, "E4", "12"); b.Write(EditedWorkbook.Figures, "F4", "亿元"); },
        ["percentage for a number of cars"] = b => { Figure(b, "E4", "0.25"); b.Format(EditedWorkbook.Figures, "E4", "0%"); },
        ["key twice"] = b => { b.Write(Progress, "A9", "automotive/R01"); b.Write(Progress, "I9", "另一行。"); },
    };

    public static TheoryData<string, string> Cases { get; } = new()
    {
        { "formula", "进展情况!H4 cell-formula" },
        { "formula in text", "进展情况!I4 cell-formula" },
        { "formula without result", "进展情况!I4 cell-formula" },
        { "array formula over the cell", "进展情况!H4 cell-formula" },
        { "error", "进展情况!H4 cell-error" },
        { "boolean", "进展情况!H4 cell-kind" },
        { "date", "进展情况!H4 cell-kind" },
        { "date in text", "进展情况!I4 cell-kind" },
        { "words for a number", "进展情况!H4 cell-not-a-number" },
        { "number with a unit", "进展情况!H4 cell-not-a-number" },
        { "wrong thousands", "进展情况!H4 cell-not-a-number" },
        { "number out of a decimal's range", "进展情况!H4 cell-not-a-number" },
        { "number too small", "进展情况!H4 cell-not-a-number" },
        { "number out of range", "进展情况!H4 percent-out-of-range" },
        { "too many decimals", "进展情况!H4 too-many-decimals" },
        { "percentage out of range", "进展情况!H4 percent-out-of-range" },
        { "word not in the list", "进展情况!G4 value-not-allowed" },
        { "merged rows", "进展情况!I4 cell-merged" },
        { "invisible character", "进展情况!I4 character-not-allowed" },
        { "control character", "进展情况!I4 character-not-allowed" },
        { "text too long", "进展情况!I4 text-too-long" },
        { "percentage for an amount", "重点项目!G4 cell-percent" },
        { "negative investment", "重点项目!H4 negative-value" },
        { "stage missing", "重点项目!F4 field-required" },
        { "unknown project", "重点项目!B4 unknown-project" },
        { "project of another plan", "重点项目!B4 unknown-project" },
        { "project twice", "重点项目!B4 row-twice, 重点项目!B5 row-twice" },
        { "problem without text", "问题!C4 field-required" },
        { "problem without kind", "问题!B4 field-required" },
        { "help asked of nobody known", "问题!E4 unit-not-in-catalogue" },
        { "figure without value or reason", "指标!E4 value-or-reason" },
        { "figure with value and reason", "指标!J4 value-and-reason" },
        { "unit that does not convert", "指标!F4 unit-not-convertible" },
        { "percentage for a number of cars", "指标!E4 cell-percent" },
        { "key twice", "进展情况!A4 row-twice, 进展情况!A9 row-twice" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task BadCell_IsNamed_AndNothingOfItsEntryIsStored(string name, string errors)
    {
        var unit = await shared.Api.UnitKeyAsync(person: "丁" + Guid.NewGuid().ToString("N")[..6]);
        var before = await VersionAsync("automotive/R01", unit);
        var good = await VersionAsync("automotive/R03", unit);

        var answer = await shared.Api.PostEditedAsync(unit, book =>
        {
            Edits[name](book);
            book.Write(Progress, "I5", $"另一行是好的：{name}。");
        });

        Assert.Equal(200, answer.Status);
        Assert.Equal(errors, string.Join(", ", answer.Errors()));
        Assert.Equal((before, good + 1), (await VersionAsync("automotive/R01", unit), await VersionAsync("automotive/R03", unit)));
    }

    [Fact]
    public async Task MergedBlock_IsNamedForEveryRowItTouches()
    {
        var answer = await shared.Api.PostEditedAsync(shared.Keys[Role.Unit], book => book.Merge(Progress, "G4:H5"));

        Assert.Equal(["进展情况!G4 cell-merged", "进展情况!H4 cell-merged", "进展情况!G5 cell-merged", "进展情况!H5 cell-merged"], answer.Errors());
        Assert.Contains("G4:H5", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowsOfNoEntry_AreRefusedByThemselves()
    {
        var answer = await shared.Api.PostEditedAsync(shared.Keys[Role.Unit], book =>
        {
            book.Write(Progress, "A9", "steel/R01");
            book.Write(Progress, "I10", "没有编号。");
            book.Write(EditedWorkbook.Problems, "A4", "steel/R01 别人的任务");
            book.Write(EditedWorkbook.Problems, "B4", "土地");
            book.Write(EditedWorkbook.Problems, "C5", "没有任务的问题");
        });

        Assert.Equal(
            ["进展情况!A9 row-unknown", "进展情况!A10 field-required", "问题!A4 row-unknown", "问题!A5 field-required", "问题!B5 field-required"],
            answer.Errors());
        Assert.Equal(4, (int?)answer.Json["counts"]?["refused"]);
    }

    private async Task<int> VersionAsync(string code, string key) =>
        (int?)(await shared.Api.SendAsync("GET", "/api/henan-2012/progress/2012Q1/" + code, key)).TryJson("version") ?? 0;

    private static void HeaderArray(EditedWorkbook book)
    {
        // The formula stands above the headers and fills down into the row.
        book.Write(Progress, "H3", "完成比例（%）");
        book.WriteFormula(Progress, "H2", "{1;2;3}", "1", fills: "H2:H4");
    }

    private static void Project(EditedWorkbook book, int row = 4)
    {
        book.Write(EditedWorkbook.Projects, $"A{row}", book.Choice("automotive/R01"));
        book.Write(EditedWorkbook.Projects, $"B{row}", book.Choice("automotive-P001"));
        book.Write(EditedWorkbook.Projects, $"F{row}", "在建");
    }

    private static void Problem(EditedWorkbook book, string? kind, string? text)
    {
        book.Write(EditedWorkbook.Problems, "A4", book.Choice("automotive/R01"));
        book.Write(EditedWorkbook.Problems, "B4", kind);
        book.Write(EditedWorkbook.Problems, "C4", text);
    }

    private static void Figure(EditedWorkbook book, string place, string digits)
    {
        book.Write(EditedWorkbook.Figures, "A4", book.Choice("automotive/R01"));
        book.Write(EditedWorkbook.Figures, "B4", book.Choice("automotive-W01-C01"));
        book.Write(EditedWorkbook.Figures, "F4", "万辆");
        book.WriteNumber(EditedWorkbook.Figures, place, digits);
    }
}
