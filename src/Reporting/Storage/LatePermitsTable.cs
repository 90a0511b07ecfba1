using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Collecting.LatePermits;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>The permits (补报许可) in table Progress: one row beside the entry it is for, holding its whole history.</summary>
public sealed class LatePermitsTable(StorageConnection connection)
{
    private const int SchemaVersion = 1;

    private readonly TableClient table = connection.Table(StorageNames.Progress);

    /// <summary>The permit as it stands, with the tag of its row; null when none was ever asked for.</summary>
    public async Task<StoredPermit?> FindAsync(EntryKey key, CancellationToken cancellation)
    {
        var row = await StorageCall.FindRowAsync("read a permit", table, ProgressKeys.Partition(key), ProgressKeys.ExceptionRow(key), cancellation);
        return row is null ? null : new StoredPermit(FromRow(key.Programme, key.Period, key.Plan, row), row.ETag.ToString());
    }

    /// <summary>The permits of a plan in a period, ordered by row key; one partition is read.</summary>
    public async Task<IReadOnlyList<LatePermit>> ReadAsync(string programme, Period period, string plan, CancellationToken cancellation)
    {
        var partition = ProgressKeys.Partition(programme, period, plan);
        var (from, to) = (StorageKey.From(ProgressKeys.Exception), StorageKey.To(ProgressKeys.Exception));
        var (indicatorsFrom, indicatorsTo) = (StorageKey.From(ProgressKeys.IndicatorException), StorageKey.To(ProgressKeys.IndicatorException));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and ((RowKey ge {from} and RowKey lt {to}) or (RowKey ge {indicatorsFrom} and RowKey lt {indicatorsTo}))");
        return await StorageCall.RunAsync(
            "read permits",
            async () =>
            {
                var permits = new List<LatePermit>();
                await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                    permits.Add(FromRow(programme, period, plan, row));
                return permits;
            },
            cancellation);
    }

    /// <summary>
    /// Stores a permit with one step more, and the record under <paramref name="idempotency"/>, in one transaction. False when another writer
    /// was first, or something was written under the key before: nothing was written then.
    /// </summary>
    /// <param name="previous">The tag with which the permit was read; null when it is new.</param>
    internal async Task<bool> WriteAsync(LatePermit permit, string? previous, IdempotencyKey? idempotency, CancellationToken cancellation)
    {
        var row = ToRow(permit);
        List<TableTransactionAction> actions =
            [previous is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, new ETag(previous))];
        if (idempotency is not null)
            actions.Add(IdempotencyRow.Add(row.PartitionKey, idempotency, permit.Version));
        try
        {
            await StorageCall.RunAsync("write a permit", () => table.SubmitTransactionAsync(actions, cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            // Perhaps it was us: a call whose answer was lost is repeated, and the repetition meets our own row.
            var stored = (await FindAsync(permit.Key, cancellation))?.Permit;
            return stored?.AsOf(permit.Version).Hash == permit.Hash
                && (idempotency is null || (await FindWrittenAsync(permit.Key, idempotency, cancellation))?.Version == permit.Version);
        }
    }

    /// <summary>What was written under an idempotency key; null when nothing was.</summary>
    internal Task<IdempotencyRow?> FindWrittenAsync(EntryKey key, IdempotencyKey idempotency, CancellationToken cancellation) =>
        IdempotencyRow.FindAsync(table, ProgressKeys.Partition(key), idempotency, cancellation);

    private static TableEntity ToRow(LatePermit permit) => new(ProgressKeys.Partition(permit.Key), ProgressKeys.ExceptionRow(permit.Key))
    {
        ["SchemaVersion"] = SchemaVersion,
        ["Task"] = permit.Key.Task,
        ["Unit"] = permit.Key.Unit,
        ["Steps"] = JsonSerializer.Serialize(permit.Steps, ReportingJson.Options),
    };

    private static LatePermit FromRow(string programme, Period period, string plan, TableEntity row) =>
        JsonSerializer.Deserialize<List<PermitStep>>(row.GetString("Steps") ?? "null", ReportingJson.Options) is { Count: > 0 } steps
            ? new LatePermit(new EntryKey(programme, period, plan, row.GetString("Task"), row.GetString("Unit")), steps)
            : throw new InvalidDataException($"Row {row.PartitionKey} {row.RowKey} of table Progress has no steps.");
}

/// <summary>A permit as read, with the tag that guards the next write.</summary>
public sealed record StoredPermit(LatePermit Permit, string Tag);
