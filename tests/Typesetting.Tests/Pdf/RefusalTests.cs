using Typesetting.Content;
using Typesetting.Fonts;
using Typesetting.Pdf;

namespace Typesetting.Tests.Pdf;

/// <summary>Whatever is refused is refused before a byte is written.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("标题\u0000")]
    [InlineData("标题\u202E")]
    public void Write_RefusesATitle_ThatXmpCouldNotHold(string title) =>
        Refuses<TextException>(SampleBulletin.Of() with { Information = new DocumentInformation(title, "办公室") });

    [Theory]
    [InlineData("标题\n两行", "标题 (Title)")]
    [InlineData(null, "标题 (Title)")]
    public void Write_RefusesATitle_OfMoreThanOneLineOrALimit(string? title, string field)
    {
        var refused = Refuses<ContentException>(SampleBulletin.Of() with { Information = new DocumentInformation(title ?? new string('长', 32_001), "办公室") });

        Assert.Contains(field, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zh-CN)")]
    [InlineData("zh--CN")]
    [InlineData("zh-")]
    [InlineData("zh-Simplified")]
    [InlineData("zh-001")]
    [InlineData("中文")]
    public void Write_RefusesALanguage_ThatIsNoTag(string language)
    {
        var refused = Refuses<ContentException>(SampleBulletin.Of() with { Information = SampleBulletin.Information() with { Language = language } });

        Assert.Contains($"“{language}”", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_RefusesInformation_ThatIsMissing()
    {
        var information = SampleBulletin.Information();

        Assert.Contains("Information.Title", Refuses<ContentException>(SampleBulletin.Of() with { Information = information with { Title = null! } }).Message, StringComparison.Ordinal);
        Assert.Contains("Information.Author", Refuses<ContentException>(SampleBulletin.Of() with { Information = information with { Author = null! } }).Message, StringComparison.Ordinal);
        Assert.Contains("Information.Language", Refuses<ContentException>(SampleBulletin.Of() with { Information = information with { Language = null! } }).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFDD0")]
    [InlineData("\U0001FFFF")]
    public void Write_RefusesKeywords_WithANoncharacter(string keywords) =>
        Refuses<TextException>(SampleBulletin.Of() with { Information = SampleBulletin.Information() with { Keywords = keywords } });

    [Fact]
    public void Write_RefusesAlternativeText_LongerThanAStringOfTheFile() =>
        Refuses<ContentException>(SampleBulletin.Of(new Table([TableColumn.ByContent], [], [new TableRow([new TableCell("甲") { Bar = new Bar(0.5, null, new string('长', 32_001)) }])])));

    [Fact]
    public void Write_RefusesABookmark_WithAControlCharacter() =>
        Refuses<TextException>(SampleBulletin.Of(new Heading(1, "一、") { Bookmark = "一\u0007" }));

    [Fact]
    public void Write_RefusesAlternativeText_WithAControlCharacter() =>
        Refuses<TextException>(SampleBulletin.Of(new Table([TableColumn.ByContent], [], [new TableRow([new TableCell("甲") { Bar = new Bar(0.5, null, "\u0001") }])])));

    [Fact]
    public void Write_RefusesARunningMark_ThatItsFontCannotDraw() =>
        Refuses<MissingGlyphException>(SampleBulletin.Of(new Paragraph("文")) with { RunningMark = "演示😀" });

    [Fact]
    public void Write_RefusesMoreLooks_ThanADocumentCanHave()
    {
        static Paragraph InShades(int count) => new([.. Enumerable.Range(0, count).Select(i => new Run("色") { Colour = new Colour((byte)(i / 256), (byte)(i % 256), 0) })]);

        Assert.Contains("4096", Refuses<ContentException>(SampleBulletin.Of(InShades(4100))).Message, StringComparison.Ordinal);
        Assert.True(Written.Of(InShades(4000)).PageCount > 1);
    }

    [Fact]
    public void Write_SetsEmptyRunsAndCells_AsBlankLines()
    {
        var page = Written.Of(new Paragraph(""), new Paragraph("文"), new Table([TableColumn.ByContent], [new TableRow("")], [new TableRow("")])).Pages()[0];

        var line = Assert.Single(Written.LinesOf(page));
        Assert.Equal(Length.Millimetres(37) + PageLayout.Official.Leading, page.Height - line[0].StartBaseLine.Y - ((PageLayout.Official.Leading - 16) / 2) - (0.88 * 16), 0.01);
    }

    private static T Refuses<T>(DocumentContent content)
        where T : Exception
    {
        using var target = new MemoryStream();

        var refused = Assert.Throws<T>(() => PdfDocument.Write(content, TestFonts.Set, target));

        Assert.Equal(0, target.Length);
        return refused;
    }
}
