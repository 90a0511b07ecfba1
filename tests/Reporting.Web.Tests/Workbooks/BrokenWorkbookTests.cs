using System.Globalization;
using CsCheck;
using DocumentFormat.OpenXml.Spreadsheet;
using Reporting.Access;

namespace Reporting.Web.Tests.Workbooks;

/// <summary>Whatever is sent, the answer is a refusal or a result for each row, and API and storage agree on what became of it.</summary>
public sealed class BrokenWorkbookTests(ApiWithKeys shared) : IClassFixture<ApiWithKeys>
{
    private const int Rounds = 60;

    private static readonly string[] Sheets = [EditedWorkbook.Progress, EditedWorkbook.Figures, EditedWorkbook.Problems, EditedWorkbook.Projects];
    private static readonly string[] Contents =
        ["", " ", "正常", "在建", "土地", "快报", "25", "25%", "０", "-1", "1e9", "=A1", "automotive/R01", "automotive-P001", "automotive-W01-C01", "省财政厅", "甲\r\n乙\t丙", "\u200B", "_x0000_", "#REF!", "TRUE", "2012-03-31", "𠀀", "99999999999999999999"];

    private static readonly Gen<Edit> GenEdit = Gen.Select(Gen.Int[0, Sheets.Length - 1], Gen.Int[1, 12], Gen.Int[3, 9], Gen.Int[0, Contents.Length - 1], Gen.Int[0, 6])
        .Select(e => new Edit(Sheets[e.Item1], $"{(char)('A' + e.Item2 - 1)}{e.Item3}", Contents[e.Item4], e.Item5));

    [Fact]
    public async Task DamagedFile_IsRefusedOrRead()
    {
        var key = shared.Keys[Role.Unit];
        using var book = new EditedWorkbook(await shared.Api.GetWorkbookAsync(key));
        WorkbookTests.FillAll(book);
        var file = book.Save();
        await Gen.Select(Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte).Array[0, 8], Gen.Int[0, file.Length].Select(Gen.Bool), (flips, cut) => (Flips: flips, Cut: cut))
            .SampleAsync(
                async damage =>
                {
                    var damaged = (byte[])file.Clone();
                    foreach (var (at, value) in damage.Flips)
                        damaged[at] = value;
                    var answer = await shared.Api.PostWorkbookAsync(key, damage.Cut.Item2 ? damaged[..damage.Cut.Item1] : damaged);
                    await AgreesAsync(answer, key);
                },
                iter: Rounds,
                threads: 1);
    }

    [Fact]
    public async Task EditedCells_AreTakenOrNamed()
    {
        var key = shared.Keys[Role.Unit];
        var file = await shared.Api.GetWorkbookAsync(key);
        await GenEdit.Array[1, 12].SampleAsync(
            async edits =>
            {
                using var book = new EditedWorkbook(file);
                book.Write(EditedWorkbook.Progress, "I8", "这一行总是好的。");
                foreach (var edit in edits.Where(e => !(e.Sheet == EditedWorkbook.Progress && e.Place.EndsWith('8'))))
                    edit.MakeIn(book);
                var answer = await shared.Api.PostWorkbookAsync(key, book.Save());
                await AgreesAsync(answer, key);
            },
            iter: Rounds,
            threads: 1);
    }

    /// <summary>No failure of ours; what is said to be stored is, at that version; what is refused has its cells named.</summary>
    private async Task AgreesAsync(Answer answer, string key)
    {
        Assert.True(answer.Status is 200 or 422, $"{answer.Status}: {answer.Body}");
        if (answer.Status == 422)
            return;
        foreach (var row in answer.Json["rows"]?.AsArray() ?? [])
        {
            Assert.Equal((string?)row?["outcome"] == "refused", row?["errors"]?.AsArray().Count > 0);
            Assert.All(row?["errors"]?.AsArray() ?? [], e => Assert.Matches("^(进展情况|指标|问题|重点项目)![A-Z]+[0-9]+$", (string?)e?["cell"] ?? ""));
            if ((string?)row?["plan"] is not { } plan)
                continue;
            var entry = await shared.Api.SendAsync("GET", $"/api/henan-2012/progress/2012Q1/{plan}/{row["task"]}", key);
            Assert.Equal((int?)row["version"], (int?)entry.TryJson("version"));
        }
    }

    private sealed record Edit(string Sheet, string Place, string Content, int Kind)
    {
        public void MakeIn(EditedWorkbook book)
        {
            switch (Kind)
            {
                case 0:
                    book.WriteNumber(Sheet, Place, (Content.Length * 7.5m).ToString(CultureInfo.InvariantCulture));
                    break;
                case 1:
                    book.WriteFormula(Sheet, Place, "1+1", Content);
                    break;
                case 2:
                    book.Merge(Sheet, $"{Place}:{Place}");
                    break;
                case 3:
                    book.WriteNumber(Sheet, Place, "0.125");
                    book.Format(Sheet, Place, Content.Length % 2 == 0 ? "0%" : "yyyy/m/d");
                    break;
                case 4:
                    book.WriteNumber(Sheet, Place, Content.Length % 2 == 0 ? "#N/A" : "1", Content.Length % 2 == 0 ? CellValues.Error : CellValues.Boolean);
                    break;
                default:
                    book.SharesTexts = Kind == 5;
                    book.Write(Sheet, Place, Content.Replace("\u0000", "", StringComparison.Ordinal));
                    break;
            }
        }
    }
}
