using Typesetting.Content;

namespace Typesetting.Tests.Pages;

/// <summary>What stays together, also where all of it is taller than a page.</summary>
public sealed class KeepTests
{
    [Fact]
    public void Heading_StaysWithItsText_InsideAChainThatIsTallerThanAPage()
    {
        for (var lines = 15; lines <= 40; lines++)
        {
            var pages = Written.Of(
                new Paragraph(new string('前', 28 * lines)) { FirstLineIndent = 0, KeepTogether = true, KeepWithNext = true },
                new Heading(1, "一、"),
                new Paragraph(new string('后', 28 * 30)) { FirstLineIndent = 0, KeepTogether = true }).Pages();

            foreach (var page in pages)
                Assert.NotEqual("一、", Written.TextOf(Written.LinesOf(page)[^1]));
        }
    }

    [Fact]
    public void Paragraph_StaysWhole_WhenItIsToBeKeptTogetherAndAPageHoldsIt()
    {
        var pages = Written.Of(
            new Paragraph(new string('前', 28 * 10)) { FirstLineIndent = 0 },
            new Paragraph(new string('国', 28 * 13)) { FirstLineIndent = 0, KeepTogether = true }).Pages();

        Assert.Equal([10, 13], pages.Select(page => Written.LinesOf(page).Count));
    }

    [Fact]
    public void Paragraph_FillsThePage_WhenItIsToBeKeptTogetherAndNoPageHoldsIt()
    {
        var pages = Written.Of(
            new Paragraph(new string('前', 28 * 10)) { FirstLineIndent = 0 },
            new Paragraph(new string('国', 28 * 30)) { FirstLineIndent = 0, KeepTogether = true }).Pages();

        Assert.Equal([22, 18], pages.Select(page => Written.LinesOf(page).Count));
    }

    [Fact]
    public void Caption_StandsAboveItsTable_OnTheSamePage()
    {
        for (var above = 10; above <= 22; above++)
        {
            var table = SampleBulletin.Tasks(9) with { Caption = [new Run("表一")] };
            var pages = Written.Of(new Paragraph(new string('前', 28 * above)) { FirstLineIndent = 0 }, table).Pages();

            var texts = pages.Select(page => Written.LinesOf(page).ConvertAll(Written.TextOf)).Single(lines => lines.Contains("表一"));
            var caption = texts.IndexOf("表一");
            Assert.StartsWith("序号", texts[caption + 1], StringComparison.Ordinal);
            Assert.True(texts.Count > caption + 3);
        }
    }

    [Fact]
    public void Caption_StaysWithTheBeginningOfARow_ThatNoPageHolds()
    {
        var tall = new Table([TableColumn.OfShare(1)], [new TableRow("栏")], [new TableRow(new string('长', 3000))]) { Caption = [new Run("表一")] };
        for (var above = 10; above <= 22; above++)
        {
            var pages = Written.Of(new Paragraph(new string('前', 28 * above)) { FirstLineIndent = 0 }, tall).Pages();

            var texts = pages.Select(page => Written.LinesOf(page).ConvertAll(Written.TextOf)).Single(lines => lines.Contains("表一"));
            Assert.True(texts.Count(text => text.StartsWith('长')) >= 2);
        }
    }

    [Fact]
    public void BlankAboveTheFirstBlock_IsKept_AsFarAsItFits()
    {
        var lines = Written.LinesOf(Assert.Single(Written.Of(new Space(600), new Paragraph("文") { SpaceBefore = 600, Style = OfficialStyles.Small }).Pages()));
        var broken = Written.Of(new Paragraph("文"), new PageBreak(), new Space(600), new Paragraph("文") { SpaceBefore = 600, Style = OfficialStyles.Small }).Pages();

        Assert.Equal("文", Written.TextOf(Assert.Single(lines)));
        Assert.Equal(2, broken.Count);
        Assert.Equal("文", Written.TextOf(Assert.Single(Written.LinesOf(broken[1]))));
    }
}
