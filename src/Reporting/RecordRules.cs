using Reporting.Catalogue;
using Reporting.Collecting;

namespace Reporting;

/// <summary>What the records of several registers must keep to.</summary>
internal static class RecordRules
{
    /// <summary>The cleaned text of something that a person must say, or why it is none.</summary>
    public static Outcome<string> RequiredText(string? text, string field, int most)
    {
        var cleaned = EntryText.Cleaned(text);
        if (cleaned is null)
            return new Refusal("field-required", field, "此项必填。", "This cannot be left out.");
        return EntryText.CheckStored(cleaned, field, most) is { } refused ? refused : cleaned;
    }

    /// <summary>Why a unit cannot be named; a generic one (有关省辖市政府) can be held to nothing.</summary>
    public static Refusal? Unit(Programme programme, string unit, string field) => programme.TryGetUnit(unit, out var found) && !found.Generic
        ? null
        : new Refusal("unit-not-in-catalogue", field, $"没有单位“{unit}”。", $"There is no unit '{unit}'.");

    /// <summary>A plan that the content names, not the address.</summary>
    public static Refusal UnknownPlan(string plan) =>
        new("plan-not-in-catalogue", "plan", $"没有行动计划“{plan}”。", $"There is no plan '{plan}'.");
}
