using Azure.Data.Tables;

namespace Reporting.Storage;

/// <summary>A table of a register's records with their versions; a plan is a partition.</summary>
public abstract class PlanRecordsTable<T>
    where T : class
{
    /// <param name="kind">What the rows are called in their keys, e.g. <c>problem</c>.</param>
    private protected PlanRecordsTable(TableClient table, string kind) => Rows = new RecordRows<T>(table, kind);

    private protected RecordRows<T> Rows { get; }

    /// <summary>Every record as it stands, withdrawn ones among them, by id.</summary>
    internal Task<IReadOnlyList<Recorded<T>>> ReadAllAsync(string programme, string plan, CancellationToken cancellation) =>
        Rows.ReadAsync(Partition(programme, plan), cancellation);

    /// <summary>Null when there is no such record.</summary>
    internal Task<Recorded<T>?> FindAsync(string programme, string plan, string id, CancellationToken cancellation) =>
        Rows.FindAsync(Partition(programme, plan), id, cancellation);

    /// <summary>Every version of a record, first to last.</summary>
    internal Task<IReadOnlyList<Recorded<T>>> ReadVersionsAsync(string programme, string plan, string id, CancellationToken cancellation) =>
        Rows.ReadVersionsAsync(Partition(programme, plan), id, cancellation);

    /// <summary>The number of the first version whose hash or link does not hold; null when the chain is whole.</summary>
    public Task<int?> FirstBrokenVersionAsync(string programme, string plan, string id, CancellationToken cancellation) =>
        Rows.FirstBrokenVersionAsync(Partition(programme, plan), id, cancellation);

    /// <summary>What was written under the key; null when it was not used in this plan.</summary>
    internal Task<Written<T>?> FindWrittenAsync(string programme, string plan, IdempotencyKey key, CancellationToken cancellation) =>
        Rows.FindWrittenAsync(Partition(programme, plan), key, cancellation);

    /// <summary>Null when another writer was first: nothing was written then.</summary>
    internal async Task<Recorded<T>?> WriteAsync(
        string programme, string plan, RecordChange<T> change, IdempotencyKey? idempotency, CancellationToken cancellation)
    {
        var partition = Partition(programme, plan);
        return await Rows.WriteAsync(partition, [change], [], idempotency, Beside(partition, change), cancellation) is [var written] ? written : null;
    }

    /// <summary>What belongs to a change in the same transaction, beside the record's own rows.</summary>
    private protected virtual IReadOnlyList<TableTransactionAction> Beside(string partition, RecordChange<T> change) => [];

    private protected static string Partition(string programme, string plan) => StorageKey.Of(programme, plan);
}
