using Microsoft.Extensions.Logging;

namespace Reporting.Delivery;

/// <summary>
/// Handles a message of the queue <c>deliveries</c>. What fails is kept with the row, so a handled message is never given back to the queue; what
/// is left to do, the next tick hints at again.
/// </summary>
public sealed partial class HandleDelivery(SendDelivery send, ILogger<HandleDelivery> logger)
{
    /// <summary>What became of the row; null when it was not to be sent now, storage failed around it, or the message names none.</summary>
    public async Task<DeliveryEvent?> RunAsync(string message, CancellationToken cancellationToken)
    {
        if (DeliveryMessage.Read(message) is not { } hint)
        {
            LogDropped(logger, message.Length);
            return null;
        }
        try
        {
            return await send.RunAsync(hint.Programme, hint.Period, hint.Subject, hint.Subscriber, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, failure, hint.Programme, hint.Subject);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Programme} {Subject} could not be looked at for sending; the next tick hints at it again.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string programme, string subject);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of {Length} characters that names no delivery was dropped.")]
    private static partial void LogDropped(ILogger logger, int length);
}
