using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>
/// A row of a register that is derived from an entry and says which version of it was taken; it stays when the entry is taken back, so that
/// somebody who still has the older version in hand cannot bring it back.
/// </summary>
internal static class DerivedRow
{
    private const string Indicators = "indicators";

    public static string KeyOf(string kind, EntryKey entry) => StorageKey.Of(kind, entry.Period.ToString(), entry.Task ?? Indicators, entry.Unit);

    public static TableEntity Of(string partition, string rowKey, Entry entry) => new(partition, rowKey)
    {
        ["SchemaVersion"] = RecordRow.SchemaVersion,
        ["EntryVersion"] = entry.Version,
        ["EntryHash"] = entry.Hash,
        ["At"] = entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
    };

    /// <summary>Whether this version of the entry, or a later one, has been taken already.</summary>
    public static bool Holds(TableEntity? row, Entry entry) => row?.GetInt32("EntryVersion") >= entry.Version;

    public static DerivedSource SourceOf(TableEntity row) => row.RowKey.Split(StorageKey.Separator) is [_, var period, var task, var unit]
        ? new DerivedSource(
            Period.Parse(period, null),
            task == Indicators ? null : task,
            unit,
            row.GetInt32("EntryVersion") ?? 0,
            row.GetString("EntryHash"),
            DateTimeOffset.ParseExact(row.GetString("At"), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
        : throw new InvalidDataException($"Row {row.PartitionKey} {row.RowKey} names no entry.");

    public static TableTransactionAction Write(TableEntity row, TableEntity? before) => before is null
        ? new(TableTransactionActionType.Add, row)
        : new(TableTransactionActionType.UpdateReplace, row, before.ETag);

    /// <summary>False when another writer was first.</summary>
    public static async Task<bool> TryWriteAsync(TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await StorageCall.RunAsync("write what an entry says", () => table.SubmitTransactionAsync(actions, cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Deletes a row as it was read; one that was changed since, or is gone, is left.</summary>
    public static async Task DeleteAsync(TableClient table, string partition, string rowKey, string tag, CancellationToken cancellation)
    {
        try
        {
            await StorageCall.RunAsync("delete a marker", () => table.DeleteEntityAsync(partition, rowKey, new ETag(tag), cancellation), cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Somebody changed it meanwhile, or has done the same work.
        }
    }
}

/// <summary>The version of an entry that a row was derived from.</summary>
internal sealed record DerivedSource(Period Period, string? Task, string Unit, int Version, string Hash, DateTimeOffset At);
