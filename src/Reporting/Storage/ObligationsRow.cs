using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>The frozen obligations of a plan in a period as a table row. Their JSON is cut into properties, each as long as one may be.</summary>
internal static class ObligationsRow
{
    public const int SchemaVersion = 1;

    private const int PieceLength = 30_000;

    public static TableEntity ToRow(string programme, PlanObligations frozen, DateTimeOffset now)
    {
        var row = new TableEntity(ProgressKeys.Partition(programme, frozen.Period, frozen.Plan), ProgressKeys.Obligations)
        {
            ["SchemaVersion"] = SchemaVersion,
            ["CatalogueHash"] = frozen.CatalogueHash,
            ["At"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
        var owed = frozen.Owed.Select(o => new Owing(o.Task, o.Unit));
        var json = JsonSerializer.Serialize(new Content(frozen.Tasks, [.. owed]), ReportingJson.Options);
        var pieces = json.Chunk(PieceLength).ToList();
        row["Pieces"] = pieces.Count;
        foreach (var (i, piece) in pieces.Index())
            row[Piece(i)] = new string(piece);
        return row;
    }

    /// <exception cref="InvalidDataException">The row is not what this program wrote.</exception>
    public static PlanObligations FromRow(Period period, string plan, TableEntity row)
    {
        try
        {
            var json = string.Concat(Enumerable.Range(0, row.GetInt32("Pieces") ?? 0).Select(i => row.GetString(Piece(i))));
            var content = JsonSerializer.Deserialize<Content>(json, ReportingJson.Options) ?? throw new FormatException("Content");
            return new PlanObligations(
                period, plan, row.GetString("CatalogueHash"), content.Tasks, [.. content.Owed.Select(o => new Obligation(period, plan, o.Task, o.Unit))]);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"Row {row.PartitionKey} {row.RowKey} of table Progress cannot be read: {e.Message}", e);
        }
    }

    private static string Piece(int number) => string.Create(CultureInfo.InvariantCulture, $"Content{number}");

    private sealed record Content(IReadOnlyList<PlanTask> Tasks, IReadOnlyList<Owing> Owed);

    private sealed record Owing(string? Task, string Unit);
}
