using Reporting.Tick;

namespace LocalHost.Hosting;

/// <summary>Ticks at the start and every 15 minutes, as the Functions timer does in Azure.</summary>
internal sealed class TickTimer(RunTick tick, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TickSchedule.Every, clock);
        try
        {
            do
            {
                await tick.RunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // To the host, a service that ends by an exception has failed.
        }
    }
}
