using System.IO.Compression;
using System.Xml.Linq;
using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Testing;

namespace Reporting.Tests.Bulletins.Word;

/// <summary>The same document gives the same file, and the file says nothing of when and where it was written.</summary>
public sealed class BytesTests
{
    private static readonly XNamespace terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace dublinCore = "http://purl.org/dc/elements/1.1/";

    [Fact]
    public async Task Bytes_AreTheSame_ForTheSameSnapshot_InAnotherProcess_OnAnotherDay_InAnotherLanguageAndZone()
    {
        var other = await OtherProcess.RunAsync(
            GetType(), nameof(Bytes_AreTheSame_ForTheSameSnapshot_WrittenTwice), "2031-02-03 04:05:06", "tr_TR", "America/St_Johns", TestContext.Current.CancellationToken);

        Assert.Equal("tr-TR 2031-02-03 -03:30", other.Surroundings);
        Assert.Equal(Everything(), other.Bytes);
    }

    /// <summary>Also what the other process runs.</summary>
    [Fact]
    public async Task Bytes_AreTheSame_ForTheSameSnapshot_WrittenTwice()
    {
        var first = Everything();

        Assert.Equal(first, Everything());
        await OtherProcess.WriteAsync(first, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Package_HoldsItsPartsInOrder_WithoutTimesAndRandomNames()
    {
        using var zip = new ZipArchive(new MemoryStream(WordFile.Renderer.Render(Issues.All["silent-plan"]())));

        Assert.Equal(
            [
                "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels", "word/document.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml",
                "word/settings.xml", "word/styles.xml",
            ],
            zip.Entries.Select(e => e.FullName));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    [Fact]
    public void Information_HasTitleAuthorAndDay_InBeijing_AndNothingElse()
    {
        var information = Information(new Document("关于进展的通报", "办公室", null, new DateOnly(2012, 7, 27), []));

        Assert.Equal("关于进展的通报", information.Element(dublinCore + "title")?.Value);
        Assert.Equal("办公室", information.Element(dublinCore + "creator")?.Value);
        Assert.Equal("2012-07-26T16:00:00Z", information.Element(terms + "created")?.Value);
        Assert.Equal(["title", "creator", "language", "created"], information.Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public void Information_HasNoDay_WhereTheDocumentHasNone() =>
        Assert.Null(Information(new Document("草稿", "办公室", null, null, [])).Element(terms + "created"));

    [Fact]
    public void Engine_NamesTheLibraryAndItsVersion() => Assert.StartsWith("DocumentFormat.OpenXml 3.", WordFile.Renderer.Engine, StringComparison.Ordinal);

    /// <summary>Every kind of issue, from its snapshot as it is stored.</summary>
    private static byte[] Everything() =>
        [.. TraceTests.Kinds.SelectMany(row => WordFile.Renderer.Render(ComposeIssue.Compose(SnapshotJson.Read(SnapshotJson.Write(TraceTests.Eventful(row.Data.Item1, row.Data.Item2))))))];

    private static XElement Information(Document document)
    {
        using var zip = new ZipArchive(new MemoryStream(WordFile.Renderer.Render(document)));
        using var stream = zip.GetEntry("docProps/core.xml")?.Open() ?? throw new InvalidDataException("No information.");
        return XDocument.Load(stream).Root ?? throw new InvalidDataException("Empty information.");
    }
}
