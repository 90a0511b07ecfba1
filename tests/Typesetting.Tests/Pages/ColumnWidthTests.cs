using Typesetting.Content;
using UglyToad.PdfPig.Content;

namespace Typesetting.Tests.Pages;

public sealed class ColumnWidthTests
{
    [Fact]
    public void HeadWord_IsNotBroken_WhereItsShareIsTooSmall()
    {
        var table = new Table([TableColumn.OfShare(1), TableColumn.OfShare(12)], [new TableRow("牵头单位", "内容")], [new TableRow("甲", new string('长', 200))]);

        Assert.Equal("牵头单位内容", Written.TextOf(Written.LinesOf(Written.Of(table).Pages()[0])[0]));
    }

    [Fact]
    public void Column_HoldsFourCharactersALine_WhereItsShareIsTooSmall()
    {
        var table = new Table([TableColumn.OfShare(1), TableColumn.OfShare(40)], [], [new TableRow("省工业和信息化厅", new string('长', 600))]);

        var lines = LinesOf(table, "省工业和信息化厅");

        Assert.Equal([4, 4], lines.Select(line => line.Count()));
    }

    [Fact]
    public void Number_IsNotBroken_WhereManyColumnsAskForRoom()
    {
        var long1 = new string('长', 80);
        var table = new Table([.. Enumerable.Repeat(TableColumn.ByContent, 6)], [], [new TableRow("10 092.6亿元", long1, long1, long1, long1, "2012年12月31日")]);

        Assert.Single(LinesOf(table, "96亿元"));
        Assert.Single(LinesOf(table, "日"));
    }

    /// <summary>By the lengths alone the second column would have room for six characters, and each of its rows five lines.</summary>
    [Fact]
    public void OneLongCell_DoesNotNarrowTheOtherColumns()
    {
        var table = new Table(
            [TableColumn.ByContent, TableColumn.ByContent],
            [],
            [new TableRow(new string('长', 300), "一"), .. Enumerable.Range(0, 10).Select(_ => new TableRow("二", new string('文', 30)))]);

        Assert.InRange(LinesOf(table, "文").Count, 20, 30);
    }

    [Fact]
    public void Share_BendsByAQuarterAtMost_WhereThatMakesRowsLower()
    {
        var table = new Table(
            [TableColumn.OfShare(1), TableColumn.OfShare(1)],
            [],
            [.. Enumerable.Range(0, 10).Select(_ => new TableRow(new string('短', 30), new string('长', 300)))]);

        var left = LinesOf(table, "短").Max(line => line.Max(letter => letter.EndBaseLine.X)) - Length.Millimetres(28);
        Assert.InRange(left, (Length.Millimetres(156) / 2 * 0.75) - 24, (Length.Millimetres(156) / 2) - 12);
    }

    /// <summary>No other column has as much to give as this one misses; all of them together have.</summary>
    [Fact]
    public void Column_TakesWhatItMisses_FromManyThatHaveALittle()
    {
        var table = new Table(
            [TableColumn.OfShare(2.6), .. Enumerable.Repeat(TableColumn.OfShare(1.4), 6)],
            [],
            [new TableRow(["规模以上主营业务收入", .. Enumerable.Repeat("完成率", 6)]), new TableRow(["全行业主营业务收入", .. Enumerable.Repeat("—", 6)])])
        { Style = OfficialStyles.Table with { Size = 10.5, Leading = 15 } };

        Assert.Equal(2, Written.LinesOf(Written.Of(table).Pages()[0]).Count);
    }

    [Fact]
    public void CellOverSeveralColumns_IsNotBroken_WhereTheyCanGrow()
    {
        var table = new Table(
            [TableColumn.OfShare(20), TableColumn.ByContent, TableColumn.ByContent],
            [new TableRow([new TableCell("项目"), new TableCell("合计（万元）") { ColumnSpan = 2 }])],
            [new TableRow(new string('长', 100), "1", "2")]);

        Assert.Equal("项目合计（万元）", Written.TextOf(Written.LinesOf(Written.Of(table).Pages()[0])[0]));
    }

    [Fact]
    public void Columns_FillTheTable_HoweverTheyAreSized()
    {
        TableColumn[][] kinds =
        [
            [TableColumn.ByContent, TableColumn.ByContent],
            [TableColumn.OfShare(1), TableColumn.ByContent],
            [new TableColumn { Points = 100 }, TableColumn.ByContent],
            [new TableColumn { Points = 100 }, TableColumn.OfShare(3)],
        ];
        foreach (var columns in kinds)
            foreach (var length in (int[])[1, 12, 400])
            {
                var page = Written.Of(new Table(columns, [], [new TableRow("甲", new string('长', length))])).Pages()[0];
                var rules = page.Paths.Where(path => path.IsFilled).Select(path => path.GetBoundingRectangle() ?? default).Where(rule => rule.Width < 1).ToList();
                Assert.Equal(Length.Millimetres(156), rules.Max(rule => rule.Left) - rules.Min(rule => rule.Left), 0.05);
            }
    }

    private static List<IGrouping<double, Letter>> LinesOf(Table table, string characters) =>
        [.. Written.Of(table).Pages().SelectMany(page => page.Letters.Where(letter => characters.Contains(letter.Value, StringComparison.Ordinal)))
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1))];
}
