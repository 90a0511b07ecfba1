using Reporting.Bulletins;
using Reporting.Bulletins.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Tests.Bulletins.Word;

public sealed class TableTests
{
    private static readonly TableColumn[] Columns = [new("序号", 1m, ColumnAlign.Centre), new("任务", 4m), new("进度", 2m, ColumnAlign.Right)];

    public static TheoryData<string> Names => Issues.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Tables_RepeatTheirHead_AndSplitNoRow(string name)
    {
        var document = Issues.All[name]();

        using var file = WordFile.Of(document);

        var tables = file.Body.Elements<W.Table>().ToList();
        Assert.Equal(document.Blocks.OfType<TableBlock>().Select(t => t.Rows.Count + 1), tables.Select(t => t.Elements<W.TableRow>().Count()));
        Assert.All(tables, table =>
        {
            var rows = table.Elements<W.TableRow>().ToList();
            Assert.NotNull(rows[0].TableRowProperties?.GetFirstChild<W.TableHeader>());
            Assert.All(rows.Skip(1), row => Assert.Null(row.TableRowProperties?.GetFirstChild<W.TableHeader>()));
            Assert.All(rows, row => Assert.NotNull(row.TableRowProperties?.GetFirstChild<W.CantSplit>()));
            var caption = Assert.IsType<W.Paragraph>(table.PreviousSibling());
            Assert.Equal("Caption", WordFile.StyleOf(caption));
            Assert.NotNull(caption.ParagraphProperties?.KeepNext);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_CoverAllColumns_OfTheTextsWidth(string name)
    {
        using var file = WordFile.Of(Issues.All[name]());

        foreach (var table in file.Body.Elements<W.Table>())
        {
            int[] grid = [.. table.Descendants<W.GridColumn>().Select(c => Whole(c.Width?.Value))];
            Assert.Equal(8850, grid.Sum());
            Assert.All(table.Elements<W.TableRow>(), row =>
            {
                Assert.Equal(grid.Length, row.Elements<W.TableCell>().Sum(c => c.TableCellProperties?.GridSpan?.Val?.Value ?? 1));
                Assert.Equal(8850, row.Elements<W.TableCell>().Sum(c => Whole(c.TableCellProperties?.TableCellWidth?.Width?.Value)));
            });
        }
    }

    [Fact]
    public void Cells_GoOverColumnsAndRows_AsTheModelSays()
    {
        using var file = WordFile.Of(new TableBlock(
            Phrase.Plain("表1"),
            Columns,
            [
                new TableRow([new TableCell(Phrase.Plain("合计"), Span: 2), Cell("50%")], Emphasis: true),
                new TableRow([Cell("1"), Cell("甲"), Cell("40%")]),
                new TableRow([TableCell.Continued, TableCell.Continued, Cell("60%")]),
                new TableRow([TableCell.Continued, Cell("乙"), Cell("70%")]),
            ]));

        var rows = file.Body.Descendants<W.TableRow>().Skip(1).Select(r => string.Join(' ', r.Elements<W.TableCell>().Select(Merge))).ToList();
        Assert.Equal(["2- 1-", "1restart 1restart 1-", "1continue 1continue 1-", "1continue 1- 1-"], rows);
        var total = file.Body.Descendants<W.TableRow>().ElementAt(1).Descendants<W.Paragraph>().ToList();
        Assert.All(total, p => Assert.Equal("TableTotal", WordFile.StyleOf(p)));
        Assert.Equal(
            [W.JustificationValues.Center, null, W.JustificationValues.Right],
            file.Body.Descendants<W.TableRow>().ElementAt(2).Descendants<W.Paragraph>().Select(p => p.ParagraphProperties?.Justification?.Val?.Value));
        Assert.Empty(file.Faults());
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void RowsUnderOneCell_StayOnAPage_WhereTheyAreFew(int count, bool together)
    {
        using var file = WordFile.Of(new TableBlock(
            Phrase.Plain("表1"), Columns, [new TableRow([Cell("0"), Cell("甲"), Cell("")]), .. Enumerable.Range(0, count).Select(i => new TableRow([i == 0 ? Cell("1") : TableCell.Continued, Cell("乙"), Cell("")]))]));

        var kept = file.Body.Descendants<W.TableRow>().Skip(1).Select(r => r.Descendants<W.KeepNext>().Any()).ToList();
        Assert.Equal([false, .. Enumerable.Repeat(together, count - 1), false], kept);
    }

    [Theory]
    [InlineData(Light.Green, "●", "绿")]
    [InlineData(Light.Yellow, "▲", "黄")]
    [InlineData(Light.Red, "■", "红")]
    public void Light_IsAMarkOfItsShape_AndAWord_WithContrast(Light light, string mark, string word)
    {
        using var file = WordFile.Of(new TableBlock(
            Phrase.Plain("表1"), Columns, [new TableRow([new TableCell(Phrase.Empty, light), new TableCell(Phrase.Plain(word + "（原红）"), light), Cell("")])]));

        var cells = file.Body.Descendants<W.TableRow>().ElementAt(1).Elements<W.TableCell>().ToList();
        Assert.Equal([$"{mark} {word}", $"{mark} {word}（原红）", ""], cells.Select(WordFile.Text));
        var ground = cells[0].TableCellProperties?.Shading?.Fill?.Value ?? "";
        var colour = cells[0].Descendants<W.Color>().Single().Val?.Value ?? "";
        Assert.True(Contrast(colour, ground) >= 4.5, $"{colour} on {ground}: {Contrast(colour, ground)}");
        Assert.True(Contrast("000000", ground) >= 7);
        Assert.True(Contrast(colour, "FFFFFF") >= 4.5);
    }

    private static TableCell Cell(string text) => new(Phrase.Plain(text));

    private static string Merge(W.TableCell cell) =>
        $"{cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1}" + (cell.TableCellProperties?.VerticalMerge?.Val is { } merge ? merge.InnerText : "-");

    private static int Whole(string? number) => int.Parse(number ?? "", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As WCAG 2.1 counts it.</summary>
    private static double Contrast(string first, string second)
    {
        double[] luminances = [Luminance(first), Luminance(second)];
        return (luminances.Max() + 0.05) / (luminances.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour).Select(b => b / 255.0).Select(c => c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
