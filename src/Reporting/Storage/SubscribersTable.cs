using Reporting.Delivery;

namespace Reporting.Storage;

/// <summary>Table Access, beside the keys: who gets what, with every version; one partition for each programme.</summary>
public sealed class SubscribersTable(StorageConnection connection)
    : PlanRecordsTable<Subscriber>(connection.Table(StorageNames.Access), "subscriber")
{
    // The second part of the partition, where other registers have a plan.
    private const string Subscribers = "subscribers";

    /// <summary>Every subscriber by id.</summary>
    internal Task<IReadOnlyList<Recorded<Subscriber>>> ReadAsync(string programme, CancellationToken cancellation) =>
        ReadAllAsync(programme, Subscribers, cancellation);

    internal Task<Recorded<Subscriber>?> FindAsync(string programme, string id, CancellationToken cancellation) =>
        FindAsync(programme, Subscribers, id, cancellation);

    /// <param name="next">Gets the subscriber as it stands, null where there is none; called again after another writer was first.</param>
    internal Task<Outcome<Recorded<Subscriber>>> WriteAsync(
        string programme, string id, ChangeTerms terms, Func<Recorded<Subscriber>?, RecordChange<Subscriber>> next, CancellationToken cancellation)
    {
        return RecordWriting.RunAsync(this, programme, Subscribers, terms.Idempotency, NextAsync, cancellation);

        async Task<Outcome<RecordChange<Subscriber>>> NextAsync()
        {
            var current = await FindAsync(programme, id, cancellation);
            return terms.Refuse(current?.Hash, current?.Version ?? 0) is { } refused ? refused : next(current);
        }
    }
}
