using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Tests.Bulletins.Word;

public sealed class WordRendererTests
{
    public static TheoryData<string> Names => Issues.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void File_KeepsToWordsSchema(string name)
    {
        using var file = WordFile.Of(Issues.All[name]());

        Assert.Empty(file.Faults());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_StandsInOrder_AsItWasComposed(string name)
    {
        var document = Issues.All[name]();

        using var file = WordFile.Of(document);

        Assert.Equal(string.Concat(document.Blocks.SelectMany(Pieces.Of)).ReplaceLineEndings(""), file.Text());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Headings_HaveOutlineLevels_ForTheNavigationPane(string name)
    {
        var document = Issues.All[name]();

        using var file = WordFile.Of(document);

        Assert.Equal(
            document.Blocks.OfType<HeadingBlock>().Select(h => (h.Level - 1, h.Text.Text)),
            file.Paragraphs.Select(p => (Level: file.Style(WordFile.StyleOf(p)).StyleParagraphProperties?.OutlineLevel?.Val?.Value, Text: WordFile.Text(p)))
                .Where(p => p.Level is not null).Select(p => (p.Level ?? -1, p.Text)));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void Heading_HasTheOutlineLevel_OfItsOwn(int level, int outline)
    {
        using var file = WordFile.Of(new HeadingBlock(level, Phrase.Plain("一、总体进展")));

        var paragraph = Assert.Single(file.Paragraphs);
        Assert.Equal("一、总体进展", WordFile.Text(paragraph));
        Assert.Equal(outline, file.Style(WordFile.StyleOf(paragraph)).StyleParagraphProperties?.OutlineLevel?.Val?.Value);
    }

    [Fact]
    public void Paragraphs_AllNameAStyle_AndNoneIsUnknown()
    {
        using var file = WordFile.Of(Issues.All["bulletin"]());

        Assert.All(file.Body.Descendants<W.Paragraph>(), p => file.Style(WordFile.StyleOf(p)));
        Assert.All(file.Body.Descendants<W.RunStyle>(), r => file.Style(r.Val?.Value));
    }

    [Fact]
    public void BodyText_BeginsTwoCharactersIn_AndItsLeadIsInKai()
    {
        using var file = WordFile.Of(new ParagraphBlock(Phrase.Plain("正文。"), Phrase.Plain("（一）段首。")));

        var paragraph = Assert.Single(file.Paragraphs);
        Assert.Equal(200, file.Style(WordFile.StyleOf(paragraph)).StyleParagraphProperties?.Indentation?.FirstLineChars?.Value);
        Assert.Collection(
            paragraph.Elements<W.Run>(),
            lead => Assert.Equal(
                ("（一）段首。", "楷体"), (lead.InnerText, file.Style(lead.RunProperties?.RunStyle?.Val?.Value).StyleRunProperties?.RunFonts?.EastAsia?.Value)),
            text => Assert.Equal(("正文。", null), (text.InnerText, text.RunProperties?.RunStyle)));
    }

    [Fact]
    public void Styles_AreTheOnesThatWordKnows_InChineseAndOnTheRulesOfLines()
    {
        using var file = WordFile.Of(new HeadingBlock(2, Phrase.Plain("（一）标题")));

        string?[] names = [.. new[] { "Title", "Heading1", "Heading2", "BodyText", "Caption", "Signature", "Date", "Header", "Footer" }.Select(id => file.Style(id).StyleName?.Val?.Value)];
        Assert.Equal(["Title", "heading 1", "heading 2", "Body Text", "caption", "Signature", "Date", "header", "footer"], names);
        Assert.Equal("黑体", file.Style("Heading1").StyleRunProperties?.RunFonts?.EastAsia?.Value);
        Assert.Equal("楷体", file.Style("Heading2").StyleRunProperties?.RunFonts?.EastAsia?.Value);
        Assert.Equal("方正小标宋简体", file.Style("Title").StyleRunProperties?.RunFonts?.EastAsia?.Value);
        Assert.Equal("44", file.Style("Title").StyleRunProperties?.FontSize?.Val?.Value);
        var normal = file.Style("Normal");
        Assert.Equal("32", normal.StyleRunProperties?.FontSize?.Val?.Value);
        Assert.True(normal.StyleParagraphProperties?.Kinsoku is { } kinsoku && (kinsoku.Val is null || kinsoku.Val.Value));
        Assert.Equal("zh-CN", file.Main.StyleDefinitionsPart?.Styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.Languages?.EastAsia?.Value);
    }

    [Fact]
    public void Masthead_IsRed_WithItsDateAtTheRightEdge_AndNoTabWhereThereIsNone()
    {
        var signed = new MastheadBlock("河南省年度行动计划", "半年小结", Phrase.Plain("第7期"), "省领导小组办公室", Phrase.Plain("2012年7月27日"));

        using var file = WordFile.Of(signed);
        using var draft = WordFile.Of(signed with { Date = Phrase.Empty });

        Assert.Equal(["河南省年度行动计划", "半　年　小　结", "第7期", "省领导小组办公室2012年7月27日"], file.Paragraphs.Select(WordFile.Text));
        Assert.Equal("D6000F", file.Style(WordFile.StyleOf(file.Paragraphs[1])).StyleRunProperties?.Color?.Val?.Value);
        var line = file.Style(WordFile.StyleOf(file.Paragraphs[3])).StyleParagraphProperties;
        Assert.Equal("D6000F", line?.ParagraphBorders?.BottomBorder?.Color?.Value);
        Assert.Equal((W.TabStopValues.Right, Geometry.TextWidth), (line?.Tabs?.GetFirstChild<W.TabStop>()?.Val?.Value, line?.Tabs?.GetFirstChild<W.TabStop>()?.Position?.Value));
        Assert.Single(file.Paragraphs[3].Descendants<W.TabChar>());
        Assert.Empty(draft.Body.Descendants<W.TabChar>());
    }

    [Fact]
    public void Distribution_StandsBetweenRules_AndStaysWithTheSignature()
    {
        using var file = WordFile.Of(
            new SignatureBlock("省领导小组办公室", Phrase.Plain("2012年7月27日")),
            new DistributionBlock([new DistributionLine("报", Phrase.Plain("省委、省政府领导。")), new DistributionLine("发", Phrase.Plain("各参加单位。"))]));

        Assert.Equal(["省领导小组办公室", "2012年7月27日", "", "报：省委、省政府领导。", "发：各参加单位。", ""], file.Paragraphs.Select(WordFile.Text));
        Assert.Equal(2, file.Paragraphs.Count(p => file.Style(WordFile.StyleOf(p)).StyleParagraphProperties?.ParagraphBorders is not null));
        Assert.All(file.Paragraphs.SkipLast(1), p => Assert.NotNull(p.ParagraphProperties?.KeepNext ?? file.Style(WordFile.StyleOf(p)).StyleParagraphProperties?.KeepNext));
    }
}
