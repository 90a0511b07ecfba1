using Reporting.Tick;

namespace LocalHost.Hosting;

/// <summary>Watches once a day, as the Functions timer does in Azure.</summary>
internal sealed class WatchdogTimer(RunWatchdog watch, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TickSchedule.WatchEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await watch.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // To the host, a service that ends by an exception has failed.
        }
    }
}
