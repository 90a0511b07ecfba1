using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;

namespace Reporting.Bulletins.Sentences;

/// <summary>The tables of a half-year summary: the two quarters beside each other.</summary>
internal sealed class HalfYearTables(Snapshot snapshot, PlanStanding standing)
{
    private static readonly Phrase Nothing = Phrase.Plain("—");
    private readonly string planId = standing.Plan.Id;

    public void Targets(Draft draft)
    {
        TableColumn[] columns =
        [
            new("指标", 1.9m),
            new("年度目标", 2.35m, ColumnAlign.Centre),
            new("一季度", 1.95m, ColumnAlign.Centre),
            new("二季度", 1.95m, ColumnAlign.Centre),
            new("上半年\n累计", 2.15m, ColumnAlign.Centre),
            new("完成率", 1.3m, ColumnAlign.Centre),
            new("比序时\n（百分点）", 1.25m, ColumnAlign.Centre),
            new("亮灯", 1.1m, ColumnAlign.Centre),
        ];
        draft.Table("主要指标上半年完成情况", columns, standing.Targets.Select(t => TargetRow(t).Because([.. Reasons.Of(t)])));
    }

    public void Tasks(Draft draft)
    {
        TableColumn[] columns =
        [
            new("序号", 0.9m, ColumnAlign.Centre),
            new("任务", 3.9m),
            new("牵头单位", 2.9m),
            new("一季度\n进度", 1.3m, ColumnAlign.Centre),
            new("上半年\n进度", 1.3m, ColumnAlign.Centre),
            new("一季度\n亮灯", 1.5m, ColumnAlign.Centre),
            new("上半年\n亮灯", 1.5m, ColumnAlign.Centre),
        ];
        var profile = snapshot.Dates.QuarterlyProfile;
        var quarter = snapshot.Issue.Period.Quarter;
        var first = Cite.Of("calendar:quarterlyProfile", Numbers.Plain(profile[0]) + "%");
        var now = Cite.Of("calendar:quarterlyProfile", Numbers.Plain(profile[quarter - 1]) + "%");
        draft.Table(
            $"重点任务上半年进展（序时进度：一季度{first}，上半年{now}）",
            columns,
            standing.Tasks.SelectMany(t => t.Reports.Select((r, i) => TaskRow(t.Task, r, first: i == 0).Because([.. Cite.Judged(r.Report), .. Cite.JudgedBefore(r.Report)]))));
    }

    private static TableRow TargetRow(TargetStanding target)
    {
        var facts = target.Target;
        var value = TargetSentences.Value(target);
        var field = $"figures[{facts.Id}].value";
        return new TableRow(
        [
            Phrase.Of($"{Cite.Printed(facts.Id, "indicator", facts.Indicator)}{(Words.Unverified(facts) ? "（待核）" : "")}"),
            TargetSentences.Goal(facts),
            target.Before is { } before ? Cite.Said(before.Entry, field, Numbers.Exact(before.Value) + before.Unit) : Nothing,
            target is { Added: { } added, Before: { } then, Report: { } report, Figure: { } figure }
                ? Cite.Computed("difference", Minus(added) + figure.Unit, Cite.Source(report, field), Cite.Source(then.Entry, field))
                : Nothing,
            value.IsEmpty ? Phrase.Plain(target.Figure is null ? "未报" : "无数据") : value,
            target.Completion is { } completion ? TargetSentences.ColumnCompletion(target, completion) : Nothing,
            target.Lead is { } lead ? PlanTables.SignedPoints(lead, TargetSentences.SourcesOf(target)) : Nothing,
            target.Light is { } light
                ? new TableCell(Cite.Computed("light", Words.Short(light), TargetSentences.SourcesOf(target)), light)
                : facts.Kind == IndicatorKind.Flow ? Phrase.Plain("未评价") : Nothing,
        ]);
    }

    private TableRow TaskRow(TaskFacts task, ReportStanding standing, bool first)
    {
        var report = standing.Report;
        var earlier = report.Earlier is [.., var last] ? last : null;
        var id = $"{planId}/{task.Id}";
        return new TableRow(
        [
            first ? Cite.Printed(id, "number", Numbers.Count(task.Number)) : TableCell.Continued,
            first ? Cite.Printed(id, "title", task.Title) : TableCell.Continued,
            PlanTables.Lead(snapshot, task, report),
            earlier is { Entry: { } entry, Percent: { } then } ? Cite.Said(entry, "percent", Numbers.Exact(then) + "%") : Phrase.Plain(Was(earlier)),
            report.Content?.Percent is { } now
                ? Cite.Said(report, "percent", Numbers.Exact(now) + "%")
                : Phrase.Plain(report.State == ReportState.Accepted ? "未填" : Words.Of(report)),
            Earlier(standing, earlier),
            standing.Light is { } light
                ? new TableCell(Cite.Computed("light", Words.Short(light), TaskSentences.LightSources(report)), light)
                : Phrase.Plain("未评价"),
        ]);
    }

    /// <summary>A quarter that was red and has been caught up since is shown yellow, with its history.</summary>
    private static TableCell Earlier(ReportStanding standing, EarlierReport? earlier)
    {
        if (standing.Before is not { } light)
            return earlier is null ? Nothing : Phrase.Plain("未评价");
        string[] sources = earlier?.Entry is { } entry ? [Cite.Source(entry, "percent"), Cite.Source(entry, "selfRating")] : [Cite.Source(standing.Report, "percent")];
        return standing.CaughtUp
            ? new TableCell(Cite.Computed("light", "黄（原红）", sources), Light.Yellow)
            : new TableCell(Cite.Computed("light", Words.Short(light), sources), light);
    }

    private static string Was(EarlierReport? earlier) => earlier switch
    {
        null => "—",
        { State: ReportState.Missing } => "未报",
        { State: ReportState.Unreviewed } => "已报未审",
        { State: ReportState.Returned } => "退回",
        _ => "未填",
    };

    private static string Minus(decimal value) => (value < 0m ? "−" : "") + Numbers.Plain(Math.Abs(value));
}
