using System.Text;
using CsCheck;
using Testing;
using Typesetting.Content;
using Typesetting.Content.Charts;
using UglyToad.PdfPig.Content;

namespace Typesetting.Tests.Charts;

/// <summary>Figures among other blocks, and what other people's readers say of them.</summary>
public sealed class FigureTests
{
    private static readonly TargetChart Targets = new(
        [new("整车产销", 70, 31.8, 35, "31.8万辆"), new("主营业务收入", 2300, 1092.6, 1150, "1092.6亿元"), new("动力电池产量", 10, null, 5, "未报")],
        new TargetLegend("累计完成", "年度目标", "序时进度"));

    private static readonly StackedChart Stages = new(
        ["投产", "竣工", "在建", "未开工", "停工", "取消"],
        [new("高成长性产业", [new(12, "12个"), new(6, "6个"), new(40, "40个"), new(1, "1个"), new(9, "9个"), new(0, "0个")], "68个"), new("先导产业", [], "未报")]);

    private static readonly ColumnChart Quarters = new(
        ["一季度", "二季度"],
        [new("整车产销", [new(15.1, "15.1"), new(16.7, "16.7")]), new("利润", [new(3, "3"), new(-4.2, "−4.2")])])
    { Unit = "%" };

    private static readonly ColumnChart Upright = new(["完成"], [.. Enumerable.Range(0, 30).Select(i => new ColumnGroup($"{i + 1}号", [new(i * i, $"{i * i}.25")]))]);

    private static readonly Written All = Written.Of(
        [
            .. ((Chart[])[Targets, Stages, Quarters, Upright]).Select((chart, i) => new Figure(chart, $"第{i + 1}张图的说明。") { Caption = [$"图{i + 1}　题名{i + 1}"] }),
            Signals(),
        ]);

    [Fact]
    public void Caption_StandsBelowItsChart_OnTheSamePage()
    {
        for (var above = 12; above <= 21; above++)
        {
            var pages = Written.Of([.. Enumerable.Repeat(new Paragraph("上"), above), new Figure(Targets, "图") { Caption = ["图1　题名"] }, new Paragraph("下")]).Pages();

            var page = Assert.Single(pages, page => Text(page).Contains("题名", StringComparison.Ordinal));
            Assert.Contains("累计完成", Text(page), StringComparison.Ordinal);
            var caption = page.Letters.Single(letter => letter.Value == "题");
            Assert.All(page.Letters.Where(letter => letter.PointSize < 11), letter => Assert.True(letter.StartBaseLine.Y > caption.StartBaseLine.Y + 10));
        }
    }

