using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>The tables of an issue on one plan.</summary>
internal sealed class PlanTables(Snapshot snapshot, PlanStanding standing)
{
    private static readonly Phrase Nothing = Phrase.Plain("—");
    private readonly PlanFacts plan = standing.Plan;

    /// <summary>主要指标完成情况; without the growth column where no figure of last year is known.</summary>
    public void Targets(Draft draft)
    {
        var grows = standing.Targets.Any(t => t.Growth is not null);
        List<TableColumn> columns =
        [
            new("指标", 2.6m),
            new("年度目标", 2.3m, ColumnAlign.Centre),
            new("累计完成", 2m, ColumnAlign.Centre),
            new("完成率", 1.4m, ColumnAlign.Centre),
            new(snapshot.Issue.Period.Quarter == 4 ? "比目标\n（百分点）" : "比序时\n（百分点）", 1.8m, ColumnAlign.Centre),
        ];
        if (grows)
            columns.Add(new TableColumn("同比", 1.4m, ColumnAlign.Centre));
        columns.Add(new TableColumn("亮灯", 1.1m, ColumnAlign.Centre));
        draft.Table("主要指标完成情况", columns, standing.Targets.Select(t => TargetRow(t, grows).Because([.. Reasons.Of(t)])));
    }

    /// <summary>重点任务进展: a row for each unit that leads; number and title stand in the task's first row.</summary>
    public void Tasks(Draft draft)
    {
        var share = snapshot.Dates.QuarterlyProfile[snapshot.Issue.Period.Quarter - 1];
        TableColumn[] columns =
        [
            new("序号", 0.9m, ColumnAlign.Centre),
            new("任务", 4.4m),
            new("牵头单位", 2.8m),
            new("完成进度", 1.4m, ColumnAlign.Centre),
            new("自评", 1.1m, ColumnAlign.Centre),
            new("亮灯", 1.1m, ColumnAlign.Centre),
        ];
        draft.Table(
            share >= 100m ? Phrase.Plain("重点任务进展").Because("calendar:quarterlyProfile") : $"重点任务进展（序时进度{Cite.Of("calendar:quarterlyProfile", Numbers.Plain(share) + "%")}）",
            columns,
            standing.Tasks.SelectMany(t => t.Reports.Select((r, i) => TaskRow(t.Task, r, first: i == 0).Because([.. Cite.Judged(r.Report)]))));
    }

    /// <summary>需关注的重点项目: not started, held up or behind with investment; in 万元 as posted. The others are counted in the text.</summary>
    public void Projects(Draft draft)
    {
        var watched = standing.Funnel.Watched(snapshot.Dates.QuarterlyProfile[snapshot.Issue.Period.Quarter - 1]);
        if (watched.Count == 0)
            return;
        var severalReport = ProjectSentences.Reporter(standing.Funnel.Projects) is null;
        var held = watched.Any(p => p.Update.Obstacle is not null);
        List<TableColumn> columns = [new("项目", severalReport ? 3.8m : 6m)];
        if (severalReport)
            columns.Add(new("报送单位", 2.8m));
        columns.AddRange(
        [
            new("阶段", 1.2m, ColumnAlign.Centre),
            new("年度计划\n投资（万元）", 1.9m, ColumnAlign.Right),
            new("累计完成\n（万元）", 1.9m, ColumnAlign.Right),
        ]);
        if (held)
            columns.Add(new("制约", 1m, ColumnAlign.Centre));
        var red = Cite.Of("rule:redBelow", Numbers.Percent(Rule.RedBelow * 100m));
        draft.Table($"需关注的重点项目（未开工、受要素制约或投资不到{(snapshot.Issue.Period.Quarter == 4 ? "年度计划" : "序时")}的{red}）", columns, watched.Select(p => ProjectRow(p, severalReport, held).Because([.. Reasons.Of(p), .. held ? [] : Reasons.Of(standing.Funnel)])), [.. Reasons.Of(standing.Funnel)]);
    }

    /// <summary>+3: places gained or lost.</summary>
    public static Run Signed(decimal change, IEnumerable<string> sources) =>
        Cite.Computed("difference", Sign(change) + Numbers.Plain(Math.Abs(change)), sources);

    /// <summary>+1.0, in percentage points.</summary>
    public static Run SignedPoints(decimal lead, IEnumerable<string> sources) =>
        Cite.Computed("difference", Sign(lead) + Numbers.Column(Math.Abs(lead)), sources);

