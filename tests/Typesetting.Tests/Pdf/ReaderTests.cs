using System.Text;
using System.Text.RegularExpressions;
using Testing;
using Typesetting.Content;

namespace Typesetting.Tests.Pdf;

/// <summary>What other people's readers say of the files.</summary>
public sealed class ReaderTests
{
    private static readonly Written Bulletin = Written.Of(SampleBulletin.OfPages(6));

    [Fact]
    public async Task Qpdf_FindsNoFault()
    {
        var result = await RunAsync(ExternalTool.Qpdf, path => ["--check", path]);

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("WARNING", result.Output + result.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("No syntax or stream encoding errors", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mutool_DrawsEveryPage_WithoutAWarning()
    {
        var result = await RunAsync(ExternalTool.Mutool, path => ["draw", "-F", "txt", "-o", "/dev/null", path]);

        Assert.Equal(0, result.ExitCode);
        // A build of mutool without colour management says so of any file.
        var said = result.Errors.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("page ", StringComparison.Ordinal) && !line.Contains("ICC support", StringComparison.Ordinal));
        Assert.Empty(said);
    }

    [Fact]
    public async Task Preflight_FindsItValidPdfA()
    {
        var result = await RunAsync(ExternalTool.Preflight, ExternalTool.PreflightArguments);

        Assert.Contains("is a valid PDF/A-1b file", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PdfToText_ReadsExactlyWhatWasWritten_LineEndsApart()
    {
        Paragraph[] paragraphs = [.. SampleBulletin.Sentences.Select(sentence => new Paragraph(sentence)), new("⼈人民与⾦金属：𠂇字“引号”——（《》）……100％，Ａ区①②㎡≥5℃。")];

        var result = await Written.Of(SampleBulletin.Of(paragraphs) with { Layout = PageLayout.Official with { PageNumbers = false } })
            .WithFileAsync(path => ExternalTool.PdfToText.RunAsync(TestContext.Current.CancellationToken, "-enc", "UTF-8", path, "-"));

        var expected = string.Concat(paragraphs.Select(paragraph => paragraph.Runs[0].Text));
        Assert.Equal(expected, result.Output.ReplaceLineEndings("").Replace("\f", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task PdfToText_FindsNoBlankThatIsNotThere_HoweverLinesAreStretched(int seed)
    {
        string[] pieces = ["全省", "工业", "行动计划", "（", "）", "《", "》", "“", "”", "，", "。", "、", "；", "……", "——", "2012年", "47.5%", "1 092.6亿元", "GDP", "12个百分点", "完成", "第3期", "(", ")", ",", "PM2.5", "A4", "⼈"];
        // The same characters each time: a fault shows at once and again.
        var random = new Random(seed);
        TextStyle[] styles = [OfficialStyles.Body, OfficialStyles.Small, OfficialStyles.Table];
        Paragraph[] paragraphs = [.. Enumerable.Range(0, 60).Select(i =>
            new Paragraph(string.Concat(Enumerable.Range(0, 60).Select(_ => pieces[random.Next(pieces.Length)])) + "末") { Style = styles[i % 3] })];

        var result = await Written.Of(SampleBulletin.Of(paragraphs) with { Layout = PageLayout.Official with { PageNumbers = false } })
            .WithFileAsync(path => ExternalTool.PdfToText.RunAsync(TestContext.Current.CancellationToken, "-enc", "UTF-8", path, "-"));

        var read = result.Output.ReplaceLineEndings("").Replace("\f", "", StringComparison.Ordinal).Split('末');
        for (var i = 0; i < paragraphs.Length; i++)
            Assert.Equal(paragraphs[i].Runs[0].Text, read[i] + "末");
    }

    [Fact]
    public async Task PdfInfo_ReadsTheStructureInOrder()
    {
        var result = await RunAsync(ExternalTool.PdfInfo, path => ["-struct-text", path]);

        var at = 0;
        foreach (var expected in (string[])["\"河南省重点工业产业行动计划通报\"", "H1", "\"一、总体进展\"", "H2", "Table", "TR", "TH", "\"序号\"", "TD", "Figure", "\"绿灯\""])
        {
            var found = result.Output.IndexOf(expected, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{expected} is missing after position {at}.");
            at = found;
        }

        Assert.DoesNotContain("演示数据", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bookmarks_NestTheHeadings()
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(Bulletin.Bytes);

        Assert.True(document.TryGetBookmarks(out var bookmarks));
        Assert.Equal("关于汽车产业2012年行动计划上半年进展情况的通报", bookmarks.Roots[0].Title);
        Assert.Equal("一、总体进展", bookmarks.Roots[1].Title);
        Assert.Equal("（一）郑州百万辆汽车基地建设", bookmarks.Roots[1].Children[0].Title);
    }

    /// <summary>PDF Reference 1.4, 8.2.2: how many entries below are seen when all are open, those of every level.</summary>
    [Fact]
    public void Bookmarks_CountWhatIsBelowThem()
    {
        var text = Encoding.Latin1.GetString(Written.Of(new Heading(1, "一"), new Heading(2, "二"), new Heading(3, "三"), new Heading(1, "四"), new Paragraph("文")).Bytes);

        Assert.Matches(@"/Type/Outlines/First \d+ 0 R/Last \d+ 0 R/Count 4>>", text);
        Assert.Equal(["4", "2", "1"], Regex.Matches(text, @"/Last \d+ 0 R/Count (\d+)").Select(count => count.Groups[1].Value));
    }

    /// <summary>A light stands in the line of its cell, also where the cell is the head of its row.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Light_StandsInItsLine(bool head)
    {
        var table = new Table([TableColumn.ByContent with { IsHeader = head }], [], [new TableRow([new TableCell("甲") { Light = Light.Green }])]);

        Assert.Contains("/Placement/Inline", Encoding.Latin1.GetString(Written.Of(table).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Information_SaysTitleAndAuthor_AndXmpAgrees()
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(Bulletin.Bytes);
        var text = Encoding.UTF8.GetString(Bulletin.Bytes);

        Assert.Equal("关于汽车产业2012年行动计划上半年进展情况的通报", document.Information.Title);
        Assert.Equal("河南省优化产业结构领导小组办公室", document.Information.Author);
        Assert.Contains("<rdf:li xml:lang=\"x-default\">关于汽车产业2012年行动计划上半年进展情况的通报</rdf:li>", text, StringComparison.Ordinal);
        Assert.Contains("<rdf:li>河南省优化产业结构领导小组办公室</rdf:li>", text, StringComparison.Ordinal);
        Assert.Contains("2012-07-25T09:00:00+08:00", text, StringComparison.Ordinal);
    }

    [Fact]
    public void File_HasLanguageTagsAndNoObjectStreams()
    {
        var text = Encoding.Latin1.GetString(Bulletin.Bytes);

        Assert.StartsWith("%PDF-1.4\n", text, StringComparison.Ordinal);
        Assert.Contains("/Lang(zh-CN)", text, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo<</Marked true>>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/ObjStm", text, StringComparison.Ordinal);
    }

    private static Task<ToolResult> RunAsync(ExternalTool tool, Func<string, string[]> arguments) =>
        Bulletin.WithFileAsync(path => tool.RunAsync(TestContext.Current.CancellationToken, arguments(path)));
}
