using Azure;
using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>Table Progress: the current row of every entry and a row for each of its versions, chained by their hashes.</summary>
public sealed class ProgressTable(StorageConnection connection)
{
    private readonly TableClient table = connection.Table(StorageNames.Progress);

    /// <summary>What is stored of a plan in a period, entries ordered by row key; one partition is read.</summary>
    public async Task<PlanPeriod> ReadPeriodAsync(string programme, Period period, string plan, CancellationToken cancellation)
    {
        var partition = ProgressKeys.Partition(programme, period, plan);
        var (entriesFrom, entriesTo) = (StorageKey.From(ProgressKeys.Entry), StorageKey.To(ProgressKeys.Entry));
        var (indicatorsFrom, indicatorsTo) = (StorageKey.From(ProgressKeys.Indicator), StorageKey.To(ProgressKeys.Indicator));
        var (notesFrom, notesTo) = (StorageKey.From(ProgressKeys.Contribution), StorageKey.To(ProgressKeys.Contribution));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and ((RowKey ge {entriesFrom} and RowKey lt {entriesTo}) or (RowKey ge {indicatorsFrom} and RowKey lt {indicatorsTo}) or (RowKey ge {notesFrom} and RowKey lt {notesTo}) or RowKey eq {ProgressKeys.Obligations})");
        var rows = (await QueryAsync(filter, cancellation)).ToLookup(row => row.RowKey.Split(StorageKey.Separator)[0], StringComparer.Ordinal);
        return new PlanPeriod(
            period,
            plan,
            [.. rows[ProgressKeys.Entry].Concat(rows[ProgressKeys.Indicator]).Select(row => EntryRow.FromRow(programme, period, plan, row))],
            rows[ProgressKeys.Obligations].FirstOrDefault() is { } frozen ? ObligationsRow.FromRow(period, plan, frozen) : null)
        {
            Contributions = [.. rows[ProgressKeys.Contribution].Select(row => ContributionRow.FromRow(programme, period, plan, row)).Where(c => c.Text is not null)],
        };
    }

