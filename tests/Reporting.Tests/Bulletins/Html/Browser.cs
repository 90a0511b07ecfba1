using System.Collections.Concurrent;
using Browsing;
using Microsoft.Playwright;

namespace Reporting.Tests.Bulletins.Html;

/// <summary>Opens a file as a page that has nothing to reach: only the file itself is answered.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Address = "http://bulletin.test/";

    private readonly Chromium chromium = new();

    internal async Task<OpenPage> OpenAsync(byte[] file, int width = 1280, ColorScheme scheme = ColorScheme.Light, ForcedColors forced = ForcedColors.None)
    {
        var context = await (await chromium.StartedAsync()).NewContextAsync(new BrowserNewContextOptions
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

    public ValueTask DisposeAsync() => chromium.DisposeAsync();
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
