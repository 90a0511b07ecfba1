using Azure;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Reporting.Storage;

/// <summary>
/// Makes what the storage account lacks while the host is already running, for a host whose start must not wait for storage: at every start
/// but the first there is nothing to make. Until storage answers, requests are answered 503 and this tries again.
/// </summary>
public sealed partial class SetUpStorageBeside(StorageSetup setup, TimeProvider clock, ILogger<SetUpStorageBeside> logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await TryAsync(stoppingToken))
                await Task.Delay(PauseAfterFailure, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // To the host, a service that ends by an exception has failed.
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await setup.EnsureAsync(cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is StorageUnavailableException or RequestFailedException)
        {
            // Also an answer that no other try will better, such as that of an emulator too old for the client: the host stays up to say so.
            LogUnavailable(logger, failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Storage could not be set up; it is tried again.")]
    private static partial void LogUnavailable(ILogger logger, Exception failure);
}