    /// <summary>Stores the obligations of a plan in a period for good; false when they are stored already, which then stay as they are.</summary>
    public async Task<bool> AddObligationsAsync(string programme, PlanObligations obligations, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            var row = ObligationsRow.ToRow(programme, obligations, now);
            await StorageCall.RunAsync("freeze obligations", () => table.AddEntityAsync(row, cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    /// <summary>The obligations of a plan as they were frozen at the period's lock; null while they are not.</summary>
    public async Task<PlanObligations?> FindObligationsAsync(string programme, Period period, string plan, CancellationToken cancellation)
    {
        var partition = ProgressKeys.Partition(programme, period, plan);
        var row = await StorageCall.FindRowAsync("read frozen obligations", table, partition, ProgressKeys.Obligations, cancellation);
        return row is null ? null : ObligationsRow.FromRow(period, plan, row);
    }

    /// <summary>The entry as it stands, with the tag of its row; null when nothing was ever written.</summary>
    public async Task<StoredEntry?> FindAsync(EntryKey key, CancellationToken cancellation)
    {
        var row = await FindRowAsync(key, ProgressKeys.CurrentRow(key), cancellation);
        return row is null ? null : new StoredEntry(EntryRow.FromRow(key.Programme, key.Period, key.Plan, row), row.ETag.ToString());
    }

    /// <summary>One version of an entry; null when there is none of that number.</summary>
    public async Task<Entry?> FindVersionAsync(EntryKey key, int version, CancellationToken cancellation)
    {
        var row = await FindRowAsync(key, ProgressKeys.VersionRow(key, version), cancellation);
        return row is null ? null : EntryRow.FromRow(key.Programme, key.Period, key.Plan, row);
    }

    /// <summary>Whether the version is stored as it was written: with this hash, which is that of what the row says.</summary>
    internal async Task<bool> HoldsAsync(EntryKey key, int version, string hash, CancellationToken cancellation) =>
        await FindRowAsync(key, ProgressKeys.VersionRow(key, version), cancellation) is { } row
        && row["Version"] as int? == version && row["Hash"] as string == hash && EntryRow.IsIntact(key, row);

    /// <summary>What was written under an idempotency key; null when nothing was.</summary>
    internal Task<IdempotencyRow?> FindWrittenAsync(EntryKey key, IdempotencyKey idempotency, CancellationToken cancellation) =>
        IdempotencyRow.FindAsync(table, ProgressKeys.Partition(key), idempotency, cancellation);

    /// <summary>Every version of an entry, first to last.</summary>
    public async Task<IReadOnlyList<Entry>> ReadVersionsAsync(EntryKey key, CancellationToken cancellation) =>
        [.. (await ReadVersionRowsAsync(key, cancellation)).Select(row => EntryRow.FromRow(key.Programme, key.Period, key.Plan, row))];

    /// <summary>Walks the chain of an entry's versions; null when nothing of it is stored.</summary>
    internal async Task<ChainReport?> WalkAsync(EntryKey key, CancellationToken cancellation)
    {
        // In one query, so that a version written meanwhile is not taken for a fault.
        var (partition, currentRow) = (ProgressKeys.Partition(key), ProgressKeys.CurrentRow(key));
        var (from, to) = ProgressKeys.VersionRows(key);
        var rows = await QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and (RowKey eq {currentRow} or (RowKey ge {from} and RowKey lt {to}))"),
            cancellation);
        return rows.Count == 0 ? null : VersionChain.Walk(key, [.. rows.Where(r => r.RowKey != currentRow)], rows.Find(r => r.RowKey == currentRow));
    }

    /// <summary>
    /// Writes the next version in one transaction: current row, version row, the record under <paramref name="idempotency"/>, and a mark for
    /// what is derived from accepted entries; guarded by the tag that <paramref name="previous"/> was read with.
    /// Null when another writer was first, or something was written under the idempotency key before: nothing was written then, read again.
    /// </summary>
    /// <param name="previous">Null when the entry is new.</param>
    public async Task<Entry?> WriteAsync(
        EntryKey key, EntryChange change, StoredEntry? previous, IdempotencyKey? idempotency, CancellationToken cancellation)
    {
        var (entry, row) = Next(key, change, previous?.Entry);
        var actions = Actions(entry, row, previous, idempotency);
        try
        {
            await StorageCall.RunAsync("write an entry", () => table.SubmitTransactionAsync(actions, cancellation), cancellation);
            return entry;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            // Perhaps it was us: the client repeats a call whose answer was lost, and the repetition then meets our own rows.
            return await IsStoredAsync(entry, idempotency, cancellation) ? entry : null;
        }
    }

    /// <summary>Whether the version is there and, where a key was given, its record too: two callers can write the same words in the same instant.</summary>
    private async Task<bool> IsStoredAsync(Entry entry, IdempotencyKey? idempotency, CancellationToken cancellation)
    {
        var row = await FindRowAsync(entry.Key, ProgressKeys.VersionRow(entry.Key, entry.Version), cancellation);
        return row?.GetString("Hash") == entry.Hash
            && (idempotency is null || (await FindWrittenAsync(entry.Key, idempotency, cancellation))?.Version == entry.Version);
    }

    private static (Entry Entry, TableEntity Row) Next(EntryKey key, EntryChange change, Entry? previous) => EntryRow.Seal(new Entry(
        key,
        (previous?.Version ?? 0) + 1,
        change.State,
        change.Content,
        change.FirstSubmittedAt?.ToUniversalTime(),
        change.At.ToUniversalTime(),
        change.By,
        change.Reason,
        previous?.Hash,
        Hash: "",
        change.Warnings));

    private static List<TableTransactionAction> Actions(Entry entry, TableEntity current, StoredEntry? previous, IdempotencyKey? idempotency)
    {
        List<TableTransactionAction> actions =
        [
            previous is null
                ? new(TableTransactionActionType.Add, current)
                : new(TableTransactionActionType.UpdateReplace, current, new ETag(previous.Tag)),
            new(TableTransactionActionType.Add, EntryRow.ToVersion(entry, current)),
        ];
        if (idempotency is not null)
            actions.Add(IdempotencyRow.Add(ProgressKeys.Partition(entry.Key), idempotency, entry.Version));
        if (entry.State == EntryState.Accepted || previous?.Entry.State == EntryState.Accepted)
            actions.Add(new(TableTransactionActionType.UpsertReplace, EntryRow.ToMark(entry)));
        return actions;
    }

    private Task<TableEntity?> FindRowAsync(EntryKey key, string rowKey, CancellationToken cancellation) =>
        StorageCall.FindRowAsync("read an entry", table, ProgressKeys.Partition(key), rowKey, cancellation);

    private Task<List<TableEntity>> ReadVersionRowsAsync(EntryKey key, CancellationToken cancellation)
    {
        var partition = ProgressKeys.Partition(key);
        var (from, to) = ProgressKeys.VersionRows(key);
        return QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"), cancellation);
    }

    private Task<List<TableEntity>> QueryAsync(string filter, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            "read entries",
            async () =>
            {
                var rows = new List<TableEntity>();
                await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                    rows.Add(row);
                return rows;
            },
            cancellation);
}

/// <summary>An entry as read, with the tag that guards the next write.</summary>
/// <param name="Tag">The row's ETag; a value to hand back, nothing else.</param>
public sealed record StoredEntry(Entry Entry, string Tag);

/// <summary>What a new version of an entry says; number and hashes follow from the version before.</summary>
public sealed record EntryChange(
    EntryState State,
    EntryContent Content,
    DateTimeOffset? FirstSubmittedAt,
    DateTimeOffset At,
    string By,
    string? Reason)
{
    /// <summary>Null but for a version that hands the entry over.</summary>
    public IReadOnlyList<RaisedWarning>? Warnings { get; init; }
}
