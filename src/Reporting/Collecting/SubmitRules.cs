using System.Globalization;
using Reporting.Catalogue;

namespace Reporting.Collecting;

/// <summary>What an entry must have when it is handed over: it is complete, and what is implausible is explained in its note.</summary>
internal static class SubmitRules
{
    /// <param name="earlier">The unit's last accepted entry of the same year; null when there is none.</param>
    public static IEnumerable<Refusal> Check(EntryContent content, OwedEntry owed, Entry? earlier)
    {
        var missing = owed.Key.Task is null ? MissingIndicators(content, owed.Plan) : MissingFields(content);
        return earlier is null || content.Note is not null ? missing : missing.Concat(Falling(content, earlier.Content, owed.Plan, earlier.Key.Period.ToString()));
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

    private static IEnumerable<Refusal> Falling(EntryContent content, EntryContent earlier, Plan plan, string period)
    {
        if (content.Percent < earlier.Percent)
            yield return Note("percent", earlier.Percent.Value, "%", period);
        for (var i = 0; i < content.Figures.Count; i++)
        {
            var figure = content.Figures[i];
            var before = earlier.Figures.FirstOrDefault(f => f.Indicator == figure.Indicator);
            if (Indicator.Find(plan, figure.Indicator) is { Kind: IndicatorKind.Flow, Unit: { } unit }
                && figure.Value is { } value && before?.Value is { } valueBefore
                && FigureUnits.TryConvert(value, figure.Unit, unit, out var now)
                && FigureUnits.TryConvert(valueBefore, before.Unit, unit, out var then)
                && now < then)
            {
                yield return Note($"figures[{i}].value", then, unit, period);
            }
        }
    }

    private static Refusal Required(string field, string zh, string en) => new("field-required", field, zh, en);

    private static Refusal Note(string field, decimal before, string unit, string period)
    {
        var was = before.ToString("0.######", CultureInfo.InvariantCulture) + unit;
        return new Refusal("note-required", field, $"累计数低于{period}已采用的{was}，请在 note 中说明。", $"The cumulative value is below {was}, accepted in {period}; explain it in note.");
    }
}
