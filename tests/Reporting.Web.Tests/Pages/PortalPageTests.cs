using Browsing;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Reporting.Access;

namespace Reporting.Web.Tests.Pages;

/// <summary>The pages as people use them, in a real browser.</summary>
public sealed class PortalPageTests(BulletinTests.PublishedApi published, Chromium chromium) : IClassFixture<BulletinTests.PublishedApi>
{
    private const string Title = "新能源汽车产业通报（2012年第1期）";
    private const string Issue = "/portal/henan-2012/issues/2012Q1-bulletin-nev";

    [Fact]
    public async Task Leader_SignsIn_ReadsAnIssue_VerifiesIt_AndSignsOut()
    {
        var page = await OpenAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };

        await page.GotoAsync("/portal");
        await page.GetByLabel("密钥").FillAsync(await published.Api.KeyAsync(Role.Leader));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        Assert.Equal("2012年一季度", await page.GetByRole(AriaRole.Heading, new() { Level = 2 }).InnerTextAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = Title, Exact = true }).ClickAsync();
        Assert.Equal(Title, await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "网页" }).ClickAsync();
        Assert.Contains("新能源汽车产业", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "核验本期" }).ClickAsync();
        Assert.Equal("核验通过：与签发时逐字节相同。", await page.GetByRole(AriaRole.Status).InnerTextAsync());
        Assert.Equal(11, await page.Locator(".checks li").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        Assert.EndsWith("/portal/sign-in?returnUrl=%2Fportal", page.Url, StringComparison.Ordinal);
        await page.GotoAsync(Issue);
        Assert.Equal("登录", await page.TitleAsync());

        Assert.Empty(complaints);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task List_ShowsOnePlan_WhenItIsChosen()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/portal/henan-2012");
        Assert.Equal(1, await page.GetByRole(AriaRole.Row).Filter(new() { HasText = Title }).CountAsync());

        await page.GetByLabel("行动计划").SelectOptionAsync("automotive");
        await page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();

        Assert.Contains("尚未发布通报。", await page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("automotive", await page.GetByLabel("行动计划").InputValueAsync());
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("pdf", "application/pdf")]
    [InlineData("manifest", "application/json")]
    public async Task Files_AreTheOnesOfTheApi(string file, string type)
    {
        var page = await SignedInAsync();

        var served = await page.Context.APIRequest.GetAsync(new Uri(published.Api.Http.BaseAddress ?? new Uri("http://none"), $"{Issue}/{file}").ToString());
        using var asked = await published.Api.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"/api/henan-2012/bulletins/2012Q1-bulletin-nev/{file}") { Headers = { { "X-Api-Key", RunningApi.AdminKey } } },
            TestContext.Current.CancellationToken);

        Assert.Equal((200, type, "no-store"), (served.Status, served.Headers["content-type"], served.Headers["cache-control"]));
        Assert.Equal(await asked.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await served.BodyAsync());
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("/portal/henan-2013", "没有该年度行动计划", "Unknown programme")]
    [InlineData("/portal/henan-2012?plan=rail", "没有该行动计划", "Unknown plan")]
    [InlineData("/portal/henan-2012/issues/2012Q9-bulletin-nev", "没有该期通报", "No such bulletin")]
    [InlineData("/portal/henan-2012/issues/2012Q1-bulletin-nev/xls", "没有该文件", "No such file")]
    [InlineData("/portal/a/b/c/d/e", "没有该地址", "No such address")]
    public async Task WhatIsNotThere_IsAPageInBothLanguages(string path, string title, string titleEn)
    {
        var page = await SignedInAsync();

        var answer = await page.GotoAsync(path);

        Assert.Equal(404, answer?.Status);
        Assert.Equal(title, await page.GetByRole(AriaRole.Heading).InnerTextAsync());
        Assert.Contains(titleEn, await page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("/portal/sign-in", 1280, ColorScheme.Light)]
    [InlineData("/portal/sign-in", 320, ColorScheme.Dark)]
    [InlineData("/portal/henan-2012", 1280, ColorScheme.Light)]
    [InlineData("/portal/henan-2012", 320, ColorScheme.Dark)]
    [InlineData(Issue, 1280, ColorScheme.Light)]
    [InlineData(Issue, 320, ColorScheme.Dark)]
    [InlineData("/portal/none", 320, ColorScheme.Light)]
    public async Task Axe_FindsNothing_AndNothingOverflows(string path, int width, ColorScheme scheme)
    {
        var page = await SignedInAsync(width, scheme);
        await page.GotoAsync(path);
        if (path == Issue)
            await page.GetByRole(AriaRole.Button, new() { Name = "核验本期" }).ClickAsync();

        var result = await page.RunAxe();

        Assert.Contains(result.Passes, rule => rule.Id == "color-contrast");
        Assert.True(
            result.Violations.Length == 0,
            string.Join("; ", result.Violations.Select(rule => $"{rule.Id}: {string.Join(", ", rule.Nodes.Select(node => node.Html))}")));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        await page.Context.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await (await chromium.StartedAsync()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = published.Api.Http.BaseAddress?.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        return await context.NewPageAsync();
    }

    private async Task<IPage> SignedInAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await OpenAsync(width, scheme);
        await page.GotoAsync("/portal/sign-in");
        await page.GetByLabel("密钥").FillAsync(await published.Api.KeyAsync(Role.Leader));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        return page;
    }
}
