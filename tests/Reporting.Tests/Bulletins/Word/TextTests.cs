using System.Text;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Pdf;
using Typesetting.Content;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Run = Reporting.Bulletins.Documents.Run;
using TableColumn = Reporting.Bulletins.Documents.TableColumn;
using TableRow = Reporting.Bulletins.Documents.TableRow;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Tests.Bulletins.Word;

/// <summary>Text from outside neither breaks a file nor is changed by it.</summary>
public sealed class TextTests
{
    public static TheoryData<string> Taken =>
    [
        "",
        " ",
        "  两个空格在前，两个在后  ",
        "　全角空格　",
        "a  b",
        "<w:p/> & \"引号\" '单引号' ]]> --> &amp;",
        "𠮷野家 😀",
        "¥€№①㈠％‰−×÷≤≥°C",
        new string('长', 4000),
        new string('x', 4000),
    ];

    public static TheoryData<string> Refused => ["甲\u0001乙", "甲\t乙", "甲\r乙", "\uD842", "\uDFB7甲", "甲\uFFFE", "甲\uFFFF", "甲\uFEFF乙", "甲\u202E乙", "\u2028", "\0"];

    [Theory]
    [MemberData(nameof(Taken))]
    public void Text_ReadsAsWritten_WhereverItStands(string text)
    {
        var document = new Document(text, text, text, null, [.. Everywhere(text)]);

        using var file = WordFile.Of(document);

        Assert.Empty(file.Faults());
        Assert.Equal(string.Concat(document.Blocks.SelectMany(Pieces.Of)), file.Text());
        Assert.All(file.Body.Descendants<W.Text>(), t => Assert.Equal("preserve", t.Space?.InnerText));
        Assert.Equal(text, Assert.Single(file.Main.HeaderParts).Header?.InnerText);
        // Packaging reads a title of blanks as none.
        Assert.Equal(string.IsNullOrWhiteSpace(text) ? "" : text, file.Package.PackageProperties.Title);
        Assert.Equal(text, file.Body.Descendants<D.DocProperties>().Single().Description?.Value);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Text_IsRefused_WhereverItStands_AsThePdfRefusesIt(string text)
    {
        foreach (var block in Everywhere(text))
            Assert.Throws<TextException>(() => WordFile.Renderer.Render(WordFile.Holding(block)));
        Assert.Throws<TextException>(() => WordFile.Renderer.Render(WordFile.Holding() with { Title = text }));
        Assert.Throws<TextException>(() => WordFile.Renderer.Render(WordFile.Holding() with { Author = text }));
        Assert.Throws<TextException>(() => WordFile.Renderer.Render(WordFile.Holding() with { PageMark = text }));
        var pdf = new PdfRenderer(new FontOptions().Load(AppContext.BaseDirectory));
        Assert.Throws<TextException>(() => pdf.Render(WordFile.Holding(new ParagraphBlock(Phrase.Plain(text)))));
    }

    [Fact]
    public void EveryCharacter_ThatThePdfTakes_ReadsAsWritten()
    {
        StringBuilder all = new();
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (value != '\n' && Rune.IsValid(value) && SettableText.Takes(new Rune(value)) && (value < 0x30000 || value % 97 == 0))
                all.Append(new Rune(value).ToString());
        }

        using var file = WordFile.Of(new ParagraphBlock(Phrase.Plain(all.ToString())));

        Assert.True(all.Length > 100_000);
        Assert.Equal(all.ToString(), file.Text());
    }

    [Fact]
    public void LineFeeds_BreakTheLine_InsideTheParagraph()
    {
        using var file = WordFile.Of(new ParagraphBlock(Phrase.Plain("\n甲\n\n乙\n")), new TitleBlock([Phrase.Plain("一"), Phrase.Plain("二")]));

        Assert.Equal(["br", "甲", "br", "br", "乙", "br"], file.Paragraphs[0].Descendants<W.Run>().Single().ChildElements.Skip(1).Select(e => e is W.Break ? "br" : e.InnerText));
        Assert.Single(file.Paragraphs[1].Descendants<W.Break>());
        Assert.Empty(file.Faults());
    }

    private static IEnumerable<Reporting.Bulletins.Documents.Block> Everywhere(string text)
    {
        Phrase phrase = new Run(text, new Trace(null, ["x"]));
        yield return new MastheadBlock(text, "通报", phrase, text, phrase);
        yield return new TitleBlock([phrase, phrase]);
        yield return new HeadingBlock(1, phrase);
        yield return new HeadingBlock(2, phrase);
        yield return new ParagraphBlock(phrase, phrase);
        yield return new TableBlock(phrase, [new TableColumn(text, 1m)], [new TableRow([phrase], Emphasis: true), new TableRow([phrase])]);
        yield return new FigureBlock(phrase, phrase, new StageChart([text], [new StageRow(phrase, [new StageCount(1, phrase)], phrase)]));
        yield return new NoteBlock(phrase);
        yield return new SignatureBlock(text, phrase);
        yield return new DistributionBlock([new DistributionLine(text, phrase)]);
    }
}
