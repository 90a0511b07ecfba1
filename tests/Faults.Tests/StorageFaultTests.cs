using System.Diagnostics;
using System.Globalization;
using LocalHost.Emulator;
using Testing;

namespace Faults.Tests;

/// <summary>Storage that fails one call in ten in each of four ways, that stands still, or that is stopped and started again, while issues are made.</summary>
[Collection(FaultSite.OneAtATime)]
public sealed class StorageFaultTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Seed = 20120710;

    private const int MostStarts = 12;

    private static readonly DateTimeOffset AfterSigning = new(2012, 5, 10, 1, 0, 0, TimeSpan.Zero);

    /// <summary>A host that has not come further for so long waits for something: a delay after a failure, or a lease.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryDueIssue_ExistsOnce_WhenFourCallsInTenFail()
    {
        var storage = azurite.FreshStorage();
        await using var site = await FaultSite.OverAsync(storage, AfterSigning, ["steel"]);
        await using var proxy = await FaultyProxy.BeforeAsync(storage, Seed);
        site.Through = proxy.ConnectionString;

        var starts = await StartUntilPublishedAsync(site, "--Storage:Retries=6");

        var issues = await Invariants.HoldAsync(site);
        output.WriteLine($"Calls: {proxy.Counts}; seed {Seed}; {starts} starts; {issues} issues, each once, every manifest verifies.");
        Assert.Equal(1, issues);
    }

    [Fact]
    public async Task EveryDueIssue_ExistsOnce_WhenStorageStandsStillAndIsStoppedAndStarted()
    {
        using var folder = new TemporaryFolder();
        var ports = AzuriteOptions.OnFreePorts(folder.Path);
        (ports.BlobPort, ports.QueuePort, ports.TablePort) = (HostProcess.FreePort(), HostProcess.FreePort(), HostProcess.FreePort());
        var store = await Azurite.StartAsync(ports, Cancellation);
        try
        {
            await using var site = await FaultSite.OverAsync(store.ConnectionString, AfterSigning);
            using (var host = site.Start(more: ["--Storage:AttemptTimeout=00:00:01", "--Storage:Retries=1"]))
            {
                await host.SaidAsync("is published as number", Cancellation);
                Signal("STOP", store.ProcessId);
                await host.SaidAsync("StorageUnavailableException", Cancellation);
                Signal("CONT", store.ProcessId);
                await store.DisposeAsync();
                await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
                store = await Azurite.StartAsync(ports, Cancellation);
                host.Interrupt();
                await host.ExitedAsync(Cancellation);
            }
            site.Now += FaultSite.BetweenStarts;

            var starts = await StartUntilPublishedAsync(site, "--Storage:Retries=1");

            output.WriteLine($"Storage stood still and was stopped and started; {starts} starts after that; {await Invariants.HoldAsync(site)} issues, each once.");
        }
        finally
        {
            await store.DisposeAsync();
        }
    }

    /// <summary>Starts hosts, each some hours later, until everything is published.</summary>
    private static async Task<int> StartUntilPublishedAsync(FaultSite site, string retries)
    {
        for (var starts = 1; starts <= MostStarts; starts++)
        {
            using var host = site.Start(more: ["--Storage:AttemptTimeout=00:00:01", retries]);
            if (await MovesOnAsync(site, host))
                return starts;
            host.Kill();
            await host.ExitedAsync(Cancellation);
            site.Now += TimeSpan.FromHours(6);
        }
        throw new InvalidOperationException($"Not all was published after {MostStarts} starts.");
    }

    /// <summary>Whether everything is published and settled before the host is stuck.</summary>
    private static async Task<bool> MovesOnAsync(FaultSite site, HostProcess host)
    {
        var since = Stopwatch.GetTimestamp();
        var said = 0;
        while (!host.HasExited && Stopwatch.GetElapsedTime(since) < Stuck)
        {
            if (await site.IsSettledAsync())
                return true;
            if (host.Output.Length is var now && now != said)
                (said, since) = (now, Stopwatch.GetTimestamp());
            await Task.Delay(TimeSpan.FromMilliseconds(300), Cancellation);
        }
        return await site.IsSettledAsync();
    }

    private static void Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
