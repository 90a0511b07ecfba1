using Reporting.Catalogue;
using Reporting.Collecting;

namespace Reporting.Problems;

/// <summary>What the texts of a problem must keep to, and which unit may be named.</summary>
internal static class ProblemRules
{
    /// <summary>Of a question, an answer, evidence or a reason; with the problem's own text a version then fits into a row.</summary>
    private const int MostStepCharacters = 1_500;

    /// <summary>The cleaned text, or why it is none.</summary>
    public static Outcome<string> Text(string? text, string field)
    {
        var cleaned = EntryText.Cleaned(text);
        if (cleaned is null)
            return new Refusal("field-required", field, "此项必填。", "This cannot be left out.");
        return EntryText.CheckStored(cleaned, field, MostStepCharacters) is { } refused ? refused : cleaned;
    }

    /// <summary>Why a unit cannot be named; a generic one (有关省辖市政府) can answer nothing.</summary>
    public static Refusal? Unit(Programme programme, string unit, string field) => programme.TryGetUnit(unit, out var found) && !found.Generic
        ? null
        : new Refusal("unit-not-in-catalogue", field, $"没有单位“{unit}”。", $"There is no unit '{unit}'.");

    public static Refusal WrongState(ProblemRecord problem, string wanted, string wantedEn) => new(
        "wrong-state", null, $"问题现为“{NameOf(problem.State)}”，{wanted}。", $"The problem is {ReportingJson.NameOf(problem.State)}; {wantedEn}.");

    private static string NameOf(ProblemState state) => state switch
    {
        ProblemState.Open => "待交办",
        ProblemState.Asked => "办理中",
        ProblemState.Answered => "已答复",
        ProblemState.Closed => "已销号",
        _ => "已撤回",
    };
}
