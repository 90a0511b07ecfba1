using Reporting.Tick;

namespace LocalHost.Hosting;

/// <summary>
/// Watches at the start, and each day when the Functions timer does in Azure: a host that is stopped every night for its backup never lives a whole
/// day, and is watched all the same.
/// </summary>
internal sealed class WatchdogTimer(RunWatchdog watch, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await watch.RunAsync(stoppingToken);
                await Task.Delay(TickSchedule.UntilWatch(clock.GetUtcNow()), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // To the host, a service that ends by an exception has failed.
        }
    }
}
