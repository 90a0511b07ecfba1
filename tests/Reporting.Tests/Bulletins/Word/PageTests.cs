using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Tests.Bulletins.Word;

public sealed class PageTests
{
    private const double TwipsPerMillimetre = 1440 / 25.4;

    public static TheoryData<string> Names => Issues.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Mark_StandsOnOddAndEvenPages_WhereTheDocumentHasOne(string name)
    {
        var document = Issues.All[name]();

        using var file = WordFile.Of(document);

        var references = Section(file).Elements<W.HeaderReference>().ToDictionary(r => r.Type?.Value ?? W.HeaderFooterValues.Default, r => r.Id?.Value ?? "");
        if (document.PageMark is null)
        {
            Assert.Empty(references);
            return;
        }
        Assert.Equal("演示数据", document.PageMark);
        Assert.Equal(2, references.Count);
        Assert.All([W.HeaderFooterValues.Default, W.HeaderFooterValues.Even], type =>
            Assert.Equal("演示数据", ((HeaderPart)file.Main.GetPartById(references[type])).Header?.InnerText));
        // A first page of its own would have neither mark nor number.
        Assert.Empty(Section(file).Elements<W.TitlePage>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Number_IsAField_BetweenDashes_OutsideOnOddAndEvenPages(bool even)
    {
        using var file = WordFile.Of(Issues.All["bulletin"]());

        var type = even ? W.HeaderFooterValues.Even : W.HeaderFooterValues.Default;
        var id = Section(file).Elements<W.FooterReference>().Single(r => r.Type?.Value == type).Id?.Value ?? "";
        var paragraph = Assert.Single(((FooterPart)file.Main.GetPartById(id)).Footer?.Elements<W.Paragraph>() ?? []);
        Assert.Equal(even ? "— 2 —" : "— 1 —", paragraph.InnerText);
        Assert.Equal("PAGE", paragraph.GetFirstChild<W.SimpleField>()?.Instruction?.Value?.Trim());
        Assert.Equal(even ? W.JustificationValues.Left : W.JustificationValues.Right, paragraph.ParagraphProperties?.Justification?.Val?.Value);
        var indentation = paragraph.ParagraphProperties?.Indentation;
        Assert.Equal(100, even ? indentation?.LeftChars?.Value : indentation?.RightChars?.Value);
        Assert.NotNull(file.Main.DocumentSettingsPart?.Settings?.GetFirstChild<W.EvenAndOddHeaders>());
    }

    /// <summary>GB/T 9704-2012, 5.2.1 to 5.2.3.</summary>
    [Fact]
    public void Page_HasTheGeometryOfAnOfficialDocument()
    {
        using var file = WordFile.Of(Issues.All["bulletin"]());

        var (size, margin) = (Section(file).GetFirstChild<W.PageSize>(), Section(file).GetFirstChild<W.PageMargin>());
        var (width, height) = (size?.Width?.Value ?? 0, size?.Height?.Value ?? 0);
        var (left, top) = (margin?.Left?.Value ?? 0, margin?.Top?.Value ?? 0);
        var (textWidth, textHeight) = (width - left - (margin?.Right?.Value ?? 0), height - top - (margin?.Bottom?.Value ?? 0));
        Assert.Equal([210, 297, 28, 37, 156, 225], new double[] { width, height, left, top, textWidth, textHeight }.Select(twips => Math.Round(twips / TwipsPerMillimetre)));
        var pitch = Section(file).GetFirstChild<W.DocGrid>()?.LinePitch?.Value ?? 0;
        Assert.Equal(22, (int)(textHeight / pitch));
        var body = file.Style("BodyText").StyleRunProperties?.Spacing?.Val?.Value ?? 0;
        Assert.Equal(28, (int)(textWidth / (320.0 + body)));
        Assert.Equal(pitch.ToString(System.Globalization.CultureInfo.InvariantCulture), file.Style("Normal").StyleParagraphProperties?.SpacingBetweenLines?.Line?.Value);
    }

    private static W.SectionProperties Section(WordFile file) => Assert.Single(file.Body.Elements<W.SectionProperties>());
}
