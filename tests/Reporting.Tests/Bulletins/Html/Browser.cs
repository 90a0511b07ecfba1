using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;
using Testing;

namespace Reporting.Tests.Bulletins.Html;

/// <summary>
/// One Chromium for the test assembly, started when the first test needs it. It has the fonts of the PDF and no others, so that a page
/// looks the same on every machine, and nothing to reach: only the file that is opened is answered.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Address = "http://bulletin.test/";

    private static readonly string[] switches =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly SemaphoreSlim starting = new(1);
    private readonly TemporaryFolder home = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal async Task<OpenPage> OpenAsync(byte[] file, int width = 1280, ColorScheme scheme = ColorScheme.Light, ForcedColors forced = ForcedColors.None)
    {
        var context = await (await StartedAsync()).NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ForcedColors = forced,
        });
        var opened = new OpenPage(context, await context.NewPageAsync());
        await context.RouteAsync("**/*", route => opened.Sends(route.Request.Url) == Address
            ? route.FulfillAsync(new RouteFulfillOptions { BodyBytes = file, ContentType = "text/html" })
            : route.AbortAsync());
        await opened.Page.GotoAsync(Address);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
        home.Dispose();
    }

    private async Task<IBrowser> StartedAsync()
    {
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return browser ??= await StartAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<IBrowser> StartAsync()
    {
        var program = ExternalTool.Chromium.Locate();
        var fonts = Path.Combine(home.Path, "fonts.conf");
        await File.WriteAllTextAsync(fonts, FontConfiguration(), TestContext.Current.CancellationToken);
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = switches,
            Env = new Dictionary<string, string>
            {
                ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
                ["HOME"] = home.Path,
                ["FONTCONFIG_FILE"] = fonts,
            },
        });
    }

    private string FontConfiguration()
    {
        var configuration = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>");
        foreach (var folder in (string[])["noto-serif-sc/400Regular", "noto-serif-sc/700Bold", "noto-sans-sc/400Regular", "noto-sans-sc/700Bold"])
            configuration.Append("<dir>").Append(Repository.Path("node_modules", "@expo-google-fonts", folder)).Append("</dir>");
        foreach (var (role, family) in (ReadOnlySpan<(string, string)>)[("serif", "Noto Serif SC"), ("sans-serif", "Noto Sans SC")])
            configuration.Append("<alias><family>").Append(role).Append("</family><prefer><family>").Append(family).Append("</family></prefer></alias>");
        return configuration.Append("<cachedir>").Append(home.Path).Append("</cachedir></fontconfig>").ToString();
    }
}

/// <summary>A page of its own, with every request that it made.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentQueue<string> sent = new();
    private readonly ConcurrentQueue<string> messages = new();

    public OpenPage(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Request += (_, request) => requests.Enqueue(request.Url);
        page.Console += (_, message) => messages.Enqueue(message.Text);
    }

    public IPage Page { get; }

    /// <summary>What the page asked for; the first is the file itself.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>Of the requests, those that the policy did not stop.</summary>
    public IReadOnlyCollection<string> Sent => sent;

    /// <summary>What the browser complained of.</summary>
    public IReadOnlyCollection<string> Messages => messages;

    public string Sends(string address)
    {
        sent.Enqueue(address);
        return address;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
