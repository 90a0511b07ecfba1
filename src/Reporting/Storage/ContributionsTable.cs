using Azure;
using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Collecting.Contributions;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>The contributions of participating units in table Progress: a current row beside the entries it stands under, and a row for each version.</summary>
public sealed class ContributionsTable(StorageConnection connection)
{
    private readonly TableClient table = connection.Table(StorageNames.Progress);

    /// <summary>The contribution as it stands, with the tag of its row; null when none was ever written.</summary>
    public async Task<StoredContribution?> FindAsync(EntryKey key, CancellationToken cancellation)
    {
        var row = await FindRowAsync(key, ProgressKeys.ContributionRow(key), cancellation);
        return row is null ? null : new StoredContribution(ContributionRow.FromRow(key.Programme, key.Period, key.Plan, row), row.ETag.ToString());
    }

    /// <summary>One version of a contribution; null when there is none of that number.</summary>
    public async Task<Contribution?> FindVersionAsync(EntryKey key, int version, CancellationToken cancellation)
    {
        var row = await FindRowAsync(key, ProgressKeys.ContributionVersionRow(key, version), cancellation);
        return row is null ? null : ContributionRow.FromRow(key.Programme, key.Period, key.Plan, row);
    }

    /// <summary>Whether the version is stored as it was written: with this hash, which is that of what the row says.</summary>
    internal async Task<bool> HoldsAsync(EntryKey key, int version, string hash, CancellationToken cancellation)
    {
        if (await FindRowAsync(key, ProgressKeys.ContributionVersionRow(key, version), cancellation) is not { } row)
            return false;
        try
        {
            var stored = ContributionRow.FromRow(key.Programme, key.Period, key.Plan, row);
            return stored.Key == key && stored.Version == version && stored.Hash == hash && ContributionRow.IsIntact(stored, row);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The contributions to a task as they stand, by unit; those taken back among them.</summary>
    public async Task<IReadOnlyList<Contribution>> ReadTaskAsync(
        string programme, Period period, string plan, string task, CancellationToken cancellation)
    {
        var rows = await ReadAsync(
            ProgressKeys.Partition(programme, period, plan),
            StorageKey.From(ProgressKeys.Contribution, task),
            StorageKey.To(ProgressKeys.Contribution, task),
            cancellation);
        return [.. rows.Select(row => ContributionRow.FromRow(programme, period, plan, row))];
    }

    /// <summary>Every version of a contribution, first to last.</summary>
    public async Task<IReadOnlyList<Contribution>> ReadVersionsAsync(EntryKey key, CancellationToken cancellation) =>
        [.. (await ReadVersionRowsAsync(key, cancellation)).Select(row => ContributionRow.FromRow(key.Programme, key.Period, key.Plan, row))];

    /// <summary>The number of the first version whose hash or link does not hold; null when the chain is whole.</summary>
    public async Task<int?> FirstBrokenVersionAsync(EntryKey key, CancellationToken cancellation)
    {
        string? previous = null;
        var expected = 1;
        foreach (var row in await ReadVersionRowsAsync(key, cancellation))
        {
            var version = ContributionRow.FromRow(key.Programme, key.Period, key.Plan, row);
            if (version.Version != expected || version.PreviousHash != previous || !ContributionRow.IsIntact(version, row))
                return expected;
            previous = version.Hash;
            expected++;
        }
        return null;
    }

    /// <summary>What was written under an idempotency key; null when nothing was.</summary>
    internal Task<IdempotencyRow?> FindWrittenAsync(EntryKey key, IdempotencyKey idempotency, CancellationToken cancellation) =>
        IdempotencyRow.FindAsync(table, ProgressKeys.Partition(key), idempotency, cancellation);

    /// <summary>
    /// Writes the next version in one transaction: current row, version row and the record under <paramref name="idempotency"/>. Null when
    /// another writer was first, or something was written under the key before: nothing was written then.
    /// </summary>
    /// <param name="previous">Null when the contribution is new.</param>
    public async Task<Contribution?> WriteAsync(
        EntryKey key, string? text, DateTimeOffset at, string by, StoredContribution? previous, IdempotencyKey? idempotency, CancellationToken cancellation)
    {
        var before = previous?.Contribution;
        var next = ContributionRow.Sealed(new Contribution(key, (before?.Version ?? 0) + 1, text, at.ToUniversalTime(), by, before?.Hash, Hash: ""));
        var current = ContributionRow.ToRow(next, ProgressKeys.ContributionRow(key));
        List<TableTransactionAction> actions =
        [
            previous is null
                ? new(TableTransactionActionType.Add, current)
                : new(TableTransactionActionType.UpdateReplace, current, new ETag(previous.Tag)),
            new(TableTransactionActionType.Add, ContributionRow.ToRow(next, ProgressKeys.ContributionVersionRow(key, next.Version))),
        ];
        if (idempotency is not null)
            actions.Add(IdempotencyRow.Add(ProgressKeys.Partition(key), idempotency, next.Version));
        try
        {
            await StorageCall.RunAsync("write a contribution", () => table.SubmitTransactionAsync(actions, cancellation), cancellation);
            return next;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            // Perhaps it was us: the client repeats a call whose answer was lost, and the repetition then meets our own rows.
            var ours = (await FindVersionAsync(key, next.Version, cancellation))?.Hash == next.Hash
                && (idempotency is null || (await FindWrittenAsync(key, idempotency, cancellation))?.Version == next.Version);
            return ours ? next : null;
        }
    }

    private Task<TableEntity?> FindRowAsync(EntryKey key, string row, CancellationToken cancellation) =>
        StorageCall.FindRowAsync("read a contribution", table, ProgressKeys.Partition(key), row, cancellation);

    private Task<List<TableEntity>> ReadVersionRowsAsync(EntryKey key, CancellationToken cancellation)
    {
        var (from, to) = ProgressKeys.ContributionVersionRows(key);
        return ReadAsync(ProgressKeys.Partition(key), from, to, cancellation);
    }

    private Task<List<TableEntity>> ReadAsync(string partition, string from, string to, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        return StorageCall.RunAsync(
            "read contributions",
            async () =>
            {
                var rows = new List<TableEntity>();
                await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                    rows.Add(row);
                return rows;
            },
            cancellation);
    }
}

/// <summary>A contribution as read, with the tag that guards the next write.</summary>
/// <param name="Tag">The row's ETag; a value to hand back, nothing else.</param>
public sealed record StoredContribution(Contribution Contribution, string Tag);
