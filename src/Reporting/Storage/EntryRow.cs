using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Storage;

/// <summary>An entry as a table row, and the hash that chains its versions. The hash is over the stored text, so it holds whatever the records become.</summary>
internal static class EntryRow
{
    /// <summary>Since the second form a row carries the warnings of a submitted version, and its hash is over them, too.</summary>
    public const int SchemaVersion = 2;

    /// <summary>What a string property of Table Storage takes, in UTF-16 characters (64 KiB); the edge refuses entries far below.</summary>
    public const int MostCharacters = 32_000;

    /// <summary>The properties that the hash is over, after the number of the version, in the order in which they enter it.</summary>
    private static readonly string[] HashedTexts = ["State", "Content", "FirstSubmittedAt", "At", "By", "Reason", "PreviousHash"];

    private const string WarningsName = "Warnings";

    /// <summary>Fills <see cref="Entry.Hash"/>.</summary>
    public static Entry Sealed(Entry entry) => Seal(entry).Entry;

    /// <summary>The entry with its hash, and its current row, for which the content is written as text this once.</summary>
    public static (Entry Entry, TableEntity Row) Seal(Entry entry)
    {
        var row = ToRow(entry, ProgressKeys.CurrentRow(entry.Key));
        var hash = HashOf(entry.Key, row);
        row["Hash"] = hash;
        return (entry with { Hash = hash }, row);
    }

    /// <summary>The row of the version that <paramref name="current"/> shows.</summary>
    public static TableEntity ToVersion(Entry entry, TableEntity current) =>
        new(current) { RowKey = ProgressKeys.VersionRow(entry.Key, entry.Version) };

    /// <exception cref="ArgumentException">The content is longer than a row takes.</exception>
    public static TableEntity ToRow(Entry entry, string rowKey)
    {
        var content = JsonSerializer.Serialize(entry.Content, ReportingJson.Options);
        if (content.Length >= MostCharacters)
            throw new ArgumentException("The content of an entry must be bounded before it is stored.", nameof(entry));
        return new TableEntity(ProgressKeys.Partition(entry.Key), rowKey)
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Task"] = entry.Key.Task,
            ["Unit"] = entry.Key.Unit,
            ["Version"] = entry.Version,
            ["State"] = ReportingJson.NameOf(entry.State),
            ["Content"] = content,
            ["FirstSubmittedAt"] = entry.FirstSubmittedAt is { } at ? Text(at) : null,
            ["At"] = Text(entry.At),
            ["By"] = entry.By,
            ["Reason"] = entry.Reason,
            ["PreviousHash"] = entry.PreviousHash,
            [WarningsName] = entry.Warnings is { } warnings ? JsonSerializer.Serialize(warnings, ReportingJson.Options) : null,
            ["Hash"] = entry.Hash,
        };
    }

    /// <summary>The mark for what is derived from accepted entries: which version became accepted, or took an accepted one back.</summary>
    public static TableEntity ToMark(Entry entry) => new(ProgressKeys.Partition(entry.Key), ProgressKeys.DeriveRow(entry.Key))
    {
        ["SchemaVersion"] = SchemaVersion,
        ["Task"] = entry.Key.Task,
        ["Unit"] = entry.Key.Unit,
        ["Version"] = entry.Version,
        ["State"] = ReportingJson.NameOf(entry.State),
    };

    /// <exception cref="InvalidDataException">The row is not what this program wrote.</exception>
    public static Entry FromRow(string programme, Period period, string plan, TableEntity row)
    {
        try
        {
            return new Entry(
                new EntryKey(programme, period, plan, row.GetString("Task"), row.GetString("Unit")),
                row.GetInt32("Version") ?? throw new FormatException("Version"),
                ReportingJson.ValueOf<EntryState>(row.GetString("State")),
                JsonSerializer.Deserialize<EntryContent>(row.GetString("Content"), ReportingJson.Options) ?? throw new FormatException("Content"),
                row.GetString("FirstSubmittedAt") is { } first ? Instant(first) : null,
                Instant(row.GetString("At")),
                row.GetString("By"),
                row.GetString("Reason"),
                row.GetString("PreviousHash"),
                row.GetString("Hash"),
                row.GetString(WarningsName) is { } warnings ? JsonSerializer.Deserialize<IReadOnlyList<RaisedWarning>>(warnings, ReportingJson.Options) : null);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentNullException)
        {
            throw new InvalidDataException($"Row {row.PartitionKey} {row.RowKey} of table Progress cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whether the row is one of this entry and its hash is that of what it says; also for a row that was spoilt so far that it cannot be read.</summary>
    public static bool IsIntact(EntryKey key, TableEntity row) =>
        row["Hash"] is string hash && hash == HashOf(key, row) && row["Task"] as string == key.Task && row["Unit"] as string == key.Unit;

    private static string HashOf(EntryKey key, TableEntity row)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ReportingJson.Options.Encoder }))
        {
            writer.WriteStartArray();
            var schema = row["SchemaVersion"] as int? ?? 0;
            writer.WriteNumberValue(schema);
            writer.WriteStringValue(key.Programme);
            writer.WriteStringValue(key.Period.ToString());
            writer.WriteStringValue(key.Plan);
            writer.WriteStringValue(key.Task);
            writer.WriteStringValue(key.Unit);
            writer.WriteNumberValue(row["Version"] as int? ?? 0);
            foreach (var name in HashedTexts)
                writer.WriteStringValue(row[name] as string);
            if (schema > 1)
                writer.WriteStringValue(row[WarningsName] as string);
            writer.WriteEndArray();
        }
        return Convert.ToHexStringLower(SHA256.HashData(buffer.ToArray()));
    }

    // As text, because the table's own date type need not keep the last digits, over which the hash is taken.
    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
