using System.Globalization;
using Azure.Data.Tables;
using Reporting.Publishing;

namespace Reporting.Storage;

/// <summary>Table Access, beside the keys: the links that were made to files of issues; one partition for each issue, newest first.</summary>
public sealed class LinksTable(StorageConnection connection)
{
    private const int SchemaVersion = 1;
    private const string Kind = "link";

    private readonly TableClient table = connection.Table(StorageNames.Access);

    internal Task AddAsync(string programme, string issue, LinkRecord record, CancellationToken cancellation)
    {
        var newestFirst = (DateTimeOffset.MaxValue.UtcTicks - record.At.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
        // Two links can be made in one instant. The key is made once: a repetition after a lost answer writes the same row.
        var row = new TableEntity(Partition(programme, issue), StorageKey.Of(newestFirst, Guid.NewGuid().ToString("N")))
        {
            ["SchemaVersion"] = SchemaVersion,
            ["At"] = record.At,
            ["File"] = record.File,
            ["To"] = record.To,
            ["ExpiresAt"] = record.ExpiresAt,
        };
        return StorageCall.RunAsync("record a link", () => table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation), cancellation);
    }

    /// <summary>The links to an issue's files, newest first.</summary>
    public Task<IReadOnlyList<LinkRecord>> ReadAsync(string programme, string issue, int most, CancellationToken cancellation)
    {
        var partition = Partition(programme, issue);
        return StorageCall.RunAsync<IReadOnlyList<LinkRecord>>(
            "read links",
            async () =>
            {
                var records = new List<LinkRecord>();
                await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellation))
                {
                    records.Add(new LinkRecord(
                        row.GetDateTimeOffset("At") ?? default, row.GetString("File"), row.GetString("To"), row.GetDateTimeOffset("ExpiresAt") ?? default));
                    if (records.Count == most)
                        break;
                }
                return records;
            },
            cancellation);
    }

    private static string Partition(string programme, string issue) => StorageKey.Of(Kind, programme, issue);
}
