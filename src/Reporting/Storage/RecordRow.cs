using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;

namespace Reporting.Storage;

/// <summary>A register's record as a table row, and the hash that chains its versions; the hash is over the stored text.</summary>
internal static class RecordRow
{
    public const int SchemaVersion = 1;

    public static Recorded<T> Sealed<T>(string partition, RecordChange<T> change)
        where T : class
    {
        var previous = change.Before is { Version: > 0 } before ? before : null;
        var record = new Recorded<T>(
            change.Id, (previous?.Version ?? 0) + 1, change.Content, change.At.ToUniversalTime(), change.By, previous?.Hash, Hash: "", Tag: "");
        return record with { Hash = HashOf(partition, record, SchemaVersion, ContentOf(record)) };
    }

    /// <exception cref="ArgumentException">The content is longer than a row takes.</exception>
    public static TableEntity ToRow<T>(string partition, string rowKey, Recorded<T> record)
        where T : class
    {
        var content = ContentOf(record);
        if (content.Length >= EntryRow.MostCharacters)
            throw new ArgumentException("The content of a record must be bounded before it is stored.", nameof(record));
        return new TableEntity(partition, rowKey)
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Id"] = record.Id,
            ["Version"] = record.Version,
            ["Content"] = content,
            ["At"] = Text(record.At),
            ["By"] = record.By,
            ["PreviousHash"] = record.PreviousHash,
            ["Hash"] = record.Hash,
        };
    }

    /// <exception cref="InvalidDataException">The row is not what this program wrote.</exception>
    public static Recorded<T> FromRow<T>(TableEntity row)
        where T : class
    {
        try
        {
            return new Recorded<T>(
                row.GetString("Id"),
                row.GetInt32("Version") ?? throw new FormatException("Version"),
                JsonSerializer.Deserialize<T>(row.GetString("Content"), ReportingJson.Options) ?? throw new FormatException("Content"),
                DateTimeOffset.ParseExact(row.GetString("At"), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                row.GetString("By"),
                row.GetString("PreviousHash"),
                row.GetString("Hash"),
                row.ETag.ToString());
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentNullException)
        {
            throw new InvalidDataException($"Row {row.PartitionKey} {row.RowKey} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whether the stored hash is that of the stored text.</summary>
    public static bool IsIntact<T>(Recorded<T> record, TableEntity row)
        where T : class =>
        record.Hash == HashOf(row.PartitionKey, record, row.GetInt32("SchemaVersion") ?? 0, row.GetString("Content"));

    private static string ContentOf<T>(Recorded<T> record)
        where T : class => JsonSerializer.Serialize(record.Content, ReportingJson.Options);

    private static string HashOf<T>(string partition, Recorded<T> record, int schemaVersion, string content)
        where T : class
    {
        var parts = new object?[] { schemaVersion, partition, record.Id, record.Version, content, Text(record.At), record.By, record.PreviousHash };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts, ReportingJson.Options)));
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
