using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reporting.Bulletins.Snapshots;

/// <summary>The stored form of a snapshot: UTF-8, members in declared order, lists in the order of the snapshot, LF, no byte order mark.</summary>
public static class SnapshotJson
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        NumberHandling = JsonNumberHandling.Strict,
        // The file is no part of a web page; Chinese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The same snapshot always gives the same bytes, whatever the machine's culture.</summary>
    public static byte[] Write(Snapshot snapshot) => [.. JsonSerializer.SerializeToUtf8Bytes(snapshot, Form), (byte)'\n'];

    /// <exception cref="JsonException">The bytes are no snapshot, or one of a form that this program does not know.</exception>
    public static Snapshot Read(ReadOnlySpan<byte> bytes)
    {
        // Before anything else: another form has other members and words, and a fault found in one of them would say nothing of the version.
        var schema = SchemaOf(bytes);
        if (schema != Snapshot.CurrentSchema)
        {
            throw new JsonException(FormattableString.Invariant(
                $"This program reads snapshots of schema {Snapshot.CurrentSchema}; this one has {(schema is { } other ? $"schema {other}" : "none")}."));
        }
        return JsonSerializer.Deserialize<Snapshot>(bytes, Form) ?? throw new JsonException("A snapshot is an object, not null.");
    }

    /// <summary>Whether the bytes are of the form that this program reads.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static bool IsReadable(ReadOnlySpan<byte> bytes) => SchemaOf(bytes) == Snapshot.CurrentSchema;

    private static int? SchemaOf(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<Head>(bytes, JsonSerializerOptions.Web)?.SchemaVersion;

    /// <summary>What every form of a snapshot has.</summary>
    private sealed record Head(int? SchemaVersion);
}
