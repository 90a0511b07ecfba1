using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reporting;

/// <summary>
/// The one form of JSON in requests, answers and stored rows: camelCase, strict (no unknown or double members, numbers only as JSON numbers),
/// Chinese written as it is.
/// </summary>
public static class ReportingJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Sets what <see cref="Options"/> has, for a framework that insists on options of its own.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.MaxDepth = 16;
        // For enumerations that do not name their values themselves.
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        // Nothing is embedded in HTML: answers are application/json with nosniff.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    /// <summary>A value of an enumeration as JSON has it, e.g. <c>onTrack</c>.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => Names<T>.Of[value];

    /// <summary>The value that <see cref="NameOf"/> gives the name of.</summary>
    /// <exception cref="FormatException">No value has this name.</exception>
    public static T ValueOf<T>(string name)
        where T : struct, Enum => Names<T>.Values.TryGetValue(name, out var value) ? value : throw new FormatException($"'{name}' is no {typeof(T).Name}.");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of =
            Enum.GetValues<T>().ToFrozenDictionary(v => v, v => JsonSerializer.SerializeToElement(v, Options).GetString() ?? "");

        public static readonly FrozenDictionary<string, T> Values = Of.ToFrozenDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal);
    }
}
