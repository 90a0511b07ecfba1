using Typesetting.Content;

namespace Typesetting.Tests.Pages;

public sealed class TableTests
{
    [Fact]
    public void Header_IsRepeated_OnEveryPage()
    {
        var pages = Written.Of(SampleBulletin.Tasks(60)).Pages();

        Assert.True(pages.Count > 3);
        Assert.All(pages, page => Assert.Equal("序号工作任务牵头单位完成进度亮灯", Written.TextOf(Written.LinesOf(page)[0])));
    }

    [Fact]
    public void Row_IsWhole_OnOnePage()
    {
        var pages = Written.Of(Rows(40, i => $"第{i}行开始" + new string('文', 60 + (i * 7 % 90)) + $"第{i}行结束")).Pages();

        Assert.True(pages.Count > 2);
        for (var i = 1; i <= 40; i++)
        {
            var holding = pages.Where(page => Joined(page).Contains($"第{i}行开始", StringComparison.Ordinal)).ToList();
            Assert.Contains($"第{i}行结束", Joined(Assert.Single(holding)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Row_IsSplitAndComplete_WhenItIsTallerThanAPage()
    {
        var text = string.Concat(Enumerable.Range(1, 800).Select(i => $"甲{i}乙"));

        var pages = Written.Of(Rows(3, i => i == 2 ? text : "短")).Pages();

        var all = string.Concat(pages.Select(Joined)).Replace("序号内容", "", StringComparison.Ordinal);
        Assert.True(pages.Count > 2);
        Assert.Contains(text, all, StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Equal("序号内容", Written.TextOf(Written.LinesOf(page)[0])));
    }

    [Fact]
    public void Table_OfThreeThousandRows_HasThemAllInOrder()
    {
        var pages = Written.Of(Rows(3000, i => $"条{i}。")).Pages();

        var all = string.Concat(pages.Select(Joined)).Replace("序号内容", "", StringComparison.Ordinal);
        Assert.Equal(string.Concat(Enumerable.Range(1, 3000).Select(i => $"{i}条{i}。")), all);
    }

    [Fact]
    public void Columns_TakeTheTextWidth_AndGiveContentItsRoom()
    {
        var table = new Table(
            [TableColumn.ByContent, TableColumn.OfShare(1), new TableColumn { Points = 60 }],
            [],
            [new TableRow("短", new string('长', 80), "定"), new TableRow("2 300亿元", "文", "宽")]);
        var page = Written.Of(table).Pages()[0];
        var left = Length.Millimetres(28);

        var fixedColumn = page.Letters.Single(letter => letter.Value == "定");
        Assert.Equal(left + Length.Millimetres(156) - 60 + table.CellPadding, fixedColumn.StartBaseLine.X, 0.05);
        Assert.Single(Written.LinesOf(page), line => Written.TextOf(line).Contains("2 300亿元", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_IsSet_WhenItHasNoRows()
    {
        var page = Written.Of(new Table([TableColumn.ByContent], [new TableRow("序号")], [])).Pages()[0];

        Assert.Equal("序号", Joined(page));
    }

    [Fact]
    public void CellOverSeveralRows_StandsInTheirMiddle()
    {
        var page = Written.Of(Joining(5)).Pages()[0];

        double Height(string text) => page.Letters.Single(letter => letter.Value == text).StartBaseLine.Y;
        Assert.Equal(Height("3"), Height("并"), 0.05);
    }

    [Fact]
    public void CellOverSeveralRows_IsSetAgain_AfterAPageBreak()
    {
        var pages = Written.Of(Joining(60)).Pages();

        Assert.True(pages.Count > 1);
        Assert.All(pages, page => Assert.Single(page.Letters, letter => letter.Value == "并"));
    }

    [Fact]
    public void CellOverSeveralRows_HasRoom_WhereItIsTallerThanThey()
    {
        var tall = new Table(
            [new TableColumn { Points = 40 }, TableColumn.OfShare(1)],
            [],
            [
                new TableRow([new TableCell("一二三四五六七八九十甲乙"), new TableCell("子")]),
                new TableRow([new TableCell("") { ContinuesAbove = true }, new TableCell("丑")]),
                new TableRow("下", "寅"),
            ]);
        var page = Written.Of(tall).Pages()[0];

        double Height(string text) => page.Letters.Single(letter => letter.Value == text).StartBaseLine.Y;
        Assert.True(Height("乙") > Height("下") + 10);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Table_OfFewRows_IsNotParted(int rows)
    {
        for (var above = 15; above <= 22; above++)
        {
            var pages = Written.Of([.. Enumerable.Repeat(new Paragraph("上"), above), Rows(rows, i => $"行{i}")]).Pages();
            Assert.Single(pages, page => Joined(page).Contains('行', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Table_LeavesNoSingleRow_OnAPage()
    {
        for (var above = 10; above <= 22; above++)
        {
            var pages = Written.Of([.. Enumerable.Repeat(new Paragraph("上"), above), Rows(8, i => $"行{i}")]).Pages();
            Assert.DoesNotContain(pages, page => Joined(page).Count(c => c == '行') == 1);
        }
    }

    [Fact]
    public void TitleOfAGroupOfRows_StaysWithTheFirstOfThem()
    {
        var rows = Enumerable.Range(0, 30).SelectMany(i => (TableRow[])[new([new TableCell("组") { ColumnSpan = 2 }]), new("甲", "乙"), new("甲", "乙")]);
        for (var above = 1; above <= 22; above++)
        {
            var pages = Written.Of([.. Enumerable.Repeat(new Paragraph("上"), above), new Table([TableColumn.OfShare(1), TableColumn.OfShare(1)], [], [.. rows])]).Pages();
            Assert.All(pages, page => Assert.NotEqual("组", Written.TextOf(Written.LinesOf(page)[^1])));
        }
    }

    [Fact]
    public void Column_TakesWhatItMisses_FromOneThatHasMoreThanItNeeds()
    {
        var table = new Table(
            [TableColumn.OfShare(1), TableColumn.OfShare(3)],
            [],
            [new TableRow("省人力资源社会保障厅", "短")]);

        Assert.Single(Written.LinesOf(Written.Of(table).Pages()[0]));
    }

    /// <summary>A cell over all rows, then one cell for each.</summary>
    private static Table Joining(int count) => new(
        [TableColumn.OfShare(1), TableColumn.OfShare(1)],
        [],
        [.. Enumerable.Range(1, count).Select(i => new TableRow([new TableCell(i == 1 ? "并" : "") { ContinuesAbove = i > 1 }, new TableCell($"{i}")]))]);

    private static Table Rows(int count, Func<int, string> text) => new(
        [TableColumn.ByContent, TableColumn.OfShare(1)],
        [new TableRow("序号", "内容")],
        [.. Enumerable.Range(1, count).Select(i => new TableRow($"{i}", text(i)))]);

    /// <summary>In the order it was drawn, which is that of the cells.</summary>
    private static string Joined(UglyToad.PdfPig.Content.Page page) => Written.TextOf(
        page.Letters.Where(letter => letter.StartBaseLine.Y > page.Height - Length.Millimetres(37 + 225)));
}
