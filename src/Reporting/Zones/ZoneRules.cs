using Reporting.Catalogue;
using Reporting.Collecting;

namespace Reporting.Zones;

/// <summary>What a zone must keep to, whatever is stored beside it.</summary>
internal static class ZoneRules
{
    private const int MostNameCharacters = 200;
    private const int MostTextCharacters = 1_500;
    private const int MostRank = 9_999;

    private static readonly string[] RevenueUnits = ["亿元", "万元"];

    /// <summary>Texts trimmed, empty ones as null, numbers in their one form.</summary>
    public static Zone Cleaned(Zone zone) => zone with
    {
        Name = EntryText.Cleaned(zone.Name) ?? "",
        Revenue = EntryNumber.Plain(zone.Revenue),
        RevenueLastYear = EntryNumber.Plain(zone.RevenueLastYear),
        RevenueUnit = zone.RevenueUnit.Trim(),
        Achievements = EntryText.Cleaned(zone.Achievements),
        Note = EntryText.Cleaned(zone.Note),
    };

    /// <summary>Every fault, in the order of the fields.</summary>
    public static List<Refusal> Check(Zone zone, Programme programme, ICharacterRepertoire characters)
    {
        List<Refusal?> found =
        [
            zone.Name.Length == 0
                ? new Refusal("field-required", "name", "须写明产业集聚区名称。", "A zone needs a name.")
                : EntryText.CheckShort(zone.Name, "name", MostNameCharacters, characters),
            zone.City is { } city ? City(programme, city) : null,
            EntryRules.Number(zone.Revenue, "revenue", negativeAllowed: false),
            EntryRules.Number(zone.RevenueLastYear, "revenueLastYear", negativeAllowed: false),
            RevenueUnits.Contains(zone.RevenueUnit, StringComparer.Ordinal) ? null : OtherUnit(zone.RevenueUnit),
            zone.RankLastYear is < 1 or > MostRank
                ? new Refusal("number-out-of-range", "rankLastYear", $"名次应在1到{MostRank}之间。", $"A rank lies between 1 and {MostRank}.")
                : null,
            zone.Achievements is { } achievements ? EntryText.CheckShort(achievements, "achievements", MostTextCharacters, characters) : null,
            zone.Note is { } note ? EntryText.CheckStored(note, "note", MostTextCharacters) : null,
        ];
        return [.. found.OfType<Refusal>()];
    }

    /// <summary>Whether the plan's text orders that zones be ranked.</summary>
    public static Refusal? NotRanked(Plan plan) => plan.Duties.Any(duty => duty.Kinds.Contains("ranking", StringComparer.Ordinal))
        ? null
        : new Refusal(
            "plan-without-ranking", "plan", $"{plan.Title}没有要求对产业集聚区排名。", $"Plan '{plan.Id}' does not order a ranking of zones.");

    public static Refusal Taken(string name, string holder) =>
        new("zone-exists", "name", $"已有同名产业集聚区“{name}”（{holder}）。", $"There is a zone of the name '{name}' already ({holder}).");

    /// <summary>What two names have in common when they are the same to a reader: blanks and full-width forms make no difference.</summary>
    public static string Comparable(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c));

    private static Refusal? City(Programme programme, string city)
    {
        if (RecordRules.Unit(programme, city, "city") is { } unknown)
            return unknown;
        return programme.TryGetUnit(city, out var unit) && unit.Kind == UnitKind.Municipal
            ? null
            : new Refusal("not-a-city", "city", $"“{city}”不是市政府。", $"'{city}' is no city's government.");
    }

    private static Refusal OtherUnit(string unit)
    {
        var units = string.Join('、', RevenueUnits);
        return new Refusal("value-not-allowed", "revenueUnit", $"单位“{unit}”应为{units}之一。", $"The unit '{unit}' is not one of {units}.");
    }
}
