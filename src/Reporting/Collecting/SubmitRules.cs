using Reporting.Catalogue;

namespace Reporting.Collecting;

/// <summary>What an entry must have when it is handed over: it is complete, and what is implausible is explained in its note.</summary>
internal static class SubmitRules
{
    public static IEnumerable<Refusal> Check(EntryContent content, OwedEntry owed, IReadOnlyList<Warning> warnings)
    {
        var missing = owed.Key.Task is null ? MissingIndicators(content, owed.Plan) : MissingFields(content);
        return content.Note is null ? missing.Concat(warnings.Select(NoteRequired)) : missing;
    }

    private static IEnumerable<Refusal> MissingFields(EntryContent content)
    {
        if (content.SelfRating is null)
            yield return Required("selfRating", "提交前须自评。", "Rate the progress before submitting.");
        if (content.Percent is null)
            yield return Required("percent", "提交前须填写完成比例。", "Give the percentage before submitting.");
        if (content.Progress is null)
            yield return Required("progress", "提交前须填写进展情况。", "Describe the progress before submitting.");
    }

    private static IEnumerable<Refusal> MissingIndicators(EntryContent content, Plan plan) =>
        plan.Targets.Where(t => content.Figures.All(f => f.Indicator != t.Id)).Select(t => new Refusal(
            "indicator-missing",
            "figures",
            $"缺少目标“{t.Indicator}”（{t.Id}）；没有数值时请写明原因。",
            $"Target {t.Id} is missing; give a value or a reason for its absence."));

    private static Refusal Required(string field, string zh, string en) => new("field-required", field, zh, en);

    private static Refusal NoteRequired(Warning warning) =>
        new("note-required", warning.Field, $"{warning.DetailZh}情况属实的，请在 note 中说明。", $"{warning.DetailEn} If it is right, explain it in note.");
}
