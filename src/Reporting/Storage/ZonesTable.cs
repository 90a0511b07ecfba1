using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Reporting.Zones;

namespace Reporting.Storage;

/// <summary>
/// Table Zones: the zones that a plan ranks, with their versions, and a row for each name that is taken, which changes with its zone in one
/// transaction: two people cannot give one name to two zones. A plan is a partition.
/// </summary>
public sealed class ZonesTable(StorageConnection connection) : OfficeRecordsTable<Zone>(connection.Table(StorageNames.Zones), "zone")
{
    private const string Name = "name";

    /// <summary>The id of the zone that has the name; null when none has.</summary>
    internal async Task<string?> FindHolderAsync(string programme, string plan, string name, CancellationToken cancellation) =>
        (await Rows.FindRowAsync(Partition(programme, plan), KeyOf(name), cancellation))?.GetString("Zone");

    private protected override IReadOnlyList<TableTransactionAction> Beside(string partition, RecordChange<OfficeRecord<Zone>> change)
    {
        var (held, wanted) = (KeyOf(change.Before?.Content), KeyOf(change.Content));
        List<TableTransactionAction> actions = [];
        if (held is not null && held != wanted)
            actions.Add(new(TableTransactionActionType.Delete, new TableEntity(partition, held), ETag.All));
        if (wanted is not null && held != wanted)
        {
            var row = new TableEntity(partition, wanted) { ["SchemaVersion"] = RecordRow.SchemaVersion, ["Zone"] = change.Id };
            actions.Add(new(TableTransactionActionType.Add, row));
        }
        return actions;
    }

    /// <summary>Null for one that is withdrawn: its name is free again.</summary>
    private static string? KeyOf(OfficeRecord<Zone>? zone) =>
        zone is { State: OfficeRecordState.Recorded } standing ? KeyOf(standing.Details.Name) : null;

    private static string KeyOf(string name) =>
        StorageKey.Of(Name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ZoneRules.Comparable(name)))));
}