    private static string Sign(decimal value) => value > 0m ? "+" : value < 0m ? "−" : "";

    private static TableRow TargetRow(TargetStanding target, bool grows)
    {
        var facts = target.Target;
        var value = TargetSentences.Value(target);
        List<TableCell> cells =
        [
            Phrase.Of($"{Cite.Printed(facts.Id, "indicator", facts.Indicator)}{(Words.Unverified(facts) ? "（待核）" : "")}"),
            TargetSentences.Goal(facts),
            value.IsEmpty ? Phrase.Plain(Missing(target)) : value,
            target.Completion is { } completion ? TargetSentences.ColumnCompletion(target, completion) : Nothing,
            target.Lead is { } lead ? SignedPoints(lead, TargetSentences.SourcesOf(target)) : Nothing,
        ];
        if (grows)
        {
            cells.Add(GrowthOf(target));
        }
        cells.Add(target.Light is { } light
            ? new TableCell(Cite.Computed("light", Words.Short(light), TargetSentences.SourcesOf(target)), light)
            : Nothing);
        return new TableRow(cells);
    }

    /// <summary>同比, signed; a dash where last year's figure is not known.</summary>
    public static Phrase GrowthOf(TargetStanding target) => target is { Growth: { } growth, Report: { } report }
        ? Cite.Computed(
            "growth",
            (growth < 0m ? "−" : "") + Numbers.ColumnPercent(Math.Abs(growth)),
            Cite.Source(report, $"figures[{target.Target.Id}].value"),
            Cite.Source(report, $"figures[{target.Target.Id}].lastYear"))
        : Nothing;

    private static string Missing(TargetStanding target) => target.Figure is null ? "未报" : "无数据";

    private TableRow TaskRow(TaskFacts task, ReportStanding standing, bool first)
    {
        var report = standing.Report;
        var id = $"{plan.Id}/{task.Id}";
        return new TableRow(
        [
            first ? Cite.Printed(id, "number", Numbers.Count(task.Number)) : TableCell.Continued,
            first ? Cite.Printed(id, "title", task.Title) : TableCell.Continued,
            Lead(snapshot, task, report),
            Percent(report),
            report.Content?.SelfRating is { } rating ? Cite.Said(report, "selfRating", Words.Of(rating)) : Nothing,
            standing.Light is { } light
                ? new TableCell(Cite.Computed("light", Words.Short(light), TaskSentences.LightSources(report)), light)
                : Phrase.Plain("未评价"),
        ]);
    }

    /// <summary>省工业和信息化厅; 有关省辖市政府（省工业和信息化厅代报） where another reports for a lead that is nobody in particular.</summary>
    public static Phrase Lead(Snapshot snapshot, TaskFacts task, ReportFacts report) => task.LeadUnits.Contains(report.Unit, StringComparer.Ordinal)
        ? Phrase.Traced(Cite.UnitName(snapshot, report.Unit))
        : $"{Phrase.Join("、", task.LeadUnits.Select(u => Phrase.Traced(Cite.UnitName(snapshot, u))))}（{Cite.UnitName(snapshot, report.Unit)}代报）";

    public static Phrase Percent(ReportFacts report) => report switch
    {
        { Content.Percent: { } percent } => Cite.Said(report, "percent", Numbers.Exact(percent) + "%"),
        { State: ReportState.Accepted } => Phrase.Plain("未填"),
        _ => Phrase.Plain(Words.Of(report)),
    };

    private TableRow ProjectRow(ProjectStanding project, bool severalReport, bool held)
    {
        Phrase Amount(decimal? value, string field) =>
            value is { } amount ? Cite.Said(project.Report, $"projects[{project.Update.Project}].{field}", Numbers.Exact(amount)) : Nothing;
        List<TableCell> cells = [ProjectSentences.Cited(project.Project)];
        if (severalReport)
            cells.Add(Cite.UnitName(snapshot, project.Report.Unit));
        cells.Add(Cite.Said(project.Report, $"projects[{project.Update.Project}].stage", Words.Of(project.Update.Stage)));
        cells.Add(Amount(project.Update.PlannedInvestment, "plannedInvestment"));
        cells.Add(Amount(project.Update.CumulativeInvestment, "cumulativeInvestment"));
        if (held)
        {
            cells.Add(project.Update.Obstacle is { } obstacle
                ? Cite.Said(project.Report, $"projects[{project.Update.Project}].obstacle", Words.Of(obstacle))
                : Nothing);
        }
        return new TableRow(cells);
    }
}
