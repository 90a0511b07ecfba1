using Reporting.Storage;
using Reporting.Tick;

namespace LocalHost.Hosting;

/// <summary>Works off the queue with the same handler that the Functions queue trigger calls in Azure.</summary>
internal sealed partial class WorkListener(TakeWork takeWork, TimeProvider clock, ILogger<WorkListener> logger) : BackgroundService
{
    private static readonly TimeSpan PauseWhenEmpty = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if ((await takeWork.RunOnceAsync(stoppingToken)).Count == 0)
                    await Task.Delay(PauseWhenEmpty, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return; // To the host, a service that ends by an exception has failed.
            }
            catch (StorageUnavailableException failure)
            {
                LogUnavailable(logger, failure);
                await Task.Delay(PauseAfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The work queue cannot be read; the listener tries again.")]
    private static partial void LogUnavailable(ILogger logger, Exception failure);
}
