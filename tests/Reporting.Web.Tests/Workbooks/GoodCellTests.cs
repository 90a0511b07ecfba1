using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Testing;

namespace Reporting.Web.Tests.Workbooks;

/// <summary>What people write into cells in ways that no one planned, and what it means.</summary>
public sealed class GoodCellTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("0.30000000000000004", null, "0.3")]
    [InlineData("22.499999999999996", null, "22.5")]
    [InlineData("2.25E1", null, "22.5")]
    [InlineData("0.25", "0%", "25")]
    [InlineData("0.22500000000000001", "0.0%", "22.5")]
    [InlineData("22.5", "0.0\"%\"", "22.5")]
    [InlineData("22.5", "#,##0.00;[Red]-#,##0.00", "22.5")]
    [InlineData("22.5", "General\\d", "22.5")]
    public async Task NumberCell_IsReadAsItIsShown(string digits, string? format, string percent)
    {
        await StoredAsync(book =>
        {
            book.WriteNumber(EditedWorkbook.Progress, "H4", digits);
            if (format is not null)
                book.Format(EditedWorkbook.Progress, "H4", format);
        }, "percent", percent);
    }

    [Theory]
    [InlineData("22.5", "22.5")]
    [InlineData(" 22.5\u00A0", "22.5")]
    [InlineData("２２．５", "22.5")]
    [InlineData("'22.5", "22.5")]
    [InlineData("22.5%", "22.5")]
    [InlineData("22.5％", "22.5")]
    [InlineData("+22.50", "22.5")]
    public async Task TextOfANumber_IsReadAsTheNumber(string text, string percent) =>
        await StoredAsync(book => book.Write(EditedWorkbook.Progress, "H4", text), "percent", percent);

    [Theory]
    [InlineData("一行\r\n二行", "一行\n二行")]
    [InlineData("一行\r二行\n三行", "一行\n二行\n三行")]
    [InlineData("一\t二\u00A0三", "一 二 三")]
    [InlineData("=SUM(A1)", "=SUM(A1)")]
    [InlineData("_x005F_x000D_", "_x000D_")]
    [InlineData("\uFEFF", null)]
    public async Task Text_IsTakenWithPlainSpacesAndLineFeeds(string text, string? stored)
    {
        if (stored is null)
        {
            // Invisible, so not taken; see the bad cells.
            await using var refusing = await RunningApi.StartAsync(azurite.FreshStorage());
            Assert.Equal(["进展情况!I4 character-not-allowed"], (await refusing.PostEditedAsync(await refusing.UnitKeyAsync(), b => b.Write(EditedWorkbook.Progress, "I4", text))).Errors());
            return;
        }
        await StoredAsync(book => book.Write(EditedWorkbook.Progress, "I4", text), "progress", stored);
    }

    [Fact]
    public async Task NumberInAColumnOfTexts_IsItsDigits() =>
        await StoredAsync(book => { book.WriteNumber(EditedWorkbook.Progress, "I4", "2012"); book.Cell(EditedWorkbook.Progress, "I4").StyleIndex = 0; }, "progress", "2012");

    [Fact]
    public async Task ResultOfAnotherProgram_IsTakenAsText() =>
        await StoredAsync(book => book.WriteNumber(EditedWorkbook.Progress, "I4", "文字", CellValues.String), "progress", "文字");

    [Fact]
    public async Task StoredText_IsNeverAFormula_AndComesBackUnchanged()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.UnitKeyAsync();
        string[] texts = ["=1+1", "+1", "-1", "@SUM(1)", "'=1", "_x0041_x0042_ 不是转义", "<&>\"'\n第二行"];
        foreach (var (text, i) in texts.Select((t, i) => (t, i)))
        {
            var path = "/api/henan-2012/progress/2012Q1/automotive/R01";
            Assert.InRange((await api.ChangeAsync("PUT", path, key, System.Text.Json.JsonSerializer.Serialize(new { progress = text }))).Status, 200, 201);

            var file = await api.GetWorkbookAsync(key);
            using var book = new EditedWorkbook(file);
            var cell = book.Cell(EditedWorkbook.Progress, "I4");

            Assert.Equal(CellValues.InlineString, cell.DataType?.Value);
            Assert.DoesNotContain(book.Data(EditedWorkbook.Progress).Descendants<CellFormula>(), _ => true);
            var format = book.Workbook.WorkbookStylesPart?.Stylesheet?.CellFormats?.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));
            Assert.Equal(text[0] is '=' or '+' or '-' or '@' or '\'', format?.QuotePrefix?.Value ?? false);
            Assert.Equal($"automotive/R01 unchanged v{(i + 1).ToString(CultureInfo.InvariantCulture)}", (await api.PostWorkbookAsync(key, file)).Outcomes()[0]);
        }
    }

    private async Task StoredAsync(Action<EditedWorkbook> edit, string member, string stored)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.UnitKeyAsync();

        var answer = await api.PostEditedAsync(key, edit);

        Assert.Empty(answer.Errors());
        Assert.Equal("automotive/R01 stored v1", answer.Outcomes()[0]);
        var content = (await api.SendAsync("GET", "/api/henan-2012/progress/2012Q1/automotive/R01", key)).Json["content"];
        Assert.Equal(stored, content?[member]?.ToString());
    }
}
