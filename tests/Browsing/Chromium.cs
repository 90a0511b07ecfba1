using System.Text;
using Microsoft.Playwright;
using Testing;
using Xunit;

namespace Browsing;

/// <summary>
/// One Chromium for a test assembly, started when the first test needs it. It has the fonts of the PDF and no others, so that a page looks the
/// same on every machine.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] switches =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly SemaphoreSlim starting = new(1);
    private readonly TemporaryFolder home = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task<IBrowser> StartedAsync()
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

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
        home.Dispose();
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
