using System.Globalization;
using Azure.Data.Tables;

namespace Reporting.Web.Tests;

/// <summary>Looks into the tables behind the API.</summary>
internal static class StoredRows
{
    /// <summary>Every row of a table, all its properties as text.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string connectionString, string table)
    {
        var rows = new List<string>();
        await foreach (var row in new TableClient(connectionString, table).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
            rows.Add(TextOf(row, row.Keys));
        return rows;
    }

    /// <summary>Every row of every table, but for when a key was last used, which any request may change.</summary>
    public static async Task<IReadOnlyList<string>> OfAllAsync(string connectionString)
    {
        var rows = new List<string>();
        await foreach (var table in new TableServiceClient(connectionString).QueryAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            await foreach (var row in new TableClient(connectionString, table.Name).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
                rows.Add($"{table.Name}: {TextOf(row, row.Keys.Except(["odata.etag", "Timestamp", "LastUsedAt"]))}");
        }
        return rows;
    }

    private static string TextOf(TableEntity row, IEnumerable<string> properties) =>
        string.Join('|', properties.Select(p => p + "=" + Convert.ToString(row[p], CultureInfo.InvariantCulture)));
}
