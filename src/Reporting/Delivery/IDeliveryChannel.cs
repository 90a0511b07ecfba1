using Reporting.Catalogue;
using Reporting.Publishing;

namespace Reporting.Delivery;

/// <summary>A way on which something is sent.</summary>
public interface IDeliveryChannel
{
    DeliveryChannel Channel { get; }

    /// <summary>False where the settings say nothing of it: what would be sent then waits.</summary>
    bool Configured { get; }

    /// <summary>Makes ready what is sent; nothing leaves the host yet, and whoever dies here leaves the row as it was.</summary>
    Task<IPreparedDelivery> PrepareAsync(Parcel parcel, CancellationToken cancellationToken);
}

/// <summary>Something that is ready to be sent.</summary>
public interface IPreparedDelivery : IDisposable
{
    /// <summary>Sends once and says what is known of it; throws only before anything was handed over.</summary>
    Task<SendResult> SendAsync(CancellationToken cancellationToken);
}

/// <summary>What is sent to whom.</summary>
/// <param name="Attempt">1 for the first; also counts those that a person asked for.</param>
/// <param name="Issue">Null for a reminder.</param>
/// <param name="Letter">Null for an issue.</param>
public sealed record Parcel(
    Programme Programme, string DeliveryId, int Attempt, Subscriber Subscriber, PublishedIssue? Issue, Letter? Letter, DateTimeOffset At);
