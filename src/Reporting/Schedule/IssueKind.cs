using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reporting.Schedule;

/// <summary>
/// A kind of published document (文种), by its id; each is a series of its own within a plan (or over all plans) and a year. The set is
/// open: a report brings its kind with it, and the calendar says when one is due.
/// </summary>
[JsonConverter(typeof(JsonForm))]
public sealed record IssueKind : IParsable<IssueKind>, IFormattable
{
    /// <summary>With programme, period, plan and number it still fits into every key and address.</summary>
    private const int Longest = 24;

    private IssueKind(string id) => Id = id;

    /// <summary>As written in keys, addresses and JSON: lower-case letters and single hyphens, e.g. <c>half-year</c>.</summary>
    public string Id { get; }

    /// <exception cref="FormatException"><paramref name="id"/> cannot be one.</exception>
    public static IssueKind Of(string id) =>
        TryParse(id, null, out var kind) ? kind : throw new FormatException($"'{id}' is no kind of issue: lower-case letters and single hyphens, at most {Longest}.");

    static IssueKind IParsable<IssueKind>.Parse(string s, IFormatProvider? provider) => Of(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out IssueKind? result)
    {
        var sound = s is { Length: > 0 and <= Longest }
            && s.All(c => char.IsAsciiLetterLower(c) || c == '-')
            && s[0] != '-' && s[^1] != '-' && !s.Contains("--", StringComparison.Ordinal);
        result = sound && s is not null ? new IssueKind(s) : null;
        return result is not null;
    }

    public override string ToString() => Id;

    public string ToString(string? format, IFormatProvider? formatProvider) => Id;

    internal sealed class JsonForm : JsonConverter<IssueKind>
    {
        public override IssueKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out var kind) ? kind : throw new JsonException("A kind of issue is written like half-year.");

        public override void Write(Utf8JsonWriter writer, IssueKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
    }
}
