using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Reporting.Web.Json;

/// <summary>
/// Compares a JSON document with the type it is to become and names every fault by its path, which the serializer does for the first only,
/// in English, and not for absent members of a list's items.
/// </summary>
internal sealed class StrictJson
{
    private const int MostFaults = 50;

    private readonly List<Refusal> faults = [];

    private StrictJson()
    {
    }

    /// <summary>The faults in document order, at most 50; empty when <paramref name="root"/> can become a <paramref name="type"/>.</summary>
    public static List<Refusal> FaultsOf(JsonElement root, Type type)
    {
        var walk = new StrictJson();
        walk.Value(root, type, path: "", nullable: false);
        return walk.faults;
    }

    /// <summary>An absent list is an empty one, an absent nullable member is null; everything else must be said.</summary>
    public static bool IsRequired(JsonPropertyInfo property) =>
        property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }
        && ReportingJson.Options.GetTypeInfo(property.PropertyType).Kind != JsonTypeInfoKind.Enumerable;

    private void Value(JsonElement element, Type type, string path, bool nullable)
    {
        if (faults.Count >= MostFaults)
            return;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (element.ValueKind == JsonValueKind.Null)
        {
            if (!nullable)
                Add("null-not-allowed", path, "此字段不能为 null。", "This member cannot be null.");
            return;
        }
        var info = ReportingJson.Options.GetTypeInfo(plain);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                Object(element, info, path);
                break;
            case JsonTypeInfoKind.Enumerable when info.ElementType is { } item:
                List(element, item, path);
                break;
            default:
                if (JsonScalar.FaultOf(element, plain) is var (code, zh, en))
                    Add(code, path, zh, en);
                break;
        }
    }

    private void List(JsonElement element, Type item, string path)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Add("not-an-array", path, "此处应为数组。", "An array is expected here.");
            return;
        }
        var index = 0;
        foreach (var value in element.EnumerateArray())
            Value(value, item, $"{path}[{index++}]", nullable: false);
    }

    private void Object(JsonElement element, JsonTypeInfo info, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Add("not-an-object", path, "此处应为对象。", "An object is expected here.");
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (faults.Count >= MostFaults)
                return;
            if (JsonScalar.NameOf(member) is not { } name)
                Add("invalid-text", path, "字段名编码有误。", "A member's name is not valid Unicode.");
            else if (!seen.Add(name))
                Add("duplicate-member", Join(path, name), "此字段出现两次。", "This member is given twice.");
            else if (info.Properties.FirstOrDefault(p => p.Name == name) is { } property)
                Value(member.Value, property.PropertyType, Join(path, name), IsNullable(property));
            else
                Add("unknown-member", Join(path, name), $"没有字段“{name}”，可用的字段：{Names(info, "、")}。", $"There is no member '{name}'; there are {Names(info, ", ")}.");
        }
        foreach (var property in info.Properties.Where(p => IsRequired(p) && !seen.Contains(p.Name)))
            Add("member-required", Join(path, property.Name), $"缺少字段“{property.Name}”。", $"Member '{property.Name}' is missing.");
    }

    private static bool IsNullable(JsonPropertyInfo property) => property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private static string Names(JsonTypeInfo info, string between) => string.Join(between, info.Properties.Select(p => p.Name));

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Add(string code, string path, string zh, string en) =>
        faults.Add(new Refusal(code, path.Length == 0 ? null : path, zh, en));
}
