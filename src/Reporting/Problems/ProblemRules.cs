namespace Reporting.Problems;

/// <summary>What the texts of a problem must keep to, and what its state forbids.</summary>
internal static class ProblemRules
{
    /// <summary>Of a question, an answer, evidence or a reason; with the problem's own text a version then fits into a row.</summary>
    private const int MostStepCharacters = 1_500;

    /// <summary>The cleaned text, or why it is none.</summary>
    public static Outcome<string> Text(string? text, string field) => RecordRules.RequiredText(text, field, MostStepCharacters);

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
