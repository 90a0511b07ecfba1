using Azure.Data.Tables;

namespace Reporting.Storage;

/// <summary>
/// Which version a request with an Idempotency-Key wrote. The row is added in the transaction of the change itself, so there is never one
/// without the other; the answer to a repetition is built again from that version, not kept here.
/// </summary>
internal sealed record IdempotencyRow(string Request, int Version)
{
    private const int SchemaVersion = 1;
    private const string Kind = "idempotency";

    /// <summary>The row's part in the transaction; it makes the transaction fail (409) when the key was used in this partition before.</summary>
    public static TableTransactionAction Add(string partition, IdempotencyKey key, int version) => new(
        TableTransactionActionType.Add,
        new TableEntity(partition, StorageKey.Of(Kind, key.Scope))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Request"] = key.Request,
            ["Version"] = version,
        });

    /// <summary>What was written under the key; null when nothing was.</summary>
    public static async Task<IdempotencyRow?> FindAsync(TableClient table, string partition, IdempotencyKey key, CancellationToken cancellation)
    {
        var row = await StorageCall.FindRowAsync("read an idempotency record", table, partition, StorageKey.Of(Kind, key.Scope), cancellation);
        return row is null ? null : new IdempotencyRow(row.GetString("Request"), row.GetInt32("Version") ?? 0);
    }
}
