using System.Text.Json;

namespace Reporting.Collecting;

/// <summary>A field that differs between two versions.</summary>
/// <param name="Field">e.g. <c>content.percent</c>, <c>content.figures[automotive-T05].value</c> or <c>content.problems[0].text</c>.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing.</param>
public sealed record FieldDifference(string Field, JsonElement? Before, JsonElement? After);

/// <summary>
/// Compares two JSON values of one form. It knows no field, so a new one needs nothing here: objects are compared member by member, lists
/// item by item, an item that names what it is about (an indicator, a project) with the one that names the same, wherever it stands.
/// </summary>
internal static class JsonDifference
{
    /// <summary>The members that say what an item of a list is about.</summary>
    private static readonly string[] Names = ["indicator", "project"];

    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement<object?>(null);

    /// <summary>In the order of <paramref name="before"/>, what is new after it.</summary>
    public static IReadOnlyList<FieldDifference> Of(JsonElement before, JsonElement after) => [.. Compare(before, after, path: "")];

    private static IEnumerable<FieldDifference> Compare(JsonElement before, JsonElement after, string path)
    {
        if (JsonElement.DeepEquals(before, after))
            return [];
        return (before.ValueKind, after.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => Members(before, after, path),
            (JsonValueKind.Array, JsonValueKind.Array) => Items(before, after, path),
            _ => [new FieldDifference(path, Said(before), Said(after))],
        };
    }

    private static IEnumerable<FieldDifference> Members(JsonElement before, JsonElement after, string path) =>
        before.EnumerateObject().Concat(after.EnumerateObject()).Select(m => m.Name).Distinct(StringComparer.Ordinal)
            .SelectMany(name => Compare(Member(before, name), Member(after, name), path.Length == 0 ? name : $"{path}.{name}"));

    private static IEnumerable<FieldDifference> Items(JsonElement before, JsonElement after, string path)
    {
        var (old, now) = (Keyed(before), Keyed(after));
        return old.Keys.Concat(now.Keys).Distinct(StringComparer.Ordinal)
            .SelectMany(key => Compare(old.GetValueOrDefault(key, Nothing), now.GetValueOrDefault(key, Nothing), $"{path}[{key}]"));
    }

    /// <summary>The items by what they name; by their place where they name nothing, or the same twice.</summary>
    private static Dictionary<string, JsonElement> Keyed(JsonElement list)
    {
        var items = list.EnumerateArray().ToList();
        var keys = items.Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return items.Select((item, i) => (Key: keys.Count == items.Count ? keys[i] : FormattableString.Invariant($"{i}"), item))
            .ToDictionary(x => x.Key, x => x.item, StringComparer.Ordinal);
    }

    private static string? NameOf(JsonElement item) => item.ValueKind == JsonValueKind.Object
        ? Names.Select(name => Member(item, name)).Where(m => m.ValueKind == JsonValueKind.String).Select(m => m.GetString()).FirstOrDefault()
        : null;

    private static JsonElement Member(JsonElement item, string name) => item.TryGetProperty(name, out var member) ? member : Nothing;

    private static JsonElement? Said(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : value;
}
