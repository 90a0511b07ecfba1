using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>The tables of an issue over all plans, by industry group.</summary>
internal sealed class OverallTables(Snapshot snapshot, IReadOnlyList<PlanStanding> standings)
{
    private static readonly Phrase Nothing = Phrase.Plain("—");

    /// <summary>各计划主要指标: the figure that stands for the plan, against its target.</summary>
    public void Targets(Draft draft)
    {
        TableColumn[] columns =
        [
            new("行动计划", 2.6m),
            new("主要指标", 2.5m),
            new("年度目标", 2.45m, ColumnAlign.Centre),
            new("累计完成", 2.35m, ColumnAlign.Centre),
            new("完成率", 1.35m, ColumnAlign.Centre),
            new(snapshot.Issue.Period.Quarter == 4 ? "比目标\n（百分点）" : "比序时\n（百分点）", 2m, ColumnAlign.Centre),
            new("亮灯", 1.1m, ColumnAlign.Centre),
        ];
        draft.Table("各计划主要指标完成情况", columns, Grouped(columns.Length, TargetRow));
    }

    /// <summary>各计划任务亮灯和报送情况, with a line of totals.</summary>
    public void Tasks(Draft draft)
    {
        TableColumn[] columns =
        [
            new("行动计划", 2.6m),
            new("任务", 1m, ColumnAlign.Centre),
            new("绿灯", 1m, ColumnAlign.Centre),
            new("黄灯", 1m, ColumnAlign.Centre),
            new("红灯", 1m, ColumnAlign.Centre),
            new("未评价", 1.1m, ColumnAlign.Centre),
            new("应报", 1m, ColumnAlign.Centre),
            new("未报", 1m, ColumnAlign.Centre),
            new("报送率", 1.3m, ColumnAlign.Centre),
            new("按时率", 1.3m, ColumnAlign.Centre),
        ];
        List<TableRow> rows = [];
        foreach (var group in snapshot.Groups)
        {
            List<PlanStanding> members = [.. standings.Where(s => group.Plans.Contains(s.Plan.Id))];
            rows.Add(TaskRow(Cite.Printed(group.Id, "name", group.Name), members, emphasis: true));
            rows.AddRange(members.Select(s => TaskRow(Cite.Printed(s.Plan.Id, "industry", s.Plan.Industry), [s], emphasis: false)));
        }
        rows.Add(TaskRow(Phrase.Plain("合计"), standings, emphasis: true));
        draft.Table("各计划任务亮灯和报送情况", columns, rows);
    }

    /// <summary>请求协调的问题, by the body that is asked, most asked first.</summary>
    public void Problems(Draft draft, IReadOnlyList<RaisedProblem> problems)
    {
        var asked = ProblemSentences.ByBody(snapshot, problems);
        if (asked.Count == 0)
            return;
        TableColumn[] columns = [new("被请求单位", 2.6m), new("请求事项", 5.6m), new("反映单位", 3.6m)];
        string[] because = [.. Reasons.Of(problems)];
        draft.Table("请求协调的问题", columns, asked.SelectMany(g => g.Select((p, i) => new TableRow(
        [
            i == 0 ? Cite.UnitName(snapshot, g.Key) : TableCell.Continued,
            ProblemSentences.What(p),
            Raiser(p),
        ]).Because(because))), because);
    }

    private Phrase Raiser(RaisedProblem raised)
    {
        var industry = Cite.Printed(raised.Plan.Id, "industry", raised.Plan.Industry);
        var unit = Cite.UnitName(snapshot, raised.Report.Unit);
        return raised.Plan.Tasks.FirstOrDefault(t => t.Id == raised.Report.Task) is { } task
            ? Phrase.Of($"{unit}（{industry}{Cite.TaskNumber(raised.Plan.Id, task)}）")
            : $"{unit}（{industry}）";
    }

    private IEnumerable<TableRow> Grouped(int columns, Func<PlanStanding, TableRow> row)
    {
        foreach (var group in snapshot.Groups)
        {
            yield return new TableRow([new TableCell(Cite.Printed(group.Id, "name", group.Name), Span: columns)], Emphasis: true);
            foreach (var standing in standings.Where(s => group.Plans.Contains(s.Plan.Id)))
                yield return row(standing).Because([.. standing.Headline is { } target ? Reasons.Of(target) : []]);
        }
    }

    private static TableRow TargetRow(PlanStanding standing)
    {
        var industry = Cite.Printed(standing.Plan.Id, "industry", standing.Plan.Industry);
        if (standing.Headline is not { } target)
            return new TableRow([industry, new TableCell(Phrase.Plain("没有按年累计的目标"), Span: 6)]);
        var facts = target.Target;
        var value = TargetSentences.Value(target);
        return new TableRow(
        [
            industry,
            Phrase.Of($"{Cite.Printed(facts.Id, "indicator", facts.Indicator)}{(Words.Unverified(facts) ? "（待核）" : "")}"),
            TargetSentences.Goal(facts),
            value.IsEmpty ? Phrase.Plain(Why(standing, target)) : value,
            target.Completion is { } completion ? TargetSentences.ColumnCompletion(target, completion) : Nothing,
            target.Lead is { } lead ? PlanTables.SignedPoints(lead, TargetSentences.SourcesOf(target)) : Nothing,
            target.Light is { } light
                ? new TableCell(Cite.Computed("light", Words.Short(light), TargetSentences.SourcesOf(target)), light)
                : Nothing,
        ]);
    }

    private static string Why(PlanStanding standing, TargetStanding target) => (standing.Plan.Indicators, target.Figure) switch
    {
        ({ State: not ReportState.Accepted } report, _) => Words.Of(report),
        (_, null) => "未报",
        _ => "无数据",
    };

    private static TableRow TaskRow(Phrase name, IReadOnlyList<PlanStanding> standings, bool emphasis)
    {
        List<TaskStanding> tasks = [.. standings.SelectMany(s => s.Tasks)];
        var submission = new Submission([.. standings.SelectMany(s => s.Plan.Reports)]);
        var owed = Cite.Sources(submission.Owed);
        TableCell Lit(Light? light) => Cite.Count(tasks.Count(t => t.Light == light), "", owed);
        return new TableRow(
            [
                name,
                TaskSentences.Count(tasks, ""),
                Lit(Light.Green),
                Lit(Light.Yellow),
                Lit(Light.Red),
                Lit(null),
                Cite.Count(submission.Owed, ""),
                Cite.Count(submission.Missing.Count, "", owed),
                submission.Completeness is { } completeness ? Cite.Computed("percent", Numbers.ColumnPercent(completeness), owed) : Nothing,
                submission.Punctuality is { } punctuality ? Cite.Computed("percent", Numbers.ColumnPercent(punctuality), owed) : Nothing,
            ],
            emphasis).Because([.. owed, .. Reasons.Of(tasks)]);
    }
}
