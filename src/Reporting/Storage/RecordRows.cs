using Azure;
using Azure.Data.Tables;

namespace Reporting.Storage;

/// <summary>
/// The rows of a register in one table: the current row of every record and a row for each version beside it, the record of what was written
/// under an Idempotency-Key, all of one plan in one partition, so that one transaction can change several.
/// </summary>
/// <param name="kind">What the rows are called in their keys, e.g. <c>project</c>.</param>
internal sealed class RecordRows<T>(TableClient table, string kind)
    where T : class
{
    /// <summary>Records that one transaction can change: a hundred actions, less what else goes into it.</summary>
    public const int MostAtOnce = 45;

    private const string Idempotency = "idempotency";

    private readonly string versionKind = kind + "-version";

    /// <summary>Null when nothing is stored.</summary>
    public async Task<Recorded<T>?> FindAsync(string partition, string id, CancellationToken cancellation) =>
        await FindRowAsync(partition, StorageKey.Of(kind, id), cancellation) is { } row ? RecordRow.FromRow<T>(row) : null;

    /// <summary>The current records of a partition by id, and with them the rows of another kind whose keys lie between <paramref name="from"/> and <paramref name="to"/>.</summary>
    public async Task<(IReadOnlyList<Recorded<T>> Records, IReadOnlyList<TableEntity> Others)> ReadAsync(
        string partition, string from, string to, CancellationToken cancellation)
    {
        var (first, end) = (StorageKey.From(kind), StorageKey.To(kind));
        var rows = await QueryAsync(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and ((RowKey ge {first} and RowKey lt {end}) or (RowKey ge {from} and RowKey lt {to}))"),
            cancellation);
        var own = rows.ToLookup(row => string.CompareOrdinal(row.RowKey, first) >= 0 && string.CompareOrdinal(row.RowKey, end) < 0);
        return ([.. own[true].Select(RecordRow.FromRow<T>)], [.. own[false]]);
    }

    public async Task<IReadOnlyList<Recorded<T>>> ReadAsync(string partition, CancellationToken cancellation) =>
        [.. (await RangeAsync(partition, StorageKey.From(kind), StorageKey.To(kind), cancellation)).Select(RecordRow.FromRow<T>)];

    /// <summary>Every version of a record, first to last.</summary>
    public async Task<IReadOnlyList<Recorded<T>>> ReadVersionsAsync(string partition, string id, CancellationToken cancellation) =>
        [.. (await VersionRowsAsync(partition, id, cancellation)).Select(RecordRow.FromRow<T>)];

    /// <summary>The number of the first version whose hash or link does not hold; null when the chain is whole.</summary>
    public async Task<int?> FirstBrokenVersionAsync(string partition, string id, CancellationToken cancellation)
    {
        string? previous = null;
        var expected = 1;
        foreach (var row in await VersionRowsAsync(partition, id, cancellation))
        {
            var record = RecordRow.FromRow<T>(row);
            if (record.Version != expected || record.PreviousHash != previous || !RecordRow.IsIntact(record, row))
                return expected;
            previous = record.Hash;
            expected++;
        }
        return null;
    }

    /// <summary>What was answered under the key: each record's version as it was then. Null when the key was not used in this partition.</summary>
    public async Task<Written<T>?> FindWrittenAsync(string partition, IdempotencyKey key, CancellationToken cancellation)
    {
        if (await FindRowAsync(partition, StorageKey.Of(Idempotency, key.Scope), cancellation) is not { } row)
            return null;
        var versions = new List<Recorded<T>>();
        foreach (var rowKey in row.GetString("Rows").Split(' '))
        {
            if (await FindRowAsync(partition, rowKey, cancellation) is { } version)
                versions.Add(RecordRow.FromRow<T>(version));
        }
        return new Written<T>(row.GetString("Request"), versions);
    }

    /// <summary>
    /// Writes the next versions in one transaction, each guarded by the tag its record was read with; null when another writer was first
    /// or the key was used before: nothing was written then.
    /// </summary>
    /// <param name="changes">None only where there is a key to be kept: the answer was given, though nothing changed.</param>
    /// <param name="unchanged">Records that the answer shows beside those that change; kept under the key with them.</param>
    /// <param name="more">What belongs to the change in the same partition.</param>
    public async Task<IReadOnlyList<Recorded<T>>?> WriteAsync(
        string partition,
        IReadOnlyList<RecordChange<T>> changes,
        IReadOnlyList<Recorded<T>> unchanged,
        IdempotencyKey? idempotency,
        IReadOnlyList<TableTransactionAction> more,
        CancellationToken cancellation)
    {
        List<Recorded<T>> written = [.. changes.Select(change => RecordRow.Sealed(partition, change))];
        List<TableTransactionAction> actions = [];
        foreach (var (change, record) in changes.Zip(written))
        {
            var current = RecordRow.ToRow(partition, StorageKey.Of(kind, record.Id), record);
            actions.Add(change.Before is { Version: > 0 } before
                ? new(TableTransactionActionType.UpdateReplace, current, new ETag(before.Tag))
                : new(TableTransactionActionType.Add, current));
            actions.Add(new(TableTransactionActionType.Add, RecordRow.ToRow(partition, VersionKey(record), record)));
        }
        if (idempotency is not null)
            actions.Add(new(TableTransactionActionType.Add, IdempotencyRow(partition, idempotency, [.. written, .. unchanged])));
        actions.AddRange(more);
        try
        {
            await StorageCall.RunAsync($"write {kind} records", () => table.SubmitTransactionAsync(actions, cancellation), cancellation);
            return written;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            // Perhaps it was us: the client repeats a call whose answer was lost, and the repetition then meets our own rows.
            return written.Count > 0 && await IsOursAsync(partition, written, idempotency, cancellation) ? written : null;
        }
    }

    // With the record under the key, where one was given: two people can write the same words in the same instant.
    private async Task<bool> IsOursAsync(string partition, List<Recorded<T>> written, IdempotencyKey? idempotency, CancellationToken cancellation)
    {
        var row = await FindRowAsync(partition, VersionKey(written[0]), cancellation);
        return row?.GetString("Hash") == written[0].Hash
            && (idempotency is null || await FindRowAsync(partition, StorageKey.Of(Idempotency, idempotency.Scope), cancellation) is not null);
    }

    private TableEntity IdempotencyRow(string partition, IdempotencyKey key, IEnumerable<Recorded<T>> answered) =>
        new(partition, StorageKey.Of(Idempotency, key.Scope))
        {
            ["SchemaVersion"] = RecordRow.SchemaVersion,
            ["Request"] = key.Request,
            ["Rows"] = string.Join(' ', answered.Select(VersionKey)),
        };

    private string VersionKey(Recorded<T> record) => StorageKey.Of(versionKind, record.Id, StorageKey.Number(record.Version));

    private Task<List<TableEntity>> VersionRowsAsync(string partition, string id, CancellationToken cancellation) =>
        RangeAsync(partition, StorageKey.From(versionKind, id), StorageKey.To(versionKind, id), cancellation);

    /// <summary>A row by its key; null when there is none.</summary>
    public Task<TableEntity?> FindRowAsync(string partition, string rowKey, CancellationToken cancellation) =>
        StorageCall.FindRowAsync($"read a {kind} row", table, partition, rowKey, cancellation);

    /// <summary>The rows of a partition whose keys lie between <paramref name="from"/> (inclusive) and <paramref name="to"/> (exclusive).</summary>
    public Task<List<TableEntity>> RangeAsync(string partition, string from, string to, CancellationToken cancellation) =>
        QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"), cancellation);

    private Task<List<TableEntity>> QueryAsync(string filter, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            $"read {kind} rows",
            async () =>
            {
                var rows = new List<TableEntity>();
                await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                    rows.Add(row);
                return rows;
            },
            cancellation);
}

/// <summary>What a request with an Idempotency-Key wrote.</summary>
/// <param name="Request">Hash of the request's body.</param>
internal sealed record Written<T>(string Request, IReadOnlyList<Recorded<T>> Versions)
    where T : class;
