using Azure;
using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>Table Progress: the current row of every entry and a row for each of its versions, chained by their hashes.</summary>
public sealed class ProgressTable(StorageConnection connection)
{
    private readonly TableClient table = connection.Table(StorageNames.Progress);

    /// <summary>The current entries of a plan in a period, its indicators among them, in any state, ordered by row key; one partition is read.</summary>
    public async Task<IReadOnlyList<Entry>> ReadPeriodAsync(string programme, Period period, string plan, CancellationToken cancellation)
    {
        var partition = ProgressKeys.Partition(programme, period, plan);
        var (entriesFrom, entriesTo) = (StorageKey.From(ProgressKeys.Entry), StorageKey.To(ProgressKeys.Entry));
        var (indicatorsFrom, indicatorsTo) = (StorageKey.From(ProgressKeys.Indicator), StorageKey.To(ProgressKeys.Indicator));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and ((RowKey ge {entriesFrom} and RowKey lt {entriesTo}) or (RowKey ge {indicatorsFrom} and RowKey lt {indicatorsTo}))");
        var rows = await QueryAsync(filter, cancellation);
        return [.. rows.Select(row => EntryRow.FromRow(programme, period, plan, row))];
    }

    /// <summary>The entry as it stands, with the tag of its row; null when nothing was ever written.</summary>
    public async Task<StoredEntry?> FindAsync(EntryKey key, CancellationToken cancellation)
    {
        var row = await FindRowAsync(key, ProgressKeys.CurrentRow(key), cancellation);
        return row is null ? null : new StoredEntry(EntryRow.FromRow(key.Programme, key.Period, key.Plan, row), row.ETag.ToString());
    }

    /// <summary>Every version of an entry, first to last.</summary>
    public async Task<IReadOnlyList<Entry>> ReadVersionsAsync(EntryKey key, CancellationToken cancellation) =>
        [.. (await ReadVersionRowsAsync(key, cancellation)).Select(v => v.Entry)];

    /// <summary>The number of the first version whose hash or link does not hold; null when the chain is whole.</summary>
    public async Task<int?> FirstBrokenVersionAsync(EntryKey key, CancellationToken cancellation)
    {
        string? previous = null;
        var expected = 1;
        foreach (var (entry, row) in await ReadVersionRowsAsync(key, cancellation))
        {
            if (entry.Version != expected || entry.PreviousHash != previous || !EntryRow.IsIntact(entry, row))
                return expected;
            previous = entry.Hash;
            expected++;
        }
        return null;
    }

    /// <summary>
    /// Writes the next version: current row and version row in one transaction, guarded by the tag that <paramref name="previous"/> was read with.
    /// Null when another writer was first: nothing was written then, read again.
    /// </summary>
    /// <param name="previous">Null when the entry is new.</param>
    public async Task<Entry?> WriteAsync(EntryKey key, EntryChange change, StoredEntry? previous, CancellationToken cancellation)
    {
        var entry = EntryRow.Sealed(new Entry(
            key,
            (previous?.Entry.Version ?? 0) + 1,
            change.State,
            change.Content,
            change.FirstSubmittedAt?.ToUniversalTime(),
            change.At.ToUniversalTime(),
            change.By,
            change.Reason,
            previous?.Entry.Hash,
            Hash: ""));
        var current = EntryRow.ToRow(entry, ProgressKeys.CurrentRow(key));
        TableTransactionAction[] actions =
        [
            previous is null
                ? new(TableTransactionActionType.Add, current)
                : new(TableTransactionActionType.UpdateReplace, current, new ETag(previous.Tag)),
            new(TableTransactionActionType.Add, EntryRow.ToRow(entry, ProgressKeys.VersionRow(key, entry.Version))),
        ];
        try
        {
            await StorageCall.RunAsync("write an entry", () => table.SubmitTransactionAsync(actions, cancellation), cancellation);
            return entry;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            // Perhaps it was us: the client repeats a call whose answer was lost, and the repetition then meets our own row.
            var row = await FindRowAsync(key, ProgressKeys.VersionRow(key, entry.Version), cancellation);
            return row?.GetString("Hash") == entry.Hash ? entry : null;
        }
    }

    private async Task<TableEntity?> FindRowAsync(EntryKey key, string rowKey, CancellationToken cancellation)
    {
        var found = await StorageCall.RunAsync(
            "read an entry",
            () => table.GetEntityIfExistsAsync<TableEntity>(ProgressKeys.Partition(key), rowKey, cancellationToken: cancellation),
            cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async Task<IReadOnlyList<(Entry Entry, TableEntity Row)>> ReadVersionRowsAsync(EntryKey key, CancellationToken cancellation)
    {
        var partition = ProgressKeys.Partition(key);
        var (from, to) = ProgressKeys.VersionRows(key);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var rows = await QueryAsync(filter, cancellation);
        return [.. rows.Select(row => (EntryRow.FromRow(key.Programme, key.Period, key.Plan, row), row))];
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
    string? Reason);
