using System.Globalization;
using Microsoft.Playwright;
using Reporting.Bulletins.Documents;
using Testing;
using UglyToad.PdfPig;

namespace Reporting.Tests.Bulletins.Html;

/// <summary>The files on paper: printed by the browser, read back by other programs.</summary>
public sealed class PrintTests(Browser browser)
{
    private const double Millimetre = 72 / 25.4;

    /// <summary>In points: browsers place boxes on 1/64 of a CSS pixel, and glyphs reach a little beyond theirs.</summary>
    private const double Tolerance = 1.5;

    [Theory]
    [MemberData(nameof(Issue.Names), MemberType = typeof(Issue))]
    public async Task Pages_AreA4_NumberedAndMarked_WithTheWholeText(string name)
    {
        var document = Issue.Of(name);
        var printed = await PrintAsync(document);

        var pages = (await PdfTextAsync(printed)).TrimEnd('\f').Split('\f');
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains($"—{i + 1}—", Solid(pages[i]), StringComparison.Ordinal);
            Assert.Contains("演示数据", Upright(pages[i]), StringComparison.Ordinal);
        }
        var whole = Solid(string.Concat(pages.Select((page, i) => Unmarked(page, i + 1))));
        foreach (var block in document.Blocks.Where(block => block is HeadingBlock or ParagraphBlock or NoteBlock))
            Assert.Contains(Solid(Words(block)), whole, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(printed);
        Assert.Equal(document.Title, pdf.Information.Title);
        Assert.All(pdf.GetPages(), page => Assert.Equal((595, 842), (Math.Round(page.Width), Math.Round(page.Height))));
    }

    [Theory]
    [MemberData(nameof(Issue.Names), MemberType = typeof(Issue))]
    public async Task Text_KeepsToTheTextAreaOfTheStandard(string name)
    {
        using var pdf = PdfDocument.Open(await PrintAsync(Issue.Of(name) with { PageMark = null }));

        foreach (var page in pdf.GetPages())
        {
            var letters = page.Letters.Where(letter => letter.BoundingBox.Bottom > (35 * Millimetre) - Tolerance && !string.IsNullOrWhiteSpace(letter.Value)).ToList();
            Assert.All(letters, letter =>
            {
                Assert.InRange(letter.StartBaseLine.X, (28 * Millimetre) - Tolerance, (28 + 156) * Millimetre);
                Assert.InRange(letter.EndBaseLine.X, 28 * Millimetre, ((28 + 156) * Millimetre) + Tolerance);
                Assert.InRange(letter.BoundingBox.Top, 0, ((297 - 37) * Millimetre) + Tolerance);
            });
            // The page's number: 7 mm below the text area, odd pages right, even pages left, one character in.
            var number = page.Letters.Where(letter => letter.BoundingBox.Top < (35 - 7) * Millimetre && !string.IsNullOrWhiteSpace(letter.Value)).ToList();
            Assert.Equal($"—{page.Number}—", string.Concat(number.Select(letter => letter.Value)));
            if (page.Number % 2 == 1)
                Assert.InRange(number[^1].EndBaseLine.X, ((28 + 156) * Millimetre) - 16, ((28 + 156) * Millimetre) - 12);
            else
                Assert.InRange(number[0].StartBaseLine.X, (28 * Millimetre) + 12, (28 * Millimetre) + 16);
        }
    }

    [Fact]
    public async Task Body_HasTwentyEightCharactersALine_AndTwentyTwoLinesAPage()
    {
        var printed = await PrintAsync(new Document("标题", "办公室", null, null, [new ParagraphBlock(Phrase.Plain(new string('国', 28 * 60)))]));

        using var pdf = PdfDocument.Open(printed);
        var lines = pdf.GetPage(1).Letters.Where(letter => letter.Value == "国").GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).ToList();

