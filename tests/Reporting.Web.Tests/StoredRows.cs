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
            rows.Add(string.Join('|', row.Select(p => p.Key + "=" + Convert.ToString(p.Value, CultureInfo.InvariantCulture))));
        return rows;
    }
}
