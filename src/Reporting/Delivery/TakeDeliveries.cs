using Reporting.Storage;

namespace Reporting.Delivery;

/// <summary>Works off the queue <c>deliveries</c> for a host without a queue trigger.</summary>
public sealed class TakeDeliveries(DeliveryQueue queue, HandleDelivery handle)
{
    /// <summary>
    /// One receiver that does not answer keeps its sender waiting for minutes; the others go on beside it. Mail servers refuse whoever opens
    /// many connections at once.
    /// </summary>
    internal const int Beside = 4;

    /// <summary>Takes the messages that wait and handles them; how many there were.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken) =>
        (await queue.WorkOffAsync(SendDelivery.Lease, Beside, message => handle.RunAsync(message, cancellationToken), cancellationToken)).Count;
}
