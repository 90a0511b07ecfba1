using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Reporting.Tests.Bulletins.Html;

/// <summary>What axe finds in the files (WCAG 2.2 AA and good practice), and what a screen reader is told.</summary>
public sealed class AccessibilityTests(Browser browser)
{
    /// <summary>Colours hang on the scheme alone and layout on the width alone, so that two of the four say all.</summary>
    [Theory]
    [MemberData(nameof(Issue.Names), MemberType = typeof(Issue))]
    public async Task Axe_FindsNothing(string name)
    {
        var html = Issue.Html(name);
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1280, ColorScheme.Light), (320, ColorScheme.Dark)])
        {
            await using var opened = await browser.OpenAsync(html, width, scheme);

            var result = await opened.Page.RunAxe();

            Assert.True(result.Passes.Length > 15, $"Only {result.Passes.Length} rules ran.");
            Assert.Contains(result.Passes, rule => rule.Id == "color-contrast");
            Assert.True(
                result.Violations.Length == 0,
                $"{width} {scheme}: " + string.Join("; ", result.Violations.Select(rule => $"{rule.Id}: {string.Join(", ", rule.Nodes.Select(node => node.Html))}")));
        }
    }

    /// <summary>axe does not look into pictures; 3 to 1 is asked of shapes (WCAG 1.4.11), 4.5 to 1 of text (1.4.3).</summary>
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task ChartsAndLights_StandOutFromThePaper(ColorScheme scheme)
    {
        await using var opened = await browser.OpenAsync(Issue.Html("half-year"), scheme: scheme);

        Assert.InRange(await ContrastAsync(opened.Page, ".chart text", "fill"), 4.5, 21);
        foreach (var shape in (string[])[".chart .fill", ".chart .axis, .chart .dark", "svg.light"])
            Assert.InRange(await ContrastAsync(opened.Page, shape, "stroke"), 3, 21);
        Assert.InRange(await ContrastAsync(opened.Page, ".chart .dark", "fill"), 3, 21);
    }

    [Fact]
    public async Task Tree_HasLandmarks_NestedHeadings_AndNamedPictures()
    {
        var document = Issue.Of("bulletin");
        await using var opened = await browser.OpenAsync(Issue.Html(document));
        var page = opened.Page;

        Assert.Equal(1, await page.GetByRole(AriaRole.Banner).CountAsync());
        Assert.Equal(1, await page.GetByRole(AriaRole.Main).CountAsync());
        Assert.Equal(1, await page.GetByRole(AriaRole.Contentinfo).CountAsync());
        Assert.Equal([document.Title], await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).AllTextContentsAsync());
        foreach (var figure in document.Blocks.OfType<Reporting.Bulletins.Documents.FigureBlock>())
        {
            var name = $"{figure.Caption.Text} {figure.Alternative.Text}";
            Assert.Equal(1, await page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = name.Replace('　', ' '), Exact = true }).CountAsync());
        }
        Assert.Equal(await page.Locator("svg[role=img]").CountAsync(), await page.GetByRole(AriaRole.Img).CountAsync());
    }

    [Theory]
    [MemberData(nameof(Issue.Names), MemberType = typeof(Issue))]
    public async Task Headings_Nest(string name)
    {
        await using var opened = await browser.OpenAsync(Issue.Html(name));

        var levels = await opened.Page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])");

        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public async Task Lights_AreAShapeOfTheirOwn_WithAWord()
    {
        await using var opened = await browser.OpenAsync(Issue.Html("overall"));

        var lights = await opened.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('svg.light')].map(l => `${l.firstChild.tagName} ${l.firstChild.getAttribute('d') ?? ''} ${l.parentNode.textContent}`)");

        Assert.Equal(["circle  绿", "path M1 1H11V11H1Z 红", "path M6 .7 11.7 11.2H.3Z 黄"], lights.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ForcedColours_TakeTheReadersOwn()
    {
        await using var opened = await browser.OpenAsync(Issue.Html("bulletin"), scheme: ColorScheme.Dark, forced: ForcedColors.Active);

        Assert.InRange(await ContrastAsync(opened.Page, ".chart text", "fill"), 4.5, 21);
        Assert.InRange(await ContrastAsync(opened.Page, ".chart .fill", "stroke"), 4.5, 21);
    }

    /// <summary>The least contrast that a colour of these elements has against the paper.</summary>
    private static Task<double> ContrastAsync(IPage page, string selector, string property) => page.EvaluateAsync<double>(
        """
        ([selector, property]) => {
          const luminance = colour => {
            const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const paper = luminance(getComputedStyle(document.body).backgroundColor);
          return Math.min(...[...document.querySelectorAll(selector)].map(e => luminance(getComputedStyle(e)[property]))
            .map(l => (Math.max(l, paper) + .05) / (Math.min(l, paper) + .05)));
        }
        """,
        new object[] { selector, property });
}
