using System.Globalization;
using Reporting.Catalogue;
using Reporting.Collecting;

namespace Reporting.Workbooks;

/// <summary>指标: the targets and commitments of the plans whose indicators the unit owes, then rows in which figures of its tasks can be given.</summary>
internal static class FigureSheet
{
    private const int FreeRows = 15;

    public static readonly SheetForm<EntryFigure> Form = new(
        "指标",
        "figures",
        "目标须逐项填报，没有数值的写明缺报原因；承诺事项有数的填，没有的可空。数值为年初至本期末累计数，空白不等于零。末尾空行可填其他任务的指标。",
        [
            Inputs.Obligation<EntryFigure>("该指标随哪一项任务报送。"),
            Inputs.Named<EntryFigure>(
                "指标",
                34,
                "indicator",
                new(ChoiceList.Indicators),
                row => row is { Entry: { } entry, Value: { } figure } ? Labels.OfIndicator(entry.Plan, figure.Indicator) : null,
                (f, v) => f with { Indicator = v })
                with { Weighs = false, IsOpen = row => !row.IsFixed, Prompt = "先选报送任务，再选该行动计划的指标。" },
            new("年度目标", 16, ColumnForm.Text, row => CellValue.Of(GoalOf(row))),
            new("上期累计", 14, ColumnForm.Text, row => CellValue.Of(row.Earlier is { Value: { } value } earlier ? Plain(value) + earlier.Unit : null)),
            Inputs.Number<EntryFigure>("本期累计", 13, "value", new(null, null, PercentUse.ByUnit), f => f.Value, (f, v) => f with { Value = v })
                with { Prompt = "年初至本期末累计数（产能、家数等填期末数），只填数，不带单位。" },
            Inputs.Named<EntryFigure>("计量单位", 10, "unit", new(ChoiceList.Measures, Open: true), row => row.Value?.Unit, (f, v) => f with { Unit = v })
                with { Weighs = false, Prompt = "可改为能精确换算的单位，如 万辆、辆。" },
            Inputs.Number<EntryFigure>("上年同期", 13, "lastYear", new(null, null, PercentUse.ByUnit), f => f.LastYear, (f, v) => f with { LastYear = v })
                with { Prompt = "上年同期累计数，单位与本期相同；不掌握的可空。" },
            Inputs.Number<EntryFigure>("同比增长（%）", 11, "growthPercent", new(null, null, PercentUse.Always), f => f.GrowthPercent, (f, v) => f with { GrowthPercent = v })
                with { Prompt = "本单位掌握的同比增速，最多两位小数；不掌握的可空。" },
            Inputs.Named<EntryFigure>(
                "数据性质",
                9,
                "preliminary",
                new(ChoiceList.FigureKinds),
                row => row.Value is { } figure ? EntryWords.OfFigure(figure.Preliminary) : null,
                (f, v) => f with { Preliminary = v != EntryWords.OfFigure(preliminary: false) })
                with { Weighs = false, Prompt = "快报：初步数；核定：已经核实的数。" },
            Inputs.Text<EntryFigure>("缺报原因", 30, "missingReason", f => f.MissingReason, (f, v) => f with { MissingReason = v })
                with { Prompt = "没有数值时必填，有数值时不填。" },
        ],
        RowsOf,
        new EntryFigure("", null, ""),
        Frozen: 2);

    private static IReadOnlyList<FormRow<EntryFigure>> RowsOf(UnitForm form) =>
    [
        .. form.Entries.Where(e => e.Task is null).SelectMany(e => IndicatorsOf(e.Plan).Select(id => Row(e, id))),
        .. form.Entries.Where(e => e.Task is not null).SelectMany(e => e.Shown.Figures.Select(f => new FormRow<EntryFigure>(e, f, Find(e.Earlier?.Content, f.Indicator), IsFixed: true))),
        .. Enumerable.Repeat(new FormRow<EntryFigure>(null, null, null, IsFixed: false), FreeRows),
    ];

    private static IEnumerable<string> IndicatorsOf(Plan plan) =>
        plan.Targets.Select(t => t.Id).Concat(plan.WorkItems.SelectMany(w => w.Commitments).Select(c => c.Id));

    private static FormRow<EntryFigure> Row(FormEntry entry, string id)
    {
        var earlier = Find(entry.Earlier?.Content, id);
        var unit = earlier?.Unit ?? Indicator.Find(entry.Plan, id)?.Unit ?? "";
        return new(entry, Find(entry.Shown, id) ?? new EntryFigure(id, null, unit), earlier, IsFixed: true);
    }

    private static EntryFigure? Find(EntryContent? content, string id) => content?.Figures.FirstOrDefault(f => f.Indicator == id);

    /// <summary>As the notice prints it: 突破2300亿元以上.</summary>
    private static string? GoalOf(FormRow<EntryFigure> row)
    {
        if (row is not { Entry.Plan: { } plan, Value.Indicator: { } id })
            return null;
        if (plan.Targets.FirstOrDefault(t => t.Id == id) is { } target)
            return target.Comparator + Range(target.Value, target.UpperValue) + target.Unit + target.ComparatorAfter;
        return plan.WorkItems.SelectMany(w => w.Commitments).FirstOrDefault(c => c.Id == id) is { } promised
            ? promised.Comparator + (promised.Value is { } value ? Range(value, promised.UpperValue) : "") + promised.Unit + promised.ComparatorAfter
            : null;
    }

    private static string Range(decimal value, decimal? upper) => upper is { } most ? $"{Plain(value)}—{Plain(most)}" : Plain(value);

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
