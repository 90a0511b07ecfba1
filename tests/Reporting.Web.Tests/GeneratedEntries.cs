using System.Globalization;
using CsCheck;

namespace Reporting.Web.Tests;

/// <summary>Bodies of entries as they may come: in order, nearly in order, and wild.</summary>
internal static class GeneratedEntries
{
    private static readonly Gen<string> Wild = Gen.OneOf(
        Gen.OneOf<string>(
            "null", "true", "{}", "[]", "[[]]", "-1", "0", "-0", "1e400", "1E2", "NaN", "\"12\"", "\"\"", "\" \"", "79228162514264337593543950335",
            "1000000000000000000000000000000", "0.00000000000000000000000000001", "1000000000000", "100.001", "\"\\ud800\"", "\"\\u202e\"", "\"\\u0000\"",
            "\"😀\"", "\"한국\"", "\"a\\r\\nb\"", "\"onTrack\"", "{\"\\ud800\":1}", "{\"a\":1,\"a\":2}", "\"__proto__\""),
        Gen.Char.Array[0, 8].Select(chars => $"\"{string.Concat(chars.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")))}\""),
        Gen.Int[1, 60].Select(depth => new string('[', depth) + new string(']', depth)),
        Gen.Int[3_990, 4_010].Select(length => $"\"{new string('进', length)}\""));

    private static readonly Gen<string> Text = Gen.Frequency(
        (12, Gen.OneOf<string>("\"按计划推进。\"", "\"一期厂房封顶，\\n完成投资3亿元。\"", "\"  两端有空白  \"", "null", "\"“引号”《书名》——①\"")),
        (1, Wild));

    private static readonly Gen<string> Number = Gen.Frequency(
        (8, Gen.Int[0, 10_000].Select(n => string.Create(CultureInfo.InvariantCulture, $"{n / 100}.{n % 100:00}"))),
        (4, Gen.Int[0, 100].Select(n => n.ToString(CultureInfo.InvariantCulture))),
        (1, Wild));

    private static readonly Gen<string> Figure = Object(
        ("indicator", Choice("automotive-T05", "automotive-T07", "steel-T02")),
        ("value", Number),
        ("unit", Choice("万辆", "辆", "亿元", "万元")),
        ("lastYear", Number),
        ("preliminary", Choice2("true", "false")),
        ("missingReason", Text));

    private static readonly Gen<string> Problem = Object(
        ("kind", Choice("land", "funds", "other")), ("text", Text), ("helpAsked", Text), ("askedOf", Choice("land-resources", "zhengzhou")));

    private static readonly Gen<string> Project = Object(
        ("project", Choice("automotive-P001", "automotive-P002", "nev-P001")),
        ("stage", Choice("notStarted", "underConstruction", "completed", "inProduction")),
        ("plannedInvestment", Number),
        ("cumulativeInvestment", Number),
        ("obstacle", Choice("land", "market")),
        ("note", Text));

    private static readonly Gen<string> Entry = Object(
        ("selfRating", Choice("onTrack", "lagging", "blocked", "completed")),
        ("percent", Number),
        ("progress", Text),
        ("nextStep", Text),
        ("figures", List(Figure)),
        ("problems", List(Problem)),
        ("projects", List(Project)),
        ("note", Text));

    /// <summary>Most are JSON; some are taken, most are not.</summary>
    public static Gen<string> Bodies { get; } = Gen.Frequency(
        (6, Entry),
        (2, Gen.Select(Entry, Gen.Int[0, 10_000], Gen.OneOf<string>("", "\"", ",", "}", "]", "0", "\\", "\u0000", "percent", "{}", "进"), Spoilt)),
        (1, Wild),
        (1, Gen.String));

    private static string Spoilt(string json, int at, string inserted) =>
        inserted.Length == 0 ? json.Remove(at % json.Length, 1) : json.Insert(at % (json.Length + 1), inserted);

    private static Gen<string> Choice(params string[] values) => Choice2([.. values.Select(v => $"\"{v}\"")]);

    private static Gen<string> Choice2(params string[] values) => Gen.Frequency((15, Gen.OneOf<string>(values)), (1, Wild));

    private static Gen<string> List(Gen<string> item) => item.Array[0, 3].Select(items => $"[{string.Join(',', items)}]");

    /// <summary>Each member is mostly there.</summary>
    private static Gen<string> Object(params (string Name, Gen<string> Value)[] members)
    {
        var member = members.Select(m => Gen.Select(m.Value, Gen.Int[0, 9], (value, left) => left == 0 ? null : $"\"{m.Name}\":{value}")).ToArray();
        return member.Aggregate(Gen.Const(""), (all, next) => Gen.Select(all, next, (text, one) => one is null ? text : text.Length == 0 ? one : $"{text},{one}"))
            .Select(text => $"{{{text}}}");
    }
}
