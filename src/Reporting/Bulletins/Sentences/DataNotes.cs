using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>数据说明: what a reader must know to use the figures, and only what concerns this issue.</summary>
internal sealed class DataNotes(Snapshot snapshot, IReadOnlyList<PlanStanding> standings)
{
    public Phrase Paragraph() => Of(
        Cutoff(),
        Schedule(),
        Late().Because(standings.SelectMany(s => Cite.Sources(s.Submission.Owed))),
        Supplied(),
        Preliminary().Because(standings.SelectMany(s => Reasons.Of(s.Targets))),
        Unverified(),
        Undecided(),
        Rows(MarkKind.Reconstructed, "的牵头单位、参加单位按通知附件表格分栏整理，以通知原文为准"),
        Undetermined(),
        Unconfirmed());

    /// <summary>Where the issue tells of sites and projects and judges no task.</summary>
    public Phrase OfInspection() => Of(
        Phrase.Of($"检查情况据截至{Date()}的办公室检查记录，项目数据取自审核采用的报送材料。"),
        Unconfirmed());

    /// <summary>Where the issue only compares what was published with what stands.</summary>
    public Phrase OfCorrection() => Of(Phrase.Of($"“应为”之后的数据取自截至{Date()}审核采用的报送材料。"));

    /// <param name="preliminary">How many of the zones' figures are 快报.</param>
    public Phrase OfRanking(Phrase preliminary) => Of(Phrase.Of($"排名依据截至{Date()}的办公室记录。{preliminary}"));

    private Phrase Of(params IEnumerable<Phrase> notes) => $"数据说明：{Phrase.Join("", notes.Append(Signed()).Where(n => !n.IsEmpty))}";

    private Phrase Cutoff() => $"数据取自截至{Date()}审核采用的报送材料。";

    private Run Date() => Cite.Of("snapshot:frozenAt", Numbers.Date(BeijingTime.DateOf(snapshot.FrozenAt)));

    private Phrase Signed() => snapshot.Signing is { Automatic: true }
        ? Phrase.Plain("本期逾签发期限，按规定以办公室名义自动签发。")
        : Phrase.Empty;

    /// <summary>The rule by which lights are computed, with the share due.</summary>
    private Phrase Schedule()
    {
        var share = Cite.Of("calendar:quarterlyProfile", Numbers.Plain(snapshot.Dates.QuarterlyProfile[snapshot.Issue.Period.Quarter - 1]) + "%");
        var red = Cite.Of("rule:redBelow", Numbers.Percent(Rule.RedBelow * 100m));
        var yellow = Cite.Of("rule:yellowBelow", Numbers.Percent(Rule.YellowBelow * 100m));
        Phrase several = standings.Any(s => s.Tasks.Any(t => t.Reports.Count > 1))
            ? Phrase.Plain("多个单位牵头的任务，按已报送单位中最低一档亮灯。")
            : Phrase.Empty;
        // At the year's end the pace is the whole, and a light says how much of it is done.
        return snapshot.Issue.Period.Quarter == 4
            ? Phrase.Of($"年末应完成{share}；完成率低于{red}、自评受阻或逾期未报的亮红灯，低于{yellow}或自评滞后的亮黄灯，其余亮绿灯。{several}")
            : $"序时进度为{share}；完成进度与序时进度之比低于{red}、自评受阻或逾期未报的亮红灯，低于{yellow}或自评滞后的亮黄灯，其余亮绿灯。{several}";
    }

    /// <summary>What came late counts as what came in time; a reader must not think it is left out.</summary>
    private Phrase Late()
    {
        List<ReportFacts> late = [.. standings.SelectMany(s => s.Submission.Late).Where(r => r.State == ReportState.Accepted)];
        return late.Count == 0 ? Phrase.Empty : $"逾期报送的材料审核采用{Cite.Count(late.Count, "份", late.SelectMany(ArrivalAndState))}，已列入本期。";
    }

    private static IEnumerable<string> ArrivalAndState(ReportFacts report) => [Cite.Source(report, "arrival"), Cite.Source(report, "state")];

    /// <summary>上期以后补报的材料2份（信阳市政府），已列入本期比较。</summary>
    private Phrase Supplied()
    {
        var supplied = snapshot.Since?.Supplied ?? [];
        var units = supplied.Select(r => r.Unit).Distinct(StringComparer.Ordinal).Select(u => Phrase.Traced(Cite.UnitName(snapshot, u)));
        return supplied.Count == 0 ? Phrase.Empty
            : $"上期编发后补报以前季度材料{Cite.Count(supplied.Count, "份", supplied.Select(r => Cite.Source(r.Entry, "state")))}（{Phrase.Join("、", units)}），本期与以前季度比较时已采用。";
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
        var figures = (standings.Count == 1 ? standings[0].Targets : standings.Select(s => s.Headline).OfType<TargetStanding>()).Where(t => t.Figure?.Value is not null).ToList();
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

    /// <summary>Once a year, in the first issue on a plan; over all plans such rows are no figures of the issue.</summary>
    private Phrase Rows(MarkKind kind, string what)
    {
        if (standings is not [var standing] || snapshot.Issue.Period.Quarter > 1)
            return Phrase.Empty;
        var rows = standing.Tasks.Select(t => t.Task).Where(t => t.Marks.Any(m => m.Kind == kind)).ToList();
        return rows.Count == 0 ? Phrase.Empty
            : rows.Count == standing.Tasks.Count ? Phrase.Plain($"各项任务{what}。")
            : $"{Phrase.Join("、", Ranges(standing.Plan.Id, rows))}{what}。";
    }

    /// <summary>
    /// 任务表待核定的内容：任务3；任务4（行号8为推定，参加单位是否止于科技厅）。 With what is open where the catalogue says it in few words; once a year, like
    /// the other rows.
    /// </summary>
    private Phrase Undetermined()
    {
        const int Few = 40;
        if (standings is not [var standing] || snapshot.Issue.Period.Quarter > 1)
            return Phrase.Empty;
        var open = standing.Plan.Tasks
            .Select(task => (Task: task, Reason: task.Marks.FirstOrDefault(m => m.Kind == MarkKind.NeedsDecision)?.Reason))
            .Where(x => x.Reason is not null).ToList();
        return open.Count == 0 ? Phrase.Empty : $"任务表待核定的内容：{Phrase.Join("；", open.Select(x => Told(x.Task, x.Reason)))}。";

        Phrase Told(TaskFacts task, string? reason)
        {
            var clause = Quotation.Clause(Open(reason));
            Phrase why = clause.Length is 0 or > Few ? Phrase.Empty : $"（{Cite.Printed($"{standing.Plan.Id}/{task.Id}", "marks", clause)}）";
            return $"{Cite.TaskNumber(standing.Plan.Id, task)}{why}";
        }
    }

    /// <summary>What the catalogue asks to be settled, as something that is open.</summary>
    private static string? Open(string? reason) => reason?.TrimEnd('。') is { } asked && asked.EndsWith("，请核定", StringComparison.Ordinal)
        ? asked[..^"，请核定".Length]
        : reason?.Replace("请核定", "待核定", StringComparison.Ordinal);

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