    [Fact]
    public async Task Figure_StandsBeforeItsCaption_InTheStructure()
    {
        var result = await RunAsync(ExternalTool.PdfInfo, path => ["-struct-text", path]);

        var at = 0;
        foreach (var expected in (string[])["Div", "Figure", "累计完成", "Caption", "图1　题名1", "Figure", "投产", "Caption", "图2　题名2"])
        {
            var found = result.Output.IndexOf(expected, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{expected} is missing after position {at} of {result.Output}");
            at = found;
        }
    }

    [Fact]
    public void Figure_HasItsAlternativeText()
    {
        var file = Encoding.Latin1.GetString(All.Bytes);

        for (var i = 1; i <= 4; i++)
            Assert.Contains("/S/Figure", file.Split("endobj").Single(part => part.Contains(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes($"第{i}张图的说明。")), StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preflight_FindsItValidPdfA()
    {
        var result = await RunAsync(ExternalTool.Preflight, ExternalTool.PreflightArguments);

        Assert.Contains("is a valid PDF/A-1b file", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qpdf_FindsNoFault()
    {
        var result = await RunAsync(ExternalTool.Qpdf, path => ["--check", path]);

        Assert.Contains("No syntax or stream encoding errors", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", result.Output + result.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Mutool_DrawsItWithoutAWarning()
    {
        var result = await RunAsync(ExternalTool.Mutool, path => ["draw", "-F", "txt", "-o", "/dev/null", path]);

        Assert.DoesNotContain(result.Errors.Split('\n'), line => line.Contains("warning", StringComparison.OrdinalIgnoreCase) && !line.Contains("ICC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_AreText_ThatIsFoundWhole()
    {
        var result = await RunAsync(ExternalTool.PdfToText, path => ["-enc", "UTF-8", path, "-"]);

        foreach (var word in (string[])["累计完成", "主营业务收入", "1092.6亿元", "未报", "高成长性产业", "40个", "68个", "16.7", "−4.2", "题名3", "841.25", "30号"])
            Assert.Contains(word, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_StaysWithinTheMargins_AndSaysAllItsWords_OrIsRefused()
    {
        var words = Gen.Int[0, 30].Select(length => string.Concat(Enumerable.Repeat("增加值销售收入12.5%（亿元）Abc", 3).SelectMany(word => word).Take(length)));
        var amounts = Gen.Frequency((8, Gen.Double[-1000, 1000]), (1, Gen.Const(0.0)), (1, Gen.Double[-1e14, 1e14]));
        var rows = Gen.Select(words, Gen.Double[0.001, 1e6], amounts, words, (label, target, actual, value) => new TargetRow(label, target, actual, target / 2, value)).Array[1, 15];
        var targets = rows.Select(Chart (made) => new TargetChart(made, new TargetLegend("完成", "目标", "进度")));
        var groups = Gen.Select(words, amounts, amounts, words, (label, one, two, text) => new ColumnGroup(label, [new(one, text), new(two, "二")])).Array[1, 12];
        var columns = groups.Select(Chart (made) => new ColumnChart(["甲", "乙"], made));
        var bars = Gen.Select(words, Gen.Double[0, 100], Gen.Double[0, 5], words, (label, one, two, text) => new StackedBar(label, [new(one, text), new(two, "二")], "计")).Array[1, 12];
        var stacks = bars.Select(Chart (made) => new StackedChart(["甲", "乙"], made));
        Gen.OneOf(targets, columns, stacks).Sample(StaysWithin, iter: 300);
    }

    [Fact]
    public void Write_Refuses_ATextAreaTooNarrow()
    {
        foreach (var chart in (Chart[])[Targets, Stages, Quarters])
        {
            var content = SampleBulletin.Of(new Figure(chart, "图")) with { Layout = PageLayout.Official with { TextWidth = 60 } };
            var message = Assert.Throws<ContentException>(() => Written.Of(content)).Message;
            Assert.Contains("第1块（图）的横向空间不够", message, StringComparison.Ordinal);
            Assert.Contains("block 1 (Figure): the text area is too narrow", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Words_OfFourThousandCharacters_AreSetWithinThePage_OrRefused()
    {
        var words = new string('长', 4000);
        foreach (var chart in (Chart[])
            [
                Targets with { Rows = [new(words, 1, 1, 1, "值")] }, Targets with { Rows = [new("行", 1, 1, 1, words)] }, Targets with { Legend = new TargetLegend(words, "二", "三") },
                Stages with { Bars = [new(words, [], "")] }, Stages with { Bars = [new("条", [], words)] }, Stages with { Series = ["一", "二", "三", "四", "五", words] },
                Stages with { Bars = [new("条", [new(1, words), new(1, ""), new(1, ""), new(1, ""), new(1, ""), new(1, "")], "")] },
                Quarters with { Groups = [new(words, [new(1, "1"), new(2, "2")])] }, Quarters with { Groups = [new("组", [new(1, words), new(2, "2")])] }, Quarters with { Unit = words },
            ])
            Assert.Throws<ContentException>(() => Written.Of(new Figure(chart, "图")));
    }

    [Fact]
    public void Write_Refuses_WordsThatCannotBeSet() =>
        Assert.Throws<TextException>(() => Written.Of(new Figure(Stages with { Series = ["一", "二", "三", "四", "五", "六\u0007"] }, "图")));

    [Fact]
    public void Write_Refuses_WhatIsMissing()
    {
        foreach (var chart in (Chart[])
            [
                Targets with { Legend = null! }, Targets with { Legend = new TargetLegend("一", null!, "三") }, Targets with { Rows = null! }, Targets with { Rows = [null!] },
                Targets with { Rows = [new(null!, 1, 1, 1, "")] }, Stages with { Series = null! }, Stages with { Series = ["一", "二", "三", "四", "五", null!] },
                Stages with { Bars = [new("甲", null!, "")] }, Stages with { Bars = [null!] }, Quarters with { Unit = null! }, Quarters with { Groups = [new("甲", [null!, new(1, "")])] },
                Quarters with { Groups = [null!] }, Quarters with { Style = null! }, null!,
            ])
            Assert.Contains("null", Assert.Throws<ContentException>(() => Written.Of(new Figure(chart, "图"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Write_Refuses_ASizeThatIsNone(double size) =>
        Assert.Throws<ContentException>(() => Written.Of(new Figure(Targets with { Style = OfficialStyles.Chart with { Size = size } }, "图")));

    private static void StaysWithin(Chart chart)
    {
        IReadOnlyList<Page> pages;
        try
        {
            pages = Written.Of(new Figure(chart, "图")).Pages();
        }
        catch (ContentException refused)
        {
            Assert.StartsWith("文档不能排版：第1块（图）的", refused.Message, StringComparison.Ordinal);
            return;
        }

        var page = Assert.Single(pages);
        var (left, right) = (Length.Millimetres(28) - 0.1, Length.Millimetres(28 + 156) + 0.1);
        Assert.All(page.Letters, letter => Assert.True(letter.StartBaseLine.X >= left && letter.EndBaseLine.X <= right, $"{letter.Value} stands at {letter.StartBaseLine.X} to {letter.EndBaseLine.X}"));
        Assert.All(page.Paths, path => Assert.True(path.GetBoundingRectangle() is { } box && box.Left >= left - 1 && box.Right <= right + 1));
        var length = page.Letters.Count(letter => letter.Value.Trim().Length > 0);
        Assert.True(length >= Words(chart).Sum(word => word.Length), $"{length} letters for {string.Join('|', Words(chart))}");
    }

    private static IEnumerable<string> Words(Chart chart) => chart switch
    {
        TargetChart targets => targets.Rows.SelectMany(row => (string[])[row.Label, row.Value]),
        ColumnChart columns => columns.Groups.SelectMany(group => group.Columns.Select(column => column.Text).Append(group.Label)),
        StackedChart stacked => stacked.Bars.SelectMany(bar => bar.Parts.Where(part => part.Amount > 0).Select(part => part.Text).Append(bar.Label).Append(bar.Total)),
        _ => [],
    };

    private static Table Signals() => new(
        [TableColumn.ByContent, TableColumn.OfShare(1)],
        [],
        [.. Enum.GetValues<Light>().Select((light, i) => new TableRow([new TableCell("灯") { Light = light }, new TableCell("条") { Bar = new Bar(i * 0.5, 0.6, "条的说明") }]))]);

    private static string Text(Page page) => Written.TextOf(page.Letters);

    private static Task<ToolResult> RunAsync(ExternalTool tool, Func<string, string[]> arguments) =>
        All.WithFileAsync(path => tool.RunAsync(TestContext.Current.CancellationToken, arguments(path)));
}
