using System.Text.RegularExpressions;
using Testing;
using Testing.Archive;
using Typesetting.Content;

namespace Typesetting.Tests.Pdf;

/// <summary>What is read out of a file, by eye or by ear, is what was written, line ends apart.</summary>
public sealed partial class ReadingTests
{
    public static TheoryData<string> Names => ArchiveTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Structure_ReadsWhatWasWritten_InOrder(string name)
    {
        var content = ArchiveDocuments.All().Single(document => document.Name == name).Content;

        using var file = new TaggedPdf(Written.Of(content).Bytes);

        Assert.Equal(string.Concat(content.Blocks.SelectMany(block => Reading.Pieces(block, true))), Reading.Aloud(file));
    }

    [Fact]
    public async Task PdfInfo_ReadsTheWholeBulletin_InOrder()
    {
        var content = SampleBulletin.OfPages(6);

        var result = await Written.Of(content).WithFileAsync(path => ExternalTool.PdfInfo.RunAsync(TestContext.Current.CancellationToken, "-struct-text", path));

        var read = string.Concat(Quoted().Matches(result.Output).Select(match => match.Groups[1].Value));
        Assert.Equal(string.Concat(content.Blocks.SelectMany(block => Reading.Pieces(block, false))), read);
    }

    [Fact]
    public async Task PdfToText_ReadsListsTablesAndParts_AsTheyWereWritten()
    {
        Block[] blocks = [.. ArchiveDocuments.Headings(), ArchiveDocuments.NestedList(), SampleBulletin.Tasks(3), ArchiveDocuments.Joined(1), ArchiveDocuments.NestedList()];

        var read = await PdfToTextAsync(blocks);

        // Between a label and its text, and between cells, there is a gap, which poppler reads as a blank.
        var at = 0;
        foreach (var piece in blocks.SelectMany(block => Reading.Pieces(block, false)).Where(piece => piece.Length > 0))
        {
            at += at < read.Length && read[at] == ' ' ? 1 : 0;
            Assert.Equal(piece, read.Substring(at, Math.Min(piece.Length, read.Length - at)));
            at += piece.Length;
        }

        Assert.Equal(read.Length, at);
    }

    [Fact]
    public async Task PdfToText_ReadsTheWordsOfCharts()
    {
        var read = await PdfToTextAsync(ArchiveDocuments.Charts());

        string[] words = ["整车产量", "31.8万辆", "主营收入", "未报", "完成", "目标", "序时", "图1 主要指标", "开工", "未开工", "省重点", "17个", "2011年", "一季度", "−0.5", "亿元"];
        Assert.All(words, word => Assert.Contains(word, read, StringComparison.Ordinal));
    }

    /// <summary>In the order of the page's content, without the line ends.</summary>
    private static async Task<string> PdfToTextAsync(Block[] blocks)
    {
        var content = SampleBulletin.Of(blocks) with { Layout = PageLayout.Official with { PageNumbers = false } };
        var result = await Written.Of(content).WithFileAsync(path => ExternalTool.PdfToText.RunAsync(TestContext.Current.CancellationToken, "-raw", "-enc", "UTF-8", path, "-"));
        return result.Output.ReplaceLineEndings("").Replace("\f", "", StringComparison.Ordinal);
    }

    [GeneratedRegex("^ *\"(.*)\"$", RegexOptions.Multiline)]
    private static partial Regex Quoted();
}
