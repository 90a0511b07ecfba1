using Typesetting.Content;
using UglyToad.PdfPig.Content;

namespace Typesetting.Tests.Pages;

/// <summary>GB/T 9704-2012, 5.2.3: whatever stands between them, lines of body text stand on the 22 lines of the page.</summary>
public sealed class GridTests
{
    private static readonly double Leading = PageLayout.Official.Leading;

    public static TheoryData<string, Block> Between => new()
    {
        { "table", SampleBulletin.Tasks(2) },
        { "table with caption and blanks", SampleBulletin.Tasks(3) with { Caption = [new Run("表1")], SpaceBefore = 7, SpaceAfter = 11 } },
        { "title", new Heading(1, "标题\n两行") { Style = OfficialStyles.Title, Alignment = Alignment.Centre, SpaceAfter = 18 } },
        { "note", new Paragraph(new string('注', 100)) { Style = OfficialStyles.Small, SpaceBefore = 12 } },
        { "rule", new Rule { Thickness = 2, SpaceBefore = 4, SpaceAfter = 24 } },
        { "blank", new Space(13) },
        { "blanks of its own", new Paragraph("文") { SpaceBefore = 5, SpaceAfter = 3 } },
        { "parts", new PartsLine { Left = [new Run("第3期")], Right = [new Run("7月25日")], SpaceBefore = 1 } },
    };

    [Theory]
    [MemberData(nameof(Between))]
    public void BodyText_ReturnsToTheGrid_AfterOtherBlocks(string kind, Block block)
    {
        var blocks = Enumerable.Range(0, 24).SelectMany(i => (Block[])[new Paragraph(SampleBulletin.Sentences[i % 4]), new Heading(1, "一、"), block, new ItemList([new ListItem("①", "甲")])]);

        var pages = Written.Of([.. blocks]).Pages();

        Assert.True(pages.Count > 3, kind);
        foreach (var line in pages.SelectMany(Written.LinesOf).Where(IsBody))
            Assert.Equal(0, FromTheGrid(line), 0.02);
    }

    [Fact]
    public void Page_StillHoldsTwentyTwoLines_WhenTheyFollowATableOnThePageBefore()
    {
        var pages = Written.Of(SampleBulletin.Tasks(1), new Paragraph(new string('国', 28 * 60)) { FirstLineIndent = 0 }).Pages();

        Assert.Equal(22, Written.LinesOf(pages[1]).Count);
    }

    [Fact]
    public void Table_StandsInTheMiddle_BetweenTheLinesAboveAndBelow()
    {
        var table = new Table([TableColumn.OfShare(1)], [], [new TableRow("表")]) { SpaceBefore = 2, SpaceAfter = 2 };
        var lines = Written.LinesOf(Written.Of(new Paragraph("上"), table, new Paragraph("下")).Pages()[0]);

        var centres = lines.ConvertAll(line => line[0].StartBaseLine.Y + (0.38 * line[0].PointSize));
        Assert.Equal(centres[0] - centres[1], centres[1] - centres[2], 0.02);
        // 2 + 23 + 2 points fit into one line of 28.99.
        Assert.Equal(2 * Leading, centres[0] - centres[2], 0.02);
    }

    [Fact]
    public void Imprint_CountsFromTheLowerEdge_NotFromTheGrid()
    {
        var imprint = new PageBottom([new Rule { Thickness = 1 }, new Paragraph("报：") { FirstLineIndent = 0 }, new Rule { Thickness = 3 }]);
        var page = Written.Of(new Paragraph("上"), imprint).Pages()[0];

        var bottom = page.Height - Length.Millimetres(37 + 225);
        Assert.Equal(bottom + 3 + Leading - ((Leading - 16) / 2) - (0.88 * 16), Written.LinesOf(page)[^1][0].StartBaseLine.Y, 0.02);
    }

    private static bool IsBody(List<Letter> line) => line[0].PointSize > 15.9 && line[0].PointSize < 16.1;

    /// <summary>In points, to the nearest line of the grid.</summary>
    private static double FromTheGrid(List<Letter> line)
    {
        var first = Length.Millimetres(297 - 37) - ((Leading - 16) / 2) - (0.88 * 16);
        return Math.IEEERemainder(first - line[0].StartBaseLine.Y, Leading);
    }
}
