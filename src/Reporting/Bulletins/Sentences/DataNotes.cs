using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;

namespace Reporting.Bulletins.Sentences;

/// <summary>数据说明: what a reader must know to use the figures, and only what concerns this issue.</summary>
internal sealed class DataNotes(Snapshot snapshot, IReadOnlyList<PlanStanding> standings)
{
    public Phrase Paragraph()
    {
        List<Phrase> notes =
        [
            Cutoff(), Schedule(), Preliminary(), Unverified(), Undecided(), Rows(MarkKind.Reconstructed, "在通知中排印有误，按校核后的文字列示"), Rows(MarkKind.NeedsDecision, "的有关内容待核实"), Unconfirmed(), Signed(),
        ];
        return $"数据说明：{Phrase.Join("", notes.Where(n => !n.IsEmpty))}";
    }

    private Phrase Cutoff() =>
        $"数据取自截至{Cite.Of("snapshot:frozenAt", Numbers.Date(Reporting.Schedule.BeijingTime.DateOf(snapshot.FrozenAt)))}审核采用的报送材料。";

    private Phrase Signed() => snapshot.Signing is { Automatic: true }
        ? Phrase.Plain("本期在规定期限内未经人工签发，按规定以办公室名义自动签发。")
        : Phrase.Empty;

    /// <summary>The rule by which lights are computed, with the share due.</summary>
    private Phrase Schedule()
    {
        var share = Cite.Of("calendar:quarterlyProfile", Numbers.Plain(snapshot.Dates.QuarterlyProfile[snapshot.Issue.Period.Quarter - 1]) + "%");
        var red = Cite.Of("rule:redBelow", Numbers.Percent(Rule.RedBelow * 100m));
        var yellow = Cite.Of("rule:yellowBelow", Numbers.Percent(Rule.YellowBelow * 100m));
        return $"序时进度为{share}。完成进度与序时进度之比低于{red}或自评受阻的，亮红灯；低于{yellow}或自评滞后的，亮黄灯；其余亮绿灯；逾期未报的，亮红灯。多个单位牵头的任务，按已报送单位中最差的亮灯。";
    }

    private Phrase Unconfirmed()
    {
        List<ProjectFacts> projects = [.. standings.SelectMany(s => s.Funnel.Unconfirmed)];
        return projects.Count == 0
            ? Phrase.Empty
            : $"报送的重点项目中有{Cite.Count(projects.Count, "个", projects.Select(ProjectSentences.NameSource))}未经办公室核定，未计入。";
    }

    private Phrase Preliminary()
    {
        var figures = standings.SelectMany(s => s.Targets).Where(t => t.Figure?.Value is not null).ToList();
        var preliminary = figures.Where(t => t.Figure is { Preliminary: true }).ToList();
        if (preliminary.Count == 0)
            return Phrase.Empty;
        return preliminary.Count == figures.Count
            ? Phrase.Plain("主要指标均为快报数，以年报数为准。")
            : $"{Count(preliminary)}主要指标为快报数，以年报数为准。";
    }

    private Phrase Unverified()
    {
        var doubtful = standings.SelectMany(s => s.Targets.Select(t => (s.Plan, t.Target))).Where(t => Words.Unverified(t.Target)).ToList();
        if (doubtful.Count == 0)
            return Phrase.Empty;
        var across = snapshot.Plans.Count > 1;
        var names = Phrase.Join("、", doubtful.Select(t => Phrase.Of(
            $"{(across && !t.Target.Indicator.StartsWith(t.Plan.Industry, StringComparison.Ordinal) ? Phrase.Traced(Cite.Printed(t.Plan.Id, "industry", t.Plan.Industry)) : Phrase.Empty)}{Cite.Printed(t.Target.Id, "indicator", t.Target.Indicator)}")));
        return $"{names}的规划增速与目标值不一致，标注“待核”，以目标值计算进度。";
    }

    private Phrase Undecided()
    {
        if (standings is not [var standing])
            return Phrase.Empty;
        var open = standing.Plan.Targets.Where(t => t.Marks.Any(m => m.Kind == MarkKind.NeedsDecision)).ToList();
        return open.Count == 0 ? Phrase.Empty
            : $"{Phrase.Join("、", open.Select(t => Phrase.Traced(Cite.Printed(t.Id, "indicator", t.Indicator))))}的统计口径待核定。";
    }

    /// <summary>Only for an issue of one plan; over all plans such rows are no figures of the issue.</summary>
    private Phrase Rows(MarkKind kind, string what)
    {
        if (standings is not [var standing])
            return Phrase.Empty;
        var rows = standing.Tasks.Select(t => t.Task).Where(t => t.Marks.Any(m => m.Kind == kind)).ToList();
        return rows.Count == 0 ? Phrase.Empty
            : rows.Count == standing.Tasks.Count ? Phrase.Plain($"各项任务{what}。")
            : $"{Phrase.Join("、", Ranges(standing.Plan.Id, rows))}{what}。";
    }

    /// <summary>任务2至任务5、任务8: neighbours in number drawn together from three on.</summary>
    private static IEnumerable<Phrase> Ranges(string plan, List<TaskFacts> rows)
    {
        foreach (var run in rows.Select((task, i) => (task, Key: task.Number - i)).GroupBy(x => x.Key, x => x.task))
        {
            List<TaskFacts> tasks = [.. run];
            if (tasks.Count < 3)
            {
                foreach (var task in tasks)
                    yield return Cite.TaskNumber(plan, task);
            }
            else
            {
                yield return $"{Cite.TaskNumber(plan, tasks[0])}至{Cite.TaskNumber(plan, tasks[^1])}";
            }
        }
    }

    private static Run Count(List<TargetStanding> targets) =>
        Cite.Count(targets.Count, "项", targets.SelectMany(TargetSentences.SourcesOf));
}
