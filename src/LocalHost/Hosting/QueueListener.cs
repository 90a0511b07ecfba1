using Reporting.Delivery;
using Reporting.Storage;
using Reporting.Tick;

namespace LocalHost.Hosting;

/// <summary>Works off a queue with the same handler that the Functions queue trigger calls in Azure.</summary>
/// <param name="takeOnce">Handles what waits; how many messages there were.</param>
internal sealed partial class QueueListener(string queue, Func<CancellationToken, Task<int>> takeOnce, TimeProvider clock, ILogger<QueueListener> logger) : BackgroundService
{
    private static readonly TimeSpan PauseWhenEmpty = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);

    /// <summary>One listener for each queue: what one waits for keeps nothing of the other back.</summary>
    internal static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IHostedService>(provider => Of(
            provider, WorkQueue.Name, async stopping => (await provider.GetRequiredService<TakeWork>().RunOnceAsync(stopping)).Count));
        services.AddSingleton<IHostedService>(provider => Of(provider, DeliveryQueue.Name, provider.GetRequiredService<TakeDeliveries>().RunOnceAsync));
    }

    private static QueueListener Of(IServiceProvider provider, string queue, Func<CancellationToken, Task<int>> takeOnce) =>
        new(queue, takeOnce, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<QueueListener>>());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await takeOnce(stoppingToken) == 0)
                    await Task.Delay(PauseWhenEmpty, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return; // To the host, a service that ends by an exception has failed.
            }
            catch (StorageUnavailableException failure)
            {
                LogUnavailable(logger, failure, queue);
                await Task.Delay(PauseAfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queue {Queue} cannot be read; the listener tries again.")]
    private static partial void LogUnavailable(ILogger logger, Exception failure, string queue);
}