        Assert.Equal(22, lines.Count);
        Assert.Equal(26, lines[0].Count());
        Assert.All(lines.Skip(1), line => Assert.Equal(28, line.Count()));
    }

    [Fact]
    public async Task LongTable_RepeatsItsHead_AndCutsNoRow()
    {
        var rows = Enumerable.Range(1, 90).Select(i => new TableRow([P($"甲{i}起一行较长的文字占去两行的位置以便看它是否被截断在两页之间，再写一些{i}止"), P("值")]));
        var document = Issue.Holding(new ParagraphBlock(P("前文")), new TableBlock(P("表1　长表"), [new TableColumn("名称列头", 1m), new TableColumn("数值列头", 1m)], [.. rows]));

        var pages = (await PdfTextAsync(await PrintAsync(document))).TrimEnd('\f').Split('\f');

        Assert.True(pages.Length > 2, $"{pages.Length} pages.");
        Assert.All(pages, page => Assert.Contains("名称列头", page, StringComparison.Ordinal));
        Assert.Equal(1, pages.Count(page => page.Contains("表1", StringComparison.Ordinal)));
        for (var i = 1; i <= 90; i++)
            Assert.Single(pages, page => page.Contains($"甲{i}起", StringComparison.Ordinal) && Solid(page).Contains($"一些{i}止", StringComparison.Ordinal));

    }

    /// <summary>Pushed down line by line over the end of a page, nothing that belongs together is parted.</summary>
    [Fact]
    public async Task Headings_Captions_AndFigures_KeepWithWhatFollows()
    {
        for (var lines = 10; lines < 21; lines++)
        {
            List<Block> blocks = [.. Enumerable.Range(1, lines).Select(i => new ParagraphBlock(P("填充")))];
            blocks.Add(new HeadingBlock(1, P("一、标题")));
            blocks.Add(new HeadingBlock(2, P("（一）标题")));
            blocks.Add(new TableBlock(P("表1　题"), [new TableColumn("列头", 1m), new TableColumn("列二", 1m)], [new TableRow([P("首行"), P("值")]), new TableRow([P("次行"), P("值")])]));
            blocks.Add(new FigureBlock(P("图1　题"), P("图示"), new CompletionChart([new CompletionRow(P("条目"), 50m, 25m, P("一半"))])));

            var pages = await PagesAsync(Issue.Holding([.. blocks]));

            AssertOnOnePage(pages, "一、标题", "（一）标题", "表1题", "列头", "首行");
            AssertOnOnePage(pages, "条目", "图1题");
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(24)]
    public async Task TallFigure_IsPrintedOnOnePage(int rows)
    {
        var chart = new CompletionChart([.. Enumerable.Range(1, rows).Select(i => new CompletionRow(P($"条目{i}"), i, 25m, P("值")))]);

        var pages = await PagesAsync(Issue.Holding(new FigureBlock(P("图1　题"), P("图示"), chart)));

        AssertOnOnePage(pages, ["累计完成", .. Enumerable.Range(1, rows).Select(i => $"条目{i}"), "图1题"]);
    }

    private static void AssertOnOnePage(IReadOnlyList<string> pages, params string[] words) =>
        Assert.Single(pages, page => words.All(word => page.Contains(word, StringComparison.Ordinal)));

    private static Phrase P(string text) => Phrase.Plain(text);

    private static string Words(Block block) => block switch
    {
        HeadingBlock heading => heading.Text.Text,
        ParagraphBlock paragraph => paragraph.Lead?.Text + paragraph.Text.Text,
        NoteBlock note => note.Text.Text,
        _ => "",
    };

    private static string Solid(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    /// <summary>The mark stands upright beside the text, a line for each character.</summary>
    private static string Upright(string page) => string.Concat(page.Split('\n').Select(line => line.Trim()).Where(line => line.Length is > 0 and <= 4));

    private static string Unmarked(string page, int number) => string.Concat(page.Split('\n')
        .Where(line => Solid(line) is not ("演" or "示" or "数" or "据" or "演示数据") && Solid(line) != string.Create(CultureInfo.InvariantCulture, $"—{number}—")));

    /// <summary>The text of each page without blanks, number and mark.</summary>
    private async Task<IReadOnlyList<string>> PagesAsync(Document document) =>
        [.. (await PdfTextAsync(await PrintAsync(document))).TrimEnd('\f').Split('\f').Select((page, i) => Solid(Unmarked(page, i + 1)))];

    private async Task<byte[]> PrintAsync(Document document)
    {
        await using var opened = await browser.OpenAsync(Issue.Html(document));
        return await opened.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
    }

    private static async Task<string> PdfTextAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "printed.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        return (await ExternalTool.PdfToText.RunAsync(TestContext.Current.CancellationToken, file, "-")).Output;
    }
}
