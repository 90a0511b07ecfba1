using Reporting.Collecting;

namespace Reporting.Workbooks;

/// <summary>重点项目: stage and investment of the projects that the unit reports with its tasks.</summary>
internal static class ProjectSheet
{
    private const int FewestFreeRows = 20;

    private static readonly ColumnForm.NumberForm Money = new(0, null, PercentUse.Never, Grouped: true);

    public static readonly SheetForm<ProjectUpdate> Form = new(
        "重点项目",
        "projects",
        "每行填一个项目。上期已报项目连同形象进度、年度计划投资预先列出，请核对更新；累计完成投资须重新填写，单位均为万元。",
        [
            Inputs.Obligation<ProjectUpdate>("该项目随哪一项任务报送。"),
            Inputs.Named<ProjectUpdate>(
                "项目",
                38,
                "project",
                new(ChoiceList.Projects),
                row => row is { Entry: { } entry, Value: { } update } ? Labels.OfProject(entry, update.Project) : null,
                (p, v) => p with { Project = v })
                with { Prompt = "先选报送任务，再选该行动计划的项目。" },
            new("上期形象进度", 9, ColumnForm.Text, row => CellValue.Of(row.Earlier is { } earlier ? EntryWords.Of(earlier.Stage) : null)),
            new("上期计划投资（万元）", 12, Money, row => CellValue.Of(row.Earlier?.PlannedInvestment)),
            new("上期累计投资（万元）", 12, Money, row => CellValue.Of(row.Earlier?.CumulativeInvestment)),
            Inputs.Word<ProjectUpdate, ProjectStage>("形象进度", 9, "stage", ChoiceList.Stages, EntryWords.Of, p => p.Stage, (p, v) => p with { Stage = v ?? p.Stage })
                with { Required = true, Prompt = "从下拉列表中选择：未开工、在建、竣工、投产。" },
            Inputs.Number<ProjectUpdate>("年度计划投资（万元）", 13, "plannedInvestment", Money, p => p.PlannedInvestment, (p, v) => p with { PlannedInvestment = v })
                with { Prompt = "当年计划完成的投资，单位万元。" },
            Inputs.Number<ProjectUpdate>("累计完成投资（万元）", 13, "cumulativeInvestment", Money, p => p.CumulativeInvestment, (p, v) => p with { CumulativeInvestment = v })
                with { Prompt = "年初至本期末累计完成的投资，单位万元；确无投资填0。" },
            Inputs.Word<ProjectUpdate, ProblemKind>("制约因素", 9, "obstacle", ChoiceList.ProblemKinds, EntryWords.Of, p => p.Obstacle, (p, v) => p with { Obstacle = v })
                with { Prompt = "制约项目推进的主要因素；没有可空。" },
            Inputs.Text<ProjectUpdate>("备注", 30, "note", p => p.Note, (p, v) => p with { Note = v }),
        ],
        RowsOf,
        new ProjectUpdate("", default, null, null),
        Frozen: 2);

    private static IReadOnlyList<FormRow<ProjectUpdate>> RowsOf(UnitForm form)
    {
        var shown = form.Entries
            .SelectMany(e => e.Shown.Projects.Select(p => new FormRow<ProjectUpdate>(e, p, e.Earlier?.Content.Projects.FirstOrDefault(x => x.Project == p.Project), IsFixed: false)))
            .ToList();
        // Room for every project of the unit's plans once, which is what one unit at most has to say about.
        var free = Math.Max(FewestFreeRows, form.Plans.Sum(p => p.Projects.Count) - shown.Count);
        return [.. shown, .. Enumerable.Repeat(new FormRow<ProjectUpdate>(null, null, null, IsFixed: false), free)];
    }
}
