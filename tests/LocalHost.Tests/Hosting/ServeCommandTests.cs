using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using LocalHost.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Testing;

namespace LocalHost.Tests.Hosting;

public sealed partial class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Serve_AnswersWithThePrintedKeys_AlsoAfterARestart()
    {
        string key;
        using (var first = HostProcess.Serve(folder.Path))
        {
            await first.ReadyAsync(Cancelled);
            key = KeyLine().Match(first.Output).Groups["key"].Value;
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(first, "api/henan-2012/plans", key));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(first, "docs", null));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(first, "openapi/v1.json", null));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(first, "api/henan-2012/obligations?period=2012Q1", "rk-00000000.wrong"));
            first.Interrupt();
            Assert.Equal(0, await first.ExitedAsync(Cancelled));
        }
        using var second = HostProcess.Serve(folder.Path);
        await second.ReadyAsync(Cancelled);
        Assert.Equal(key, KeyLine().Match(second.Output).Groups["key"].Value);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second, "api/henan-2012/obligations?period=2012Q1", key));
    }

    [Fact]
    public async Task Azurite_Ends_WhenTheHostIsKilled()
    {
        var port = HostProcess.FreePort();
        using var host = HostProcess.Serve(folder.Path, port);
        await host.ReadyAsync(Cancelled);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Cancelled);
        using var azurite = Process.GetProcessById(host.AzuriteProcess);

        host.Kill();

        // The connection ends when the process does: no waiting for a certain time.
        await EndOfAsync(client);
        await Assert.ThrowsAnyAsync<SocketException>(async () =>
        {
            using var again = new TcpClient();
            await again.ConnectAsync(IPAddress.Loopback, port, Cancelled);
        });
        // It saves before it ends, into the folder that is deleted next.
        await azurite.WaitForExitAsync(Cancelled);
    }

    /// <summary>A host that is stopped every night never lives a day; it is watched all the same.</summary>
    [Fact]
    public async Task Watchdog_LooksAtTheStart()
    {
        using var host = HostProcess.Serve(folder.Path, 0, "--Clock:Start=2012-06-15T09:00:00+08:00");

        await host.SaidAsync("was promised for 2012-04-30 and is not published", Cancelled);
    }

    [Fact]
    public async Task Host_StopsWithAMessage_WhenAzuriteDies()
    {
        using var host = HostProcess.Serve(folder.Path);
        await host.ReadyAsync(Cancelled);

        using (var azurite = Process.GetProcessById(host.AzuriteProcess))
            azurite.Kill();

        Assert.Equal(1, await host.ExitedAsync(Cancelled));
        Assert.Contains("Azurite（本地存储模拟器）运行中意外结束", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_NamesTheWayOut_WhenItsAddressIsTaken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        using var host = HostProcess.Serve(folder.Path, 0, $"--urls=http://127.0.0.1:{taken}");

        Assert.Equal(1, await host.ExitedAsync(Cancelled));
        Assert.Contains("网址已被占用", host.Output, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{taken}", host.Output, StringComparison.Ordinal);
        Assert.Contains("--urls", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_SaysWhatToInstall_WhenNodeIsNotInPath()
    {
        using var host = HostProcess.Start(folder.Path, new Dictionary<string, string> { ["PATH"] = folder.Path });

        Assert.Equal(1, await host.ExitedAsync(Cancelled));
        Assert.Contains("找不到 Node.js", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Azurite:BlobPort=abc", "Azurite:BlobPort", 78)]
    [InlineData("--Azurite:BlobPort=70000", "Azurite:BlobPort", 78)]
    [InlineData("--Clock:Start=tomorrow", "Clock:Start", 78)]
    [InlineData("--Publishing:Demonstration=false", "Publishing:StartOn", 78)]
    [InlineData("--Storage:ConnectionString=nonsense", "Storage:ConnectionString", 78)]
    [InlineData("--Catalogue:Folders:0=nowhere", "nowhere", 78)]
    [InlineData("--Fonts:Body=missing.ttf", "Fonts:Body", 78)]
    [InlineData("--Pdf:Renderer=Other", "Pdf:Renderer", 78)]
    [InlineData("--Clock:Start=9999-12-31T23:59:59Z", "Clock:Start", 78)]
    [InlineData("--Signing:PrivateKeyFile=unusable.pem", "Signing:PrivateKeyFile", 78)]
    [InlineData("--Logging:LogLevel:Default=Loud", "Loud", 78)]
    [InlineData("--urls=nonsense", "Urls", 78)]
    [InlineData("--urls=http://127.0.0.1:99999", "Urls", 78)]
    [InlineData("--urls=http://256.1.1.1:5080", "256.1.1.1", 78)]
    [InlineData("--urls=http://192.0.2.1:5080", "Urls", 1)]
    public async Task Host_NamesTheSetting_WhenItIsWrong(string argument, string named, int exitCode)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "unusable.pem"), "no key", Cancelled);
        using var host = HostProcess.Serve(folder.Path, 0, argument);

        Assert.Equal(exitCode, await host.ExitedAsync(Cancelled));
        Assert.Contains(named, host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    /// <summary>A service manager starts it again then; a wrong setting (78) it leaves to a person.</summary>
    [Fact]
    public async Task Host_FailsForNow_WhenStorageIsAway()
    {
        var port = HostProcess.FreePort();
        var away = $"DefaultEndpointsProtocol=http;AccountName=away;AccountKey=YXdheQ==;TableEndpoint=http://127.0.0.1:{port}/away;BlobEndpoint=http://127.0.0.1:{port}/away;QueueEndpoint=http://127.0.0.1:{port}/away";
        using var host = HostProcess.Serve(folder.Path, 0, $"--Storage:ConnectionString={away}", "--Storage:Retries=0");

        Assert.Equal(1, await host.ExitedAsync(Cancelled));
        Assert.Contains("存储账户没有应答", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("YXdheQ==", host.Output, StringComparison.Ordinal);
    }

    /// <summary>The .NET host stops without an exception when one of its services ends by one; exit code 0 would look like an ordered stop.</summary>
    [Fact]
    public async Task Host_Fails_WhenOneOfItsServicesEndsByItself()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHostedService<Failing>();
        await using var app = builder.Build();
        await app.StartAsync(Cancelled);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ServeCommand.UntilStoppedAsync(app, null));
        Assert.Equal("ended", failure.Message);
    }

    [Fact]
    public async Task Host_RefusesACommandThatItDoesNotHave()
    {
        using var host = HostProcess.Start(folder.Path, null, "dmeo");

        Assert.Equal(1, await host.ExitedAsync(Cancelled));
        Assert.Contains("没有命令“dmeo”", host.Output, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HostProcess host, string path, string? key)
    {
        using var http = new HttpClient { BaseAddress = new Uri(AddressLine().Match(host.Output).Groups["address"].Value) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
            request.Headers.Add("X-Api-Key", key);
        using var answer = await http.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }

    private static async Task EndOfAsync(TcpClient client)
    {
        try
        {
            var read = await client.GetStream().ReadAsync(new byte[1], Cancelled);
            Assert.Equal(0, read);
        }
        catch (IOException)
        {
            // Reset instead of closed: ended all the same.
        }
    }

    [GeneratedRegex(@"API\s+(?<address>http://127\.0\.0\.1:\d+)/")]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"office\s+(?<key>rk-\S+)")]
    private static partial Regex KeyLine();

    private sealed class Failing(IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task;
            throw new InvalidOperationException("ended");
        }
    }
}
