using Testing;
using Typesetting.Content;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Typesetting.Tests.Pages;

/// <summary>Tables cut by the ends of pages.</summary>
public sealed class TableBreakTests
{
    private const int Columns = 3;

    public static TheoryData<int> LinesAbove => [.. Enumerable.Range(0, 22)];

    [Theory]
    [MemberData(nameof(LinesAbove))]
    public void Cells_GoOnUnderThemselves_AndLeaveNoLineAlone(int above)
    {
        var pages = Written.Of(Above(above), Tall(new TableCell(new string('甲', 1000)), new TableCell(new string('乙', 420)), new TableCell(new string('丙', 26)))).Pages();

        foreach (var (text, count) in new[] { ("甲", 1000), ("乙", 420), ("丙", 26) })
        {
            var lines = pages.Select(page => page.Letters.Where(letter => letter.Value == text).GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)).ToList()).ToList();
            Assert.Equal(count, lines.Sum(page => page.Sum(line => line.Count())));
            Assert.All(lines, page => Assert.NotEqual(1, page.Count));
            // All full but the last: a line that is cut would be set twice or short.
            var lengths = lines.SelectMany(page => page.OrderByDescending(line => line.Key)).Select(line => line.Count()).ToList();
            Assert.Single(lengths[..^1].Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(LinesAbove))]
    public void Borders_AreClosed_OnEveryPage(int above)
    {
        var table = new Table(
            [TableColumn.OfShare(1), TableColumn.OfShare(1), TableColumn.OfShare(1)],
            [new TableRow("一", "二", "三")],
            [
                .. Enumerable.Range(0, 9).Select(i => new TableRow([Joined(i % 3, "并"), new TableCell("子"), new TableCell(i == 4 ? new string('长', 1200) : "丑")])),
            ]);
        foreach (var page in Written.Of(Above(above), table).Pages())
        {
            var rules = Rules(page);
            if (rules.Count == 0)
                continue;
            var (top, bottom) = (rules.Max(rule => rule.Top), rules.Min(rule => rule.Bottom));
            var (upper, lower) = (Horizontal(rules).Where(rule => rule.Top > top - 1), Horizontal(rules).Where(rule => rule.Bottom < bottom + 1));
            Assert.Equal(Length.Millimetres(156), upper.Max(rule => rule.Right) - upper.Min(rule => rule.Left), 1.0);
            Assert.Equal(Length.Millimetres(156), lower.Sum(rule => rule.Width), 2.0);
            var text = page.Letters.Where(letter => letter.PointSize is > 11.9 and < 12.1 && letter.Value.Trim().Length > 0).ToList();
            Assert.All(text, letter => Assert.InRange(letter.BoundingBox.Bottom, bottom + 2, top));
            Assert.All(text, letter => Assert.InRange(letter.BoundingBox.Top, bottom, top - 2));
        }
    }

    [Fact]
    public void Bar_StandsUnderTheLastLineOfItsCell_InARowThatNoPageHolds()
    {
        var bar = new TableCell(new string('条', 60)) { Bar = new Bar(0.5, null, "一半"), Light = Light.Red };
        for (var above = 0; above < 22; above++)
        {
            var pages = Written.Of(Above(above), Tall(new TableCell(new string('长', 1200)), bar, new TableCell("短"))).Pages();

            var page = pages.Single(candidate => candidate.Paths.Any(IsTrack));
            var track = page.Paths.First(IsTrack).GetBoundingRectangle() ?? default;
            var last = page.Letters.Where(letter => letter.Value == "条").Min(letter => letter.StartBaseLine.Y);
            Assert.InRange(last - track.Top, 2, 9);
        }

        static bool IsTrack(UglyToad.PdfPig.Graphics.PdfPath path) => path.IsFilled && path.GetBoundingRectangle() is { Height: > 5.9 and < 6.1, Width: > 60 };
    }

    [Fact]
    public void RowsAfterATallRow_FollowOnItsLastPage()
    {
        var table = new Table([TableColumn.OfShare(1)], [], [new TableRow(new string('长', 2000)), new TableRow("后"), new TableRow("末")]);

        var last = Written.Of(table).Pages()[^1];

        Assert.Equal(["长", "后", "末"], Written.LinesOf(last).Select(line => line[0].Value).Distinct());
    }

    [Fact]
    public void JoinedCell_StandsOnEveryPage_InTheMiddleOfItsPart()
    {
        var table = new Table(
            [TableColumn.OfShare(1), TableColumn.OfShare(1)],
            [],
            [new TableRow([new TableCell("并"), new TableCell(new string('长', 3000))]), new TableRow([Joined(1, ""), new TableCell("末")])]);

        var pages = Written.Of(table).Pages();

        Assert.True(pages.Count > 2);
        foreach (var page in pages)
        {
            var joined = page.Letters.Single(letter => letter.Value == "并");
            var rules = Horizontal(Rules(page)).Where(rule => rule.Left < joined.StartBaseLine.X).ToList();
            var middle = (rules.Max(rule => rule.Top) + rules.Min(rule => rule.Bottom)) / 2;
            Assert.Equal(middle, joined.StartBaseLine.Y + (0.38 * 12), 0.3);
        }
    }

    [Theory]
    [MemberData(nameof(LinesAbove))]
    public void JoinedCell_HasRoomOnEveryPage_WhereFewLinesOfATallRowStand(int above)
    {
        var table = new Table(
            [TableColumn.OfShare(1), TableColumn.OfShare(1)],
            [],
            [new TableRow([new TableCell(new string('并', 150)), new TableCell(new string('长', 2000))]), new TableRow([Joined(1, ""), new TableCell("末")])]);

        foreach (var page in Written.Of(Above(above), table).Pages())
        {
            var (joined, rules) = (page.Letters.Where(letter => letter.Value == "并").ToList(), Rules(page));
            if (rules.Count == 0)
                continue;
            Assert.Equal(150, joined.Count);
            Assert.All(joined, letter => Assert.InRange(letter.BoundingBox.Bottom, rules.Min(rule => rule.Bottom), rules.Max(rule => rule.Top)));
        }
    }

    [Fact]
    public async Task JoinedCell_IsReadOnce_HoweverManyPagesItStandsOn()
    {
        var rows = Enumerable.Range(0, 50).Select(i => new TableRow([Joined(i, "并"), new TableCell("子")]));
        var written = Written.Of(new Table([TableColumn.OfShare(1), TableColumn.OfShare(1)], [new TableRow("栏", "目")], [.. rows]));

        var result = await written.WithFileAsync(path => ExternalTool.PdfInfo.RunAsync(TestContext.Current.CancellationToken, "-struct-text", path));

        Assert.Equal(2, written.Pages().Count(page => page.Letters.Any(letter => letter.Value == "并")));
        Assert.Single(result.Output.Split('\n'), line => line.Contains("\"并\"", StringComparison.Ordinal));
        Assert.Single(result.Output.Split('\n'), line => line.Contains("/RowSpan 50", StringComparison.Ordinal));
    }

    [Fact]
    public void JoinedCell_GoesOnLineByLine_WhenItWouldFillMostOfAPage()
    {
        var table = new Table(
            [new TableColumn { Points = 60 }, TableColumn.OfShare(1)],
            [],
            [new TableRow([new TableCell(new string('长', 400)), new TableCell("子")]), new TableRow([Joined(1, ""), new TableCell("丑")])]);

        var pages = Written.Of(table).Pages();

        Assert.Equal(400, pages.Sum(page => page.Letters.Count(letter => letter.Value == "长")));
        var left = Length.Millimetres(28) + 5;
        // Above and below the cell on each of its pages, and no line through it.
        Assert.All(pages, page => Assert.Equal(2, Horizontal(Rules(page)).Count(rule => rule.Left < left && rule.Right > left)));
    }

    [Fact]
    public void HeaderRows_AreRepeatedWithTheirJoinedCells_OnEveryPage()
    {
        TableRow[] header =
        [
            new([new TableCell("序"), new TableCell("进度") { ColumnSpan = 2 }]),
            new([Joined(1, ""), new TableCell("一季度"), new TableCell("二季度")]),
        ];
        var table = new Table([TableColumn.ByContent, TableColumn.OfShare(1), TableColumn.OfShare(1)], header, [.. Enumerable.Range(1, 90).Select(i => new TableRow($"{i}", "甲", "乙"))]);

        var pages = Written.Of(table).Pages();

        Assert.True(pages.Count > 2);
        Assert.All(pages, page => Assert.Equal(["进度", "序", "一季度二季度"], Written.LinesOf(page)[..3].Select(Written.TextOf)));
        Assert.All(pages, page => Assert.Equal(Length.Millimetres(156), Horizontal(Rules(page)).GroupBy(rule => Math.Round(rule.Bottom)).MinBy(row => row.Key)!.Sum(rule => rule.Width), 2.0));
    }

    [Fact]
    public void Table_TakesMemoryByItsRows_NotByTheirSquare()
    {
        Allocated(100);
        var (one, three) = (Allocated(1000), Allocated(3000));

        Assert.InRange((double)three / one, 2, 4);

        static long Allocated(int rows)
        {
            var table = new Table(
                [TableColumn.ByContent, TableColumn.OfShare(1)],
                [new TableRow("序号", "内容")],
                [.. Enumerable.Range(1, rows).Select(i => new TableRow([Joined((i - 1) % 7, $"{i}"), new TableCell("条。")]))]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            using var target = new MemoryStream();
            Typesetting.Pdf.PdfDocument.Write(SampleBulletin.Of(table), TestFonts.Set, target);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static Paragraph Above(int lines) => new(new string('上', Math.Max(1, 28 * lines))) { FirstLineIndent = 0 };

    private static TableCell Joined(int index, string text) => index == 0 ? new TableCell(text) : new TableCell("") { ContinuesAbove = true };

    /// <summary>A row that no page holds, between two others.</summary>
    private static Table Tall(params TableCell[] cells) => new(
        [.. Enumerable.Repeat(TableColumn.OfShare(1), Columns)], [new TableRow("一", "二", "三")], [new TableRow("前", "前", "前"), new TableRow(cells), new TableRow("后", "后", "后")]);

    private static List<PdfRectangle> Rules(Page page) =>
        [.. page.Paths.Where(path => path.IsFilled).Select(path => path.GetBoundingRectangle()).OfType<PdfRectangle>().Where(rule => rule.Height < 1 || rule.Width < 1)];

    private static List<PdfRectangle> Horizontal(List<PdfRectangle> rules) => rules.FindAll(rule => rule.Height < 1);
}
