using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Reporting.Catalogue;
using Reporting.Collecting;

namespace Reporting.Workbooks.Writing;

/// <summary>清单, hidden: what the drop-down lists offer, a column for each, and the rules that point to them.</summary>
internal sealed class ListSheet
{
    public const string Name = "清单";

    private readonly List<(string Header, IReadOnlyList<string> Values)> columns = [];
    private readonly Dictionary<ChoiceList, int> places = [];

    public ListSheet(UnitForm form)
    {
        Add(ChoiceList.Ratings, "自评", Words<SelfRating>(EntryWords.Of));
        Add(ChoiceList.ProblemKinds, "问题类别", Words<ProblemKind>(EntryWords.Of));
        Add(ChoiceList.Stages, "形象进度", Words<ProjectStage>(EntryWords.Of));
        Add(ChoiceList.FigureKinds, "数据性质", [EntryWords.OfFigure(preliminary: true), EntryWords.OfFigure(preliminary: false)]);
        Add(ChoiceList.Obligations, "报送任务", [.. form.Entries.Select(Labels.Of)]);
        Add(ChoiceList.Units, "单位", [.. form.Programme.Units.Select(u => u.Name)]);
        Add(ChoiceList.Measures, "计量单位", [.. form.Plans.SelectMany(Measures).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal)]);
        AddByPlan(ChoiceList.Projects, "项目", form.Plans, plan => form.Entries.First(e => e.Plan == plan).Projects.Select(Labels.Of));
        AddByPlan(ChoiceList.Indicators, "指标", form.Plans, plan =>
            plan.Targets.Select(Labels.Of).Concat(plan.WorkItems.SelectMany(w => w.Commitments).Select(Labels.Of)));
    }

    public Worksheet Make()
    {
        var writer = new SheetWriter([.. columns.Select(_ => 24d)]);
        writer.Row([.. columns.Select(c => (CellValue.Of(c.Header), CellStyle.Plain))]);
        for (var i = 0; i < columns.Max(c => c.Values.Count); i++)
            writer.Row([.. columns.Select(c => (i < c.Values.Count ? CellValue.Of(c.Values[i]) : CellValue.Blank, CellStyle.Plain))]);
        return writer.Finish((0, 0));
    }

    /// <param name="keyCell">For lists that depend on the row's plan: the address of its obligation, e.g. <c>$A4</c>.</param>
    public DataValidation Rule(ColumnForm.ChoiceForm form, string keyCell) => new(new Formula1(FormulaOf(form.List, keyCell)))
    {
        Type = DataValidationValues.List,
        ShowErrorMessage = !form.Open,
        ErrorTitle = "请从列表中选择",
        Error = "本栏只能填写下拉列表中的内容。",
    };

    private string FormulaOf(ChoiceList list, string keyCell)
    {
        var place = places[list];
        var letters = CellReference.Letters(place);
        var last = Math.Max(columns[place - 1].Values.Count, 1) + 1;
        if (list is not (ChoiceList.Projects or ChoiceList.Indicators))
            return string.Create(CultureInfo.InvariantCulture, $"'{Name}'!${letters}$2:${letters}${last}");
        // The rows of one plan stand together, its id in the column before.
        var plans = $"'{Name}'!${CellReference.Letters(place - 1)}:${CellReference.Letters(place - 1)}";
        var plan = $"LEFT({keyCell},FIND(\"/\",{keyCell})-1)";
        return $"OFFSET('{Name}'!${letters}$1,MATCH({plan},{plans},0)-1,0,COUNTIF({plans},{plan}),1)";
    }

    private static string[] Words<T>(Func<T, string> wordOf)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(wordOf)];

    private static IEnumerable<string> Measures(Plan plan) =>
        plan.Targets.Select(t => t.Unit).Concat(plan.WorkItems.SelectMany(w => w.Commitments).Select(c => c.Unit).OfType<string>());

    private void Add(ChoiceList list, string header, IReadOnlyList<string> values)
    {
        columns.Add((header, values));
        places.Add(list, columns.Count);
    }

    private void AddByPlan(ChoiceList list, string header, IReadOnlyList<Plan> plans, Func<Plan, IEnumerable<string>> valuesOf)
    {
        var rows = plans.SelectMany(plan => valuesOf(plan).Select(value => (plan.Id, Value: value))).ToList();
        columns.Add(("行动计划", [.. rows.Select(r => r.Id)]));
        Add(list, header, [.. rows.Select(r => r.Value)]);
    }
}
