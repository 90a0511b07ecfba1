using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>
/// The marks in table Progress that an entry leaves, in its own transaction, when it is accepted or taken back: what is derived from it is to be
/// brought up to date.
/// </summary>
public sealed class EntryMarkers(StorageConnection connection)
{
    private readonly TableClient table = connection.Table(StorageNames.Progress);

    /// <summary>The mark of an entry; null when there is nothing to bring up to date.</summary>
    internal async Task<EntryMarker?> FindAsync(EntryKey key, CancellationToken cancellation) =>
        await StorageCall.FindRowAsync("read a mark", table, ProgressKeys.Partition(key), ProgressKeys.DeriveRow(key), cancellation) is { } row
            ? new EntryMarker(key, row.ETag.ToString())
            : null;

    /// <summary>The marks of a plan in a period; one partition is read.</summary>
    internal Task<IReadOnlyList<EntryMarker>> ReadAsync(string programme, Period period, string plan, CancellationToken cancellation)
    {
        var partition = ProgressKeys.Partition(programme, period, plan);
        var (from, to) = (StorageKey.From(ProgressKeys.Derive), StorageKey.To(ProgressKeys.Derive));
        var (indicatorsFrom, indicatorsTo) = (StorageKey.From(ProgressKeys.IndicatorDerive), StorageKey.To(ProgressKeys.IndicatorDerive));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and ((RowKey ge {from} and RowKey lt {to}) or (RowKey ge {indicatorsFrom} and RowKey lt {indicatorsTo}))");
        return StorageCall.RunAsync<IReadOnlyList<EntryMarker>>(
            "read marks",
            async () =>
            {
                var marks = new List<EntryMarker>();
                await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                    marks.Add(new EntryMarker(new EntryKey(programme, period, plan, row.GetString("Task"), row.GetString("Unit")), row.ETag.ToString()));
                return marks;
            },
            cancellation);
    }

    /// <summary>Takes a mark away, unless the entry was changed again since it was read.</summary>
    internal Task SettleAsync(EntryMarker marker, CancellationToken cancellation) => DerivedRow.DeleteAsync(
        table, ProgressKeys.Partition(marker.Entry), ProgressKeys.DeriveRow(marker.Entry), marker.Tag, cancellation);
}

/// <summary>Says that an entry was accepted, or taken back, and that the registers have yet to take it.</summary>
internal sealed record EntryMarker(EntryKey Entry, string Tag);
