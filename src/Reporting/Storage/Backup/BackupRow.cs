using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Reporting.Storage.Backup;

/// <summary>A table row as one line of JSON, every value with its type, so that it comes back as it was.</summary>
internal static class BackupRow
{
    private static readonly string[] OfTheService = ["odata.etag", "Timestamp", "PartitionKey", "RowKey"];

    public static string Write(TableEntity row)
    {
        var values = new JsonObject();
        foreach (var (name, value) in row.Where(v => !OfTheService.Contains(v.Key, StringComparer.Ordinal)).OrderBy(v => v.Key, StringComparer.Ordinal))
            values.Add(name, Typed(name, value));
        return new JsonObject { ["partition"] = row.PartitionKey, ["row"] = row.RowKey, ["values"] = values }.ToJsonString(ReportingJson.Options);
    }

    /// <exception cref="InvalidDataException">The line is none that <see cref="Write"/> wrote.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            var json = JsonNode.Parse(line) ?? throw new InvalidDataException("A row is empty.");
            var row = new TableEntity(Text(json["partition"]), Text(json["row"]));
            foreach (var (name, value) in json["values"]?.AsObject() ?? [])
                row[name] = Value(value?.AsObject().Single() ?? throw new InvalidDataException($"The value {name} has no type."));
            return row;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("A row of the backup cannot be read.", malformed);
        }
    }

    private static JsonObject Typed(string name, object? value) => value switch
    {
        string text => new() { ["text"] = text },
        int number => new() { ["int32"] = number },
        long number => new() { ["int64"] = number.ToString(CultureInfo.InvariantCulture) },
        double number => new() { ["double"] = number.ToString("R", CultureInfo.InvariantCulture) },
        bool yes => new() { ["boolean"] = yes },
        DateTimeOffset instant => new() { ["instant"] = instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) },
        Guid id => new() { ["guid"] = id.ToString("D") },
        byte[] bytes => new() { ["binary"] = Convert.ToBase64String(bytes) },
        _ => throw new InvalidDataException($"The value {name} is of a type that a backup does not know."),
    };

    private static object Value(KeyValuePair<string, JsonNode?> typed) => typed.Key switch
    {
        "text" => Text(typed.Value),
        "int32" => typed.Value?.GetValue<int>() ?? 0,
        "int64" => long.Parse(Text(typed.Value), CultureInfo.InvariantCulture),
        "double" => double.Parse(Text(typed.Value), CultureInfo.InvariantCulture),
        "boolean" => typed.Value?.GetValue<bool>() ?? false,
        "instant" => DateTimeOffset.ParseExact(Text(typed.Value), "O", CultureInfo.InvariantCulture),
        "guid" => Guid.Parse(Text(typed.Value)),
        "binary" => Convert.FromBase64String(Text(typed.Value)),
        _ => throw new InvalidDataException($"A value has the unknown type {typed.Key}."),
    };

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? throw new InvalidDataException("A text is missing.");
}
