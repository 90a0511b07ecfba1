using Microsoft.Playwright;
using Reporting.Bulletins.Documents;

namespace Reporting.Tests.Bulletins.Html;

/// <summary>How the files lie on a screen, from a telephone of 320 pixels upward.</summary>
public sealed class ScreenTests(Browser browser)
{
    private const int Telephone = 320;

    [Theory]
    [MemberData(nameof(Issue.Names), MemberType = typeof(Issue))]
    public async Task Page_DoesNotScrollSideways_OnATelephone(string name)
    {
        await using var opened = await browser.OpenAsync(Issue.Html(name), Telephone);

        await AssertNoSidewaysScrollAsync(opened.Page);
        // What reaches beyond the screen lies in a table's region.
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('body *')].filter(e => !e.closest('table') && e.getBoundingClientRect().right > innerWidth + 0.5)
              .map(e => `${e.tagName} ${e.textContent}`)
            """));
    }

    [Theory]
    [InlineData("长")]
    [InlineData("W")]
    [InlineData("1")]
    public async Task EndlessText_DoesNotOverflow(string character)
    {
        var text = Phrase.Traced(new Run(string.Concat(Enumerable.Repeat(character, 4000)), new Trace(null, ["entry:x"])));
        var html = Issue.Html(new Document(text.Text, text.Text, text.Text, null,
        [
            new MastheadBlock(text.Text, text.Text, text, text.Text, text),
            new TitleBlock([text]),
            new HeadingBlock(1, text),
            new HeadingBlock(2, text),
            new ParagraphBlock(text, text),
            new TableBlock(text, [new TableColumn("列", 1m), new TableColumn("列", 1m, ColumnAlign.Centre)], [new TableRow([text, text])]),
            new FigureBlock(text, text, new CompletionChart([new CompletionRow(text, 50m, 25m, text)])),
            new NoteBlock(text),
            new SignatureBlock(text.Text, text),
            new DistributionBlock([new DistributionLine(text.Text, text)]),
        ]));
        foreach (var width in (int[])[Telephone, 1280])
        {
            await using var opened = await browser.OpenAsync(html, width);

            await AssertNoSidewaysScrollAsync(opened.Page);
            Assert.InRange(
                await opened.Page.Locator(".chart text").EvaluateAllAsync<double>("all => Math.max(...all.map(t => t.getBoundingClientRect().width))"), 1, Telephone - 32);
        }
    }

    [Fact]
    public async Task WideTable_ScrollsByKeyboard_InARegionThatItsCaptionNames()
    {
        await using var opened = await browser.OpenAsync(Issue.Html("bulletin"), Telephone);
        var region = opened.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "表2 重点任务进展（序时进度50%）", Exact = true });

        await region.FocusAsync();
        await opened.Page.Keyboard.PressAsync("ArrowRight");
        await opened.Page.WaitForFunctionAsync("() => document.activeElement.scrollLeft > 0");

        var outline = await region.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle");
        Assert.Equal("solid", outline);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(800)]
    public async Task Line_HoldsAComfortableNumberOfCharacters(int width)
    {
        await using var opened = await browser.OpenAsync(Issue.Html("bulletin"), width);

        var characters = await opened.Page.Locator("main > p").First.EvaluateAsync<double>("p => p.clientWidth / parseFloat(getComputedStyle(p).fontSize)");

        Assert.InRange(characters, 28, 40);
    }

    [Fact]
    public async Task Cells_SpanAndNameTheirRowsAndColumns()
    {
        Phrase P(string text) => Phrase.Plain(text);
        var table = new TableBlock(
            P("表"),
            [new TableColumn("序号", 1m, ColumnAlign.Centre), new TableColumn("名称", 2m), new TableColumn("数", 1m, ColumnAlign.Right)],
            [
                new TableRow([new TableCell(P("组"), Span: 3)], Emphasis: true),
                new TableRow([P("1"), P("甲"), P("10")]),
                new TableRow([TableCell.Continued, TableCell.Continued, P("20")]),
                new TableRow([P("2"), new TableCell(P("乙"), Span: 2)]),
                new TableRow([new TableCell(P("组二"), Span: 3)], Emphasis: true),
                new TableRow([new TableCell(P("合计"), Span: 2), new TableCell(Phrase.Empty, Reporting.Bulletins.Light.Red)], Emphasis: true),
            ]);
        await using var opened = await browser.OpenAsync(Issue.Html(Issue.Holding(table)));

        var rows = await opened.Page.Locator("tr").EvaluateAllAsync<string[]>(
            "all => all.map(r => r.parentNode.rows[0] === r ? '/' + cells(r) : cells(r), cells = r => [...r.cells].map(c => `${c.tagName}${c.scope ? ':' + c.scope : ''} ${c.colSpan}x${c.rowSpan} ${c.textContent}`).join(', '))");

        Assert.Equal(
            [
                "/TH:col 1x1 序号, TH:col 1x1 名称, TH:col 1x1 数",
                "/TH:rowgroup 3x1 组",
                "TD 1x2 1, TH:row 1x2 甲, TD 1x1 10",
                "TD 1x1 20",
                "TD 1x1 2, TH:row 2x1 乙",
                "/TH:rowgroup 3x1 组二",
                "TH:row 2x1 合计, TD 1x1 红",
            ],
            rows);
    }

    [Fact]
    public async Task Bars_AreAsLongAsTheirFigures()
    {
        Phrase P(string text) => Phrase.Plain(text);
        var html = Issue.Html(Issue.Holding(
            new FigureBlock(P("图1"), P("甲"), new CompletionChart(
                [new CompletionRow(P("甲"), 50m, 25m, P("50%")), new CompletionRow(P("乙"), null, null, P("未报")), new CompletionRow(P("丙"), 5000m, null, P("5000%"))])),
            new FigureBlock(P("图2"), P("乙"), new StageChart(
                ["投产", "在建"],
                [new StageRow(P("甲"), [new StageCount(3, P("3个")), new StageCount(1, P("1个"))], P("共4个")), new StageRow(P("乙"), [new StageCount(0, P("0个")), new StageCount(2, P("2个"))], P("共2个"))])),
            new FigureBlock(P("图3"), P("丙"), new QuarterChart(
                ["一季度", "二季度"], [new QuarterGroup(P("甲"), [new QuarterColumn(30m, P("30%")), new QuarterColumn(-10m, P("−10%"))])]))));
        await using var opened = await browser.OpenAsync(html);

        var bars = await opened.Page.Locator(".chart").EvaluateAllAsync<string[]>(
            "all => all.map(s => [...s.querySelectorAll('rect.fill')].filter(r => r.getAttribute('width').endsWith('%')).map(r => r.getAttribute('x') + '+' + r.getAttribute('width')).join(' '))");

        Assert.Equal(["0%+25% 0%+100%", "0%+75% 75%+25% 0%+50%", "14.5%+43.5% 0%+14.5%"], bars);
        Assert.Equal(1, await opened.Page.Locator(".chart .broken").CountAsync());
        Assert.Equal(1, await opened.Page.Locator(".chart .empty").CountAsync());
    }

    private static async Task AssertNoSidewaysScrollAsync(IPage page) =>
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - document.documentElement.clientWidth"));
}
