using Typesetting.Content;

namespace Typesetting.Tests.Pages;

/// <summary>GB/T 9704-2012, 5.2 and 7.5, measured in the produced file.</summary>
public sealed class GeometryTests
{
    private static readonly Paragraph Solid = new(new string('国', 28 * 22 * 3)) { FirstLineIndent = 0 };

    [Fact]
    public void Page_HasTwentyTwoLinesOfTwentyEightCharacters_WhenTextIsFullWidth()
    {
        var pages = Written.Of(Solid).Pages();

        Assert.Equal(3, pages.Count);
        foreach (var page in pages)
        {
            var lines = Written.LinesOf(page);
            Assert.Equal(22, lines.Count);
            Assert.All(lines, line => Assert.Equal(28, line.Count));
        }
    }

    [Fact]
    public void Characters_StandOnTheGrid_FromTheLeftMargin()
    {
        var page = Written.Of(Solid).Pages()[0];
        var pitch = Length.Millimetres(156) / 28;

        foreach (var line in Written.LinesOf(page))
            for (var i = 0; i < line.Count; i++)
                Assert.Equal(Length.Millimetres(28) + (i * pitch), line[i].StartBaseLine.X, 0.05);
    }

    [Fact]
    public void Punctuation_TakesWholeSquares_OnTheGrid()
    {
        var text = "“引号”——（括号）《书名》，顿、号；……：‘单’！百％Ａ①";
        var line = Written.LinesOf(Written.Of(new Paragraph(text) { FirstLineIndent = 0 }).Pages()[0])[0];
        var pitch = Length.Millimetres(156) / 28;

        Assert.Equal(28, line.Count);
        for (var i = 0; i < line.Count; i++)
            Assert.Equal(Length.Millimetres(28) + (i * pitch), line[i].StartBaseLine.X, 0.05);
    }

    [Fact]
    public void Lines_AreALeadingApart_AndFillTheTextArea()
    {
        var page = Written.Of(Solid).Pages()[0];
        var baseLines = Written.LinesOf(page).ConvertAll(line => line[0].StartBaseLine.Y);
        var leading = Length.Millimetres(225) / 22;

        for (var i = 1; i < baseLines.Count; i++)
            Assert.Equal(leading, baseLines[i - 1] - baseLines[i], 0.01);
        var top = page.Height - Length.Millimetres(37);
        // The character, 0.88 of its size above the base line, stands in the middle of its line.
        Assert.Equal(top - ((leading - 16) / 2) - (0.88 * 16), baseLines[0], 0.01);
    }

    [Fact]
    public void Paper_IsA4()
    {
        var page = Written.Of(Solid).Pages()[0];

        Assert.Equal((595.28, 841.89), (Math.Round(page.Width, 2), Math.Round(page.Height, 2)));
    }

    [Fact]
    public void PageNumber_StandsSevenMillimetresBelow_OddRightAndEvenLeft()
    {
        var pages = Written.Of(Solid).Pages();
        var below = pages[0].Height - Length.Millimetres(37 + 225);
        var pitch = Length.Millimetres(156) / 28;
        foreach (var page in pages)
        {
            var number = page.Letters.Where(letter => letter.StartBaseLine.Y < below).OrderBy(letter => letter.StartBaseLine.X).ToList();

            Assert.Equal($"— {page.Number} —", Written.TextOf(number));
            Assert.All(number, letter => Assert.Equal(14, letter.PointSize, 0.01));
            Assert.Equal(below - Length.Millimetres(7), number[0].BoundingBox.Top, 0.05);
            if (page.Number % 2 == 1)
                Assert.Equal(Length.Millimetres(28 + 156) - pitch, number[^1].EndBaseLine.X, 0.05);
            else
                Assert.Equal(Length.Millimetres(28) + pitch, number[0].StartBaseLine.X, 0.05);
        }
    }

    [Fact]
    public void RunningMark_StandsOnEveryPage_AboveTheTextArea()
    {
        var pages = Written.Of(SampleBulletin.OfPages(4)).Pages();

        Assert.True(pages.Count > 3);
        Assert.All(pages, page => Assert.Equal(
            "演示数据",
            Written.TextOf(page.Letters.Where(letter => letter.StartBaseLine.Y > page.Height - Length.Millimetres(37)).OrderBy(letter => letter.StartBaseLine.X))));
    }

    [Fact]
    public void Text_StaysWithinTheMargins_OnEveryPage()
    {
        foreach (var page in Written.Of(SampleBulletin.OfPages(6)).Pages())
            foreach (var letter in page.Letters.Where(letter => letter.Value.Trim().Length > 0))
            {
                Assert.InRange(letter.BoundingBox.Left, Length.Millimetres(28) - 0.01, Length.Millimetres(28 + 156));
                Assert.InRange(letter.BoundingBox.Right, Length.Millimetres(28), Length.Millimetres(28 + 156) + 0.3);
            }
    }
}
