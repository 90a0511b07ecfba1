using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>The tables of a year's summary: the quarters beside each other, cumulative as they were posted.</summary>
internal sealed class AnnualTables(Snapshot snapshot, PlanStanding standing)
{
    private static readonly Phrase Nothing = Phrase.Plain("—");
    private readonly string planId = standing.Plan.Id;
    private readonly IReadOnlyList<Period> earlier = [.. Enumerable.Range(1, snapshot.Issue.Period.Quarter - 1).Select(q => new Period(snapshot.Issue.Period.Year, q))];

    /// <summary>主要指标全年完成情况; each column is cumulative from January.</summary>
    public void Targets(Draft draft)
    {
        var grows = standing.Targets.Any(t => t.Growth is not null);
        List<TableColumn> columns =
        [
            new("指标", 2m),
            new("年度目标", 2.1m, ColumnAlign.Centre),
            .. earlier.Select(p => new TableColumn(Words.SinceJanuary(p), 1.7m, ColumnAlign.Centre)),
            new("全年", 1.8m, ColumnAlign.Centre),
            new("完成率", 1.3m, ColumnAlign.Centre),
        ];
        if (grows)
            columns.Add(new TableColumn("同比", 1.3m, ColumnAlign.Centre));
        draft.Table("主要指标全年完成情况（累计数）", columns, standing.Targets.Select(t => TargetRow(t, grows).Because([.. Reasons.Of(t)])));
    }

    /// <summary>重点任务全年进展: a row for each unit that leads.</summary>
    public void Tasks(Draft draft)
    {
        List<TableColumn> columns =
        [
            new("序号", 0.9m, ColumnAlign.Centre),
            new("任务", 3.6m),
            new("牵头单位", 2.6m),
            .. earlier.Select(p => new TableColumn(Words.SinceJanuary(p), 1.2m, ColumnAlign.Centre)),
            new("全年", 1.2m, ColumnAlign.Centre),
            new("亮灯", 1.1m, ColumnAlign.Centre),
        ];
        draft.Table("重点任务全年进展", columns, standing.Tasks.SelectMany(t => t.Reports.Select((r, i) => TaskRow(t.Task, r, first: i == 0).Because([.. Cite.Judged(r.Report)]))));
    }

    /// <summary>各季度报送情况.</summary>
    public void Reporting(Draft draft)
    {
        TableColumn[] columns =
        [
            new("季度", 1.6m),
            new("应报", 1m, ColumnAlign.Centre),
            new("按时", 1m, ColumnAlign.Centre),
            new("逾期", 1m, ColumnAlign.Centre),
            new("未报", 1m, ColumnAlign.Centre),
            new("按时率", 1.2m, ColumnAlign.Centre),
        ];
        draft.Table("各季度报送情况（份）", columns, new YearRecord(standing.Plan).Quarters.Select(g => QuarterRow(g.Key, [.. g])));
    }

    private static TableRow QuarterRow(Period period, List<YearReport> reports)
    {
        string[] sources = [.. Cite.Sources(reports)];
        Run Count(Func<YearReport, bool> chosen) => Cite.Count(reports.Count(chosen), "", sources);
        return new TableRow(
        [
            Phrase.Plain(Words.Quarter(period)),
            Count(_ => true),
            Count(YearRecord.IsOnTime),
            Count(YearRecord.IsLate),
            Count(YearRecord.IsMissing),
            Cite.Computed("percent", Numbers.ColumnPercent(Rule.Percent(reports.Count(YearRecord.IsOnTime), reports.Count)), sources),
        ]);
    }

    private TableRow TargetRow(TargetStanding target, bool grows)
    {
        var facts = target.Target;
        var value = TargetSentences.Value(target);
        List<TableCell> cells =
        [
            Phrase.Of($"{Cite.Printed(facts.Id, "indicator", facts.Indicator)}{(Words.Unverified(facts) ? "（待核）" : "")}"),
            TargetSentences.Goal(facts),
            .. earlier.Select(p => new TableCell(Earlier(facts, p))),
            value.IsEmpty ? Phrase.Plain(target.Figure is null ? "未报" : "无数据") : value,
            target.Completion is { } completion ? TargetSentences.ColumnCompletion(target, completion) : Nothing,
        ];
        if (grows)
            cells.Add(PlanTables.GrowthOf(target));
        return new TableRow(cells);
    }

    /// <summary>The figure of an earlier quarter as it stands now, whether the year's own report is accepted or not.</summary>
    private Phrase Earlier(TargetFacts target, Period period)
    {
        var report = standing.Plan.Indicators?.Earlier.FirstOrDefault(e => e.Period == period);
        return report is { Entry: { } entry } && report.Figures.FirstOrDefault(f => f.Indicator == target.Id) is { Value: { } value } figure
            ? Cite.Said(entry, $"figures[{target.Id}].value", Numbers.Exact(value) + figure.Unit)
            : Nothing;
    }

    private TableRow TaskRow(TaskFacts task, ReportStanding standing, bool first)
    {
        var report = standing.Report;
        var id = $"{planId}/{task.Id}";
        return new TableRow(
        [
            first ? Cite.Printed(id, "number", Numbers.Count(task.Number)) : TableCell.Continued,
            first ? Cite.Printed(id, "title", task.Title) : TableCell.Continued,
            PlanTables.Lead(snapshot, task, report),
            .. earlier.Select(p => new TableCell(Percent(report.Earlier.FirstOrDefault(e => e.Period == p)))),
            PlanTables.Percent(report),
            standing.Light is { } light
                ? new TableCell(Cite.Computed("light", Words.Short(light), TaskSentences.LightSources(report)), light)
                : Phrase.Plain("未评价"),
        ]);
    }

    private static Phrase Percent(EarlierReport? report) => report switch
    {
        { Entry: { } entry, Percent: { } percent } => Cite.Said(entry, "percent", Numbers.Exact(percent) + "%"),
        { State: ReportState.Missing } => Phrase.Plain("未报"),
        { State: ReportState.Unreviewed } => Phrase.Plain("未审"),
        _ => Nothing,
    };
}
