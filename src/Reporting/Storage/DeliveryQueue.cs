namespace Reporting.Storage;

/// <summary>
/// The queue <c>deliveries</c>: which row of the outbox may be to be sent. Apart from <see cref="WorkQueue"/>, so that a mail server that does
/// not answer keeps no issue from being published.
/// </summary>
public sealed class DeliveryQueue(StorageConnection storage) : HintQueue(storage, Name)
{
    /// <summary>The queue's name without the configured prefix, as a queue trigger names it.</summary>
    public const string Name = StorageNames.Deliveries;
}
