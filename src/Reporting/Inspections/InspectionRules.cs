using System.Text.Json;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Inspections;

/// <summary>What a record of a visit must keep to, whatever is stored beside it.</summary>
internal static class InspectionRules
{
    /// <summary>Of the serialised record; with room below what a row takes for the step and its reason.</summary>
    public const int MostCharacters = 30_000;

    public const int MostFindings = 20;
    public const int MostInspectors = 20;
    private const int MostTextCharacters = 1_500;
    private const int MostSiteCharacters = 200;

    /// <summary>Texts trimmed, empty ones as null, absent lists as empty ones.</summary>
    public static Inspection Cleaned(Inspection inspection) => inspection with
    {
        Site = EntryText.Cleaned(inspection.Site) ?? "",
        Inspectors = inspection.Inspectors ?? [],
        Findings = [.. (inspection.Findings ?? []).Select(f => f with { Text = EntryText.Cleaned(f.Text) ?? "", Rectification = Cleaned(f.Rectification) })],
        Conclusion = EntryText.Cleaned(inspection.Conclusion),
    };

    private static Rectification? Cleaned(Rectification? rectification) => rectification is null
        ? null
        : rectification with { Required = EntryText.Cleaned(rectification.Required) ?? "", Note = EntryText.Cleaned(rectification.Note) };

    /// <summary>Every fault, in the order of the fields.</summary>
    /// <param name="today">In Beijing.</param>
    public static List<Refusal> Check(Inspection inspection, Programme programme, DateOnly today, ICharacterRepertoire characters)
    {
        List<Refusal?> found =
        [
            NotInCalendar(programme, inspection.Period),
            Visit(inspection.VisitedOn, programme.Year, today),
            Required(inspection.Site, "site", MostSiteCharacters, characters),
            inspection.Unit is { } unit ? RecordRules.Unit(programme, unit, "unit") : null,
            .. Inspectors(inspection.Inspectors, programme),
            TooMany(inspection.Findings.Count, "findings", MostFindings),
            .. inspection.Findings.SelectMany((finding, i) => Finding(finding, $"findings[{i}]", inspection.VisitedOn, programme, today, characters)),
            Optional(inspection.Conclusion, "conclusion", characters),
            Length(inspection),
        ];
        return [.. found.OfType<Refusal>()];
    }

    private static Refusal? NotInCalendar(Programme programme, Period period) => programme.Calendar.Periods.Contains(period)
        ? null
        : new Refusal(
            "period-not-in-calendar",
            "period",
            $"{programme.Id}没有报告期“{period}”，应为{string.Join('、', programme.Calendar.Periods)}之一。",
            $"{programme.Id} has no period '{period}'; it has {string.Join(", ", programme.Calendar.Periods)}.");

    // A half-year's sites may be visited at any time from January on, and after the half-year has ended.
    private static Refusal? Visit(DateOnly visitedOn, int year, DateOnly today) => visitedOn < new DateOnly(year, 1, 1)
        ? new Refusal("date-order", "visitedOn", $"检查日期不能早于{year}年1月1日。", FormattableString.Invariant($"The visit cannot be before 1 January {year}."))
        : Future(visitedOn, "visitedOn", today);

    private static IEnumerable<Refusal?> Inspectors(IReadOnlyList<string> inspectors, Programme programme)
    {
        yield return TooMany(inspectors.Count, "inspectors", MostInspectors);
        foreach (var (i, unit) in inspectors.Index())
        {
            yield return RecordRules.Unit(programme, unit, $"inspectors[{i}]");
            if (inspectors.Take(i).Contains(unit, StringComparer.Ordinal))
                yield return new Refusal("given-twice", $"inspectors[{i}]", $"“{unit}”重复填写。", $"'{unit}' is given twice.");
        }
    }

    private static IEnumerable<Refusal?> Finding(
        Finding finding, string at, DateOnly visitedOn, Programme programme, DateOnly today, ICharacterRepertoire characters)
    {
        yield return Required(finding.Text, $"{at}.text", MostTextCharacters, characters);
        if (finding.Rectification is not { } rectification)
            yield break;
        at = $"{at}.rectification";
        yield return Required(rectification.Required, $"{at}.required", MostTextCharacters, characters);
        yield return RecordRules.Unit(programme, rectification.Unit, $"{at}.unit");
        if (rectification.Due < visitedOn)
            yield return BeforeVisit($"{at}.due");
        yield return Done(rectification, $"{at}.doneOn", visitedOn, today);
        yield return Optional(rectification.Note, $"{at}.note", characters);
    }

    private static Refusal? Done(Rectification rectification, string field, DateOnly visitedOn, DateOnly today) =>
        (rectification.State, rectification.DoneOn) switch
        {
            (RectificationState.Done, null) => new Refusal("field-required", field, "已整改的须写明完成日期。", "What is done needs the day on which it was."),
            (RectificationState.Done, { } day) => day < visitedOn ? BeforeVisit(field) : Future(day, field, today),
            (_, null) => null,
            _ => new Refusal("field-not-allowed", field, "尚未整改完成的不填完成日期。", "What is not done yet has no day on which it was."),
        };

    private static Refusal BeforeVisit(string field) => new("date-order", field, "不能早于检查日期。", "It cannot be before the visit.");

    private static Refusal? Future(DateOnly day, string field, DateOnly today) => day > today
        ? new Refusal("date-in-future", field, $"{ChineseDate.Of(day)}尚未到来。", FormattableString.Invariant($"{day:yyyy-MM-dd} is yet to come."))
        : null;

    private static Refusal? TooMany(int count, string field, int most) => count > most
        ? new Refusal("too-many", field, $"共{count}项，至多{most}项。", $"There are {count}; at most {most} are taken.")
        : null;

    private static Refusal? Required(string text, string field, int most, ICharacterRepertoire characters) => text.Length == 0
        ? new Refusal("field-required", field, "此项必填。", "This cannot be left out.")
        : EntryText.CheckShort(text, field, most, characters);

    private static Refusal? Optional(string? text, string field, ICharacterRepertoire characters) =>
        text is null ? null : EntryText.CheckShort(text, field, MostTextCharacters, characters);

    private static Refusal? Length(Inspection inspection)
    {
        var length = JsonSerializer.Serialize(inspection, ReportingJson.Options).Length;
        return length >= MostCharacters
            ? new Refusal("record-too-long", null, $"记录共{length}个字符，应少于{MostCharacters}个。", $"The record has {length} characters as JSON; it must have less than {MostCharacters}.")
            : null;
    }
}
