using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LocalHost.Emulator;
using Testing;

namespace LocalHost.Tests.Emulator;

public sealed class AzuriteTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Start_ListensOnLoopback_AndStopsItsProcess()
    {
        int process;
        Uri blob;
        await using (var azurite = await Azurite.StartAsync(AzuriteOptions.OnFreePorts(folder.Path), Cancelled))
        {
            process = azurite.ProcessId;
            blob = BlobEndpoint(azurite.ConnectionString);
            Assert.Equal("127.0.0.1", blob.Host);
            using var http = new HttpClient();
            using var answer = await http.GetAsync(blob, Cancelled);
            Assert.Contains("Azurite", answer.Headers.Server.ToString(), StringComparison.Ordinal);
        }
        Assert.False(IsRunning(process));
        await Assert.ThrowsAnyAsync<SocketException>(() => ConnectAsync(blob.Port));
    }

    [Fact]
    public async Task Died_SaysSo_WhenAzuriteIsKilled()
    {
        await using var azurite = await Azurite.StartAsync(AzuriteOptions.OnFreePorts(folder.Path), Cancelled);
        Assert.False(azurite.Died.IsCompleted);

        using (var process = Process.GetProcessById(azurite.ProcessId))
            process.Kill();

        var message = (await azurite.Died.WaitAsync(Cancelled)).Message;
        Assert.Contains("意外结束", message, StringComparison.Ordinal);
        Assert.Contains("ended while it was needed", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Died_StaysSilent_WhenAzuriteIsStopped()
    {
        var azurite = await Azurite.StartAsync(AzuriteOptions.OnFreePorts(folder.Path), Cancelled);
        await azurite.DisposeAsync();
        Assert.False(azurite.Died.IsCompleted);
    }

    [Fact]
    public async Task Start_NamesThePortAndTheSetting_WhenThePortIsTaken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var options = AzuriteOptions.OnFreePorts(folder.Path);
        options.QueuePort = port;

        var failure = await Assert.ThrowsAsync<LocalRunException>(() => Azurite.StartAsync(options, Cancelled));

        Assert.Contains($"端口 {port} 已被占用", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"Port {port} is taken", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Azurite:BlobPort", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SaysWhatToInstall_WhenNodeIsMissing()
    {
        var options = AzuriteOptions.OnFreePorts(folder.Path);
        options.Node = "node-that-is-not-installed";

        var failure = await Assert.ThrowsAsync<LocalRunException>(() => Azurite.StartAsync(options, Cancelled));

        Assert.Contains("找不到 Node.js（node-that-is-not-installed）", failure.Message, StringComparison.Ordinal);
        Assert.Contains("needs Node.js 20 or newer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SaysNpmCi_WhenAzuriteIsNotInstalled()
    {
        var options = AzuriteOptions.OnFreePorts(folder.Path);
        options.NodeModules = folder.Path;

        var failure = await Assert.ThrowsAsync<LocalRunException>(() => Azurite.StartAsync(options, Cancelled));

        Assert.Contains("npm ci", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NamesTheSetting_WhenItsFolderCannotBeMade()
    {
        var file = Path.Combine(folder.Path, "inhabited");
        await File.WriteAllTextAsync(file, "x", Cancelled);

        var failure = await Assert.ThrowsAsync<LocalRunException>(() => Azurite.StartAsync(AzuriteOptions.OnFreePorts(file), Cancelled));

        Assert.Contains("Azurite:Location", failure.Message, StringComparison.Ordinal);
    }

    private static async Task ConnectAsync(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Cancelled);
    }

    private static Uri BlobEndpoint(string connectionString) => new(connectionString.Split(';')
        .Single(part => part.StartsWith("BlobEndpoint=", StringComparison.Ordinal))["BlobEndpoint=".Length..]);

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
