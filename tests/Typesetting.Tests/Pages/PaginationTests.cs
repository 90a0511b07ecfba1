using Typesetting.Content;

namespace Typesetting.Tests.Pages;

public sealed class PaginationTests
{
    [Fact]
    public void Heading_GoesOverWithItsText_WhenOnlyItWouldFit()
    {
        for (var lines = 1; lines <= 22; lines++)
        {
            var pages = Written.Of(Lines(lines), new Heading(1, "一、总体进展"), Lines(3)).Pages();

            foreach (var page in pages)
                Assert.NotEqual("一、总体进展", Written.TextOf(Written.LinesOf(page)[^1]));
        }
    }

    [Fact]
    public void Paragraph_LeavesNoLineAlone_AtFootOrHeadOfAPage()
    {
        for (var before = 0; before < 22; before++)
        {
            var pages = Written.Of(Lines(before + 1, '前'), new Paragraph(new string('国', 28 * 5)) { FirstLineIndent = 0 }).Pages();

            foreach (var page in pages)
                Assert.NotEqual(1, Written.LinesOf(page).Count(line => line[0].Value == "国"));
        }
    }

    [Fact]
    public void Imprint_StandsAtTheLowerEdge_OfTheLastPage()
    {
        var pages = Written.Of(Lines(3), new PageBottom([new Paragraph("报：省委") { FirstLineIndent = 0 }])).Pages();
        var line = Written.LinesOf(pages[^1])[^1];

        var bottom = pages[^1].Height - Length.Millimetres(37 + 225);
        Assert.Equal("报：省委", Written.TextOf(line));
        Assert.InRange(line[0].StartBaseLine.Y - bottom, 0, PageLayout.Official.Leading);
    }

    [Fact]
    public void PageBreak_StartsANewPage()
    {
        var pages = Written.Of(Lines(2), new PageBreak(), Lines(1)).Pages();

        Assert.Equal([2, 1], pages.Select(page => Written.LinesOf(page).Count));
    }

    [Fact]
    public void Write_MakesOneBlankPage_WhenThereIsNothingToSet()
    {
        var written = Written.Of();

        Assert.Equal(1, written.PageCount);
        Assert.Empty(Written.LinesOf(written.Pages()[0]));
    }

    [Fact]
    public void Write_Ends_WhenEverythingIsToBeKeptTogether()
    {
        var written = Written.Of(Enumerable.Range(0, 60).Select(Block (i) => new Paragraph(new string('国', 60)) { KeepTogether = true, KeepWithNext = true }).ToArray());

        Assert.Equal(180, written.Pages().Sum(page => Written.LinesOf(page).Count));
    }

    private static Paragraph Lines(int count, char c = '文') => new(new string(c, 28 * count)) { FirstLineIndent = 0 };
}
