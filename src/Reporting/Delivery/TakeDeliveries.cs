using Reporting.Storage;

namespace Reporting.Delivery;

/// <summary>Works off the queue <c>deliveries</c> for a host without a queue trigger.</summary>
public sealed class TakeDeliveries(DeliveryQueue queue, HandleDelivery handle)
{
    /// <summary>Takes the messages that wait and handles one after the other; how many there were.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken) =>
        (await queue.WorkOffAsync(SendDelivery.Lease, message => handle.RunAsync(message, cancellationToken), cancellationToken)).Count;
}
