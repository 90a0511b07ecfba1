using System.Text;
using Testing;
using Testing.Archive;
using Typesetting.Content;

namespace Typesetting.Tests.Pdf;

/// <summary>PDF/A-1a: level B by PDFBox Preflight, what level A adds by reading the file.</summary>
public sealed class ArchiveTests
{
    public static TheoryData<string> Names { get; } = [.. ArchiveDocuments.All().Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void File_KeepsTheRulesOfLevelA(string name) =>
        Assert.Empty(ArchiveRules.FaultsOf(BytesOf(name)));

    /// <summary>One run for all: starting Java costs more than looking.</summary>
    [Fact]
    public async Task Preflight_FindsEveryKindOfDocumentValid()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in ArchiveDocuments.All())
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, name + ".pdf"), Written.Of(content).Bytes, TestContext.Current.CancellationToken);

        var result = await ExternalTool.Preflight.RunAsync(TestContext.Current.CancellationToken, ExternalTool.PreflightFolderArguments(folder.Path));

        Assert.All(ArchiveDocuments.All(), document => Assert.Contains($"The file {document.Name}.pdf is a valid PDF/A-1b file", result.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("is not valid", result.Output, StringComparison.Ordinal);
    }

    /// <summary>The rules find what they are there for: the same file, one entry of it spoilt.</summary>
    [Theory]
    [InlineData("/Marked true", "/Marked false", "6.8.2.2")]
    [InlineData("/Lang(zh-CN)", "/Lung(zh-CN)", "6.8.4")]
    [InlineData("/Title/P>>", "/Title/Q>>", "6.8.3.4")]
    [InlineData("/S/Sect", "/S/Sekt", "6.8.3.4")]
    [InlineData("/Alt <FEFF", "/Ant <FEFF", "6.8.5")]
    [InlineData("/S/LBody", "/S/LBoby", "List item")]
    [InlineData("/StructParents 0", "/StructParents 9", "ways back")]
    [InlineData("/RowSpan 3", "/RowSpan 4", "columns, not")]
    [InlineData("/ColSpan 2", "/ColSpan 3", "columns, not")]
    [InlineData("/Scope/Row", "/Scope/Raw", "does not say of what it is the head")]
    [InlineData("/ToUnicode", "/ToUnicoce", "6.3.8")]
    [InlineData("/CIDSet", "/CIDSit", "6.3.5")]
    [InlineData("<pdf:Producer>T", "<pdf:Producer>t", "6.7.3: Producer")]
    [InlineData("conformance>A", "conformance>B", "6.7.3: conformance")]
    [InlineData("/CreationDate(D:2012", "/CreationDate(D:2013", "6.7.3: CreationDate")]
    public void Rules_FindTheFault_InASpoiltFile(string right, string wrong, string fault)
    {
        var text = Encoding.Latin1.GetString(Written.Of([.. ArchiveDocuments.Headings(), ArchiveDocuments.NestedList(), ArchiveDocuments.Joined(2)]).Bytes);
        Assert.Contains(right, text, StringComparison.Ordinal);
        var at = text.IndexOf(right, StringComparison.Ordinal);

        var faults = ArchiveRules.FaultsOf(Encoding.Latin1.GetBytes(text[..at] + wrong + text[(at + right.Length)..]));

        Assert.Contains(faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Sections_HoldTheirHeadings_AndTheTitleStandsBeforeThem()
    {
        using var file = new TaggedPdf(Written.Of(ArchiveDocuments.Headings()).Bytes);

        string Outline(TaggedElement element) => element.Type is "Document" or "Sect"
            ? $"{element.Type}({string.Join(' ', element.Children.Select(Outline))})"
            : element.Type + ":" + file.TextOf(element);
        Assert.Equal(
            "Document(Title:关于进展情况的通报 P:前言。 Sect(H1:一、总体进展 P:甲。 Sect(H2:（一）汽车产业 P:乙。 Sect(H4:跳过一级)) Sect(H2:（二）装备制造)) Sect(H1:二、下一步工作 P:丙。))",
            Outline(file.Elements[0]));
    }

    [Fact]
    public void PartsOfALine_AreReadOneByOne()
    {
        using var file = new TaggedPdf(Written.Of(new PartsLine { Left = ["第3期"], Right = ["2012年7月25日"] }).Bytes);

        Assert.Equal(["P:第3期", "P:2012年7月25日"], file.Elements[0].Children.Select(element => $"{element.Type}:{file.TextOf(element)}"));
    }

    [Fact]
    public void Arrays_StayWithinTheLimits_WhenADocumentHasThousandsOfParts()
    {
        var bytes = Written.Of([.. Enumerable.Range(0, 9000).Select(_ => new Paragraph("文") { Style = OfficialStyles.Table with { Size = 2, Leading = 2 } })]).Bytes;

        Assert.Empty(ArchiveRules.FaultsOf(bytes));
    }

    [Fact]
    public void Pages_StayWithinTheLimits_WhenThereAreThousands()
    {
        var written = Written.Of([.. Enumerable.Range(0, 8500).SelectMany(_ => (Block[])[new Paragraph("文"), new PageBreak()])]);

        Assert.Equal(8500, written.PageCount);
        Assert.Empty(ArchiveRules.FaultsOf(written.Bytes));
    }

    private static byte[] BytesOf(string name) => Written.Of(ArchiveDocuments.All().Single(document => document.Name == name).Content).Bytes;
}
