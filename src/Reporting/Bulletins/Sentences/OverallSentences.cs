using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>The sentences of an issue over all plans.</summary>
internal sealed class OverallSentences(Snapshot snapshot, IReadOnlyList<PlanStanding> standings)
{
    private readonly Period period = snapshot.Issue.Period;

    public Submission Submission { get; } = new([.. standings.SelectMany(s => s.Plan.Reports)]);

    private List<TaskStanding> AllTasks => [.. standings.SelectMany(s => s.Tasks)];

    public Phrase Opening()
    {
        var tasks = AllTasks.SelectMany(t => t.Task.Reports).ToList();
        var indicators = standings.Select(s => s.Plan.Indicators).OfType<ReportFacts>().ToList();
        Phrase breakdown = $"{TaskSentences.Count(AllTasks, "项")}重点任务{Cite.Count(tasks, "份")}、行业指标{Cite.Count(indicators, "份")}";
        var plans = Plans(standings, "个");
        return $"截至{Cite.PeriodEnd(period)}，{plans}行动计划的{TaskSentences.Summary(AllTasks, "任务")}{new SubmissionSentences(snapshot, Submission).Summary(breakdown)}";
    }

    /// <summary>Plans with a blocked task or a figure in red: most blocked tasks first, then slowest.</summary>
    public IReadOnlyList<PlanStanding> Pressing() =>
    [
        .. standings
            .Where(s => s.In(TaskState.Blocked) > 0 || Red(s).Any())
            .OrderByDescending(s => s.In(TaskState.Blocked))
            .ThenBy(s => Red(s).Select(t => t.Lead).Min() ?? 0m)
            .ThenBy(s => s.Plan.Order),
    ];

    private static IEnumerable<TargetStanding> Red(PlanStanding standing) => standing.Targets.Where(t => t.Light == Light.Red);

    public Phrase NothingPressing() => Phrase.Plain("没有受阻的任务，也没有亮红灯的主要指标。").Because(Judged());

    /// <summary>What decides which plans are pressing, and in which order they stand.</summary>
    public IEnumerable<string> Judged() => [.. Reasons.Of(standings.SelectMany(s => s.Targets)), .. Reasons.Of(AllTasks)];

    /// <summary>Why a plan needs a decision, and of whom it is asked.</summary>
    public Phrase Why(PlanStanding standing)
    {
        List<Phrase> parts = [];
        foreach (var target in Red(standing))
        {
            if (target is { Completion: { } completion, Lead: { } lead })
                parts.Add($"{Cite.Printed(target.Target.Id, "indicator", target.Target.Indicator)}累计{TargetSentences.Value(target)}，完成年度目标（{TargetSentences.Goal(target.Target)}）的{TargetSentences.Completion(target, completion)}，{TargetSentences.Against(target, lead)}{TargetSentences.GrowthOf(target)}，亮红灯");
        }
        foreach (var task in standing.Tasks.Where(t => t.State == TaskState.Blocked))
        {
            var units = task.Reports.Where(r => r.Report.Content?.SelfRating == Collecting.SelfRating.Blocked)
                .Select(r => Phrase.Traced(Cite.UnitName(snapshot, r.Report.Unit)));
            parts.Add($"{Cite.TaskNumber(standing.Plan.Id, task.Task)}“{Cite.Printed($"{standing.Plan.Id}/{task.Task.Id}", "title", task.Task.Title)}”受阻（{Phrase.Join("、", units)}）");
        }
        var asked = standing.Problems.Where(p => p.Problem.AskedOf is not null).ToList();
        var help = ProblemSentences.Asks(snapshot, asked);
        return Phrase.Of($"{Phrase.Join("；", parts)}。{help}").Because([.. Reasons.Of(standing.Targets), .. Reasons.Of(standing.Tasks)]);
    }

    /// <summary>其他亮红灯的任务3项：轻工业“…”（任务1，省工业和信息化厅）、“…”（任务8，省科技厅未报）；…. Nothing when there is none.</summary>
    public Phrase OtherRed()
    {
        var red = standings
            .Select(s => (s.Plan, Tasks: s.Tasks.Where(t => t.State != TaskState.Blocked && t.Light == Light.Red).ToList()))
            .Where(x => x.Tasks.Count > 0)
            .ToList();
        var named = red.Select(x => Phrase.Of($"{Cite.Printed(x.Plan.Id, "industry", x.Plan.Industry)}{Phrase.Join("、", x.Tasks.Select(t => RedTask(x.Plan, t)))}"));
        return red.Count == 0
            ? Phrase.Empty
            : Phrase.Of($"其他亮红灯的任务{TaskSentences.Count([.. red.SelectMany(x => x.Tasks)], "项")}：{Phrase.Join("；", named)}。").Because(Reasons.Of(AllTasks));
    }

    private Phrase RedTask(PlanFacts plan, TaskStanding task)
    {
        var units = task.Reports.Where(r => r.Light == Light.Red).Select(r => Phrase.Traced(Cite.UnitName(snapshot, r.Report.Unit)));
        return $"“{Cite.Printed($"{plan.Id}/{task.Task.Id}", "title", task.Task.Title)}”（{Cite.TaskNumber(plan.Id, task.Task)}，{Phrase.Join("、", units)}{(task.AllMissing ? "未报" : "")}）";
    }

    /// <summary>有数据的13个计划中，8个主要指标达到序时进度，5个低于序时进度（…）。</summary>
    public Phrase Headlines(Run table)
    {
        var known = standings.Where(s => s.Headline?.Lead is not null).ToList();
        var unknown = standings.Where(s => s.Headline is not null && s.Headline.Lead is null).ToList();
        Phrase without = unknown.Count == 0 ? Phrase.Empty : $"{Industries(unknown)}没有经审核采用的主要指标数据。";
        if (known.Count == 0)
            return without.Because(Headline(standings));
        var behind = Behind(known);
        var (reached, missed) = Measure();
        Phrase against = behind.Count == 0 ? Phrase.Plain("均" + reached)
            : behind.Count == known.Count ? Phrase.Plain("均" + missed)
            : $"中，{Plans([.. known.Except(behind)], "个")}{reached}，{Plans(behind, "个")}{missed}";
        Phrase which = unknown.Count == 0 ? Phrase.Empty : Phrase.Plain("有数据的");
        return Phrase.Of($"以各计划主要指标（{table}）比较，{which}{Plans(known, "个")}计划{against}{Slow(known)}。{without}").Because(Headline(standings));
    }

    /// <summary>与上年同期相比，13个计划主要指标增长，1个下降（新能源产业）。 Nothing where no figure of last year is known.</summary>
    public Phrase Growth()
    {
        var known = standings.Where(s => s.Headline?.Growth is not null).ToList();
        var fallen = known.Where(s => s.Headline?.Growth < 0m).ToList();
        if (known.Count == 0)
            return Phrase.Empty;
        var which = known.Count == standings.Count ? "" : "有同期数的";
        return (fallen.Count == 0 ? Phrase.Of($"与上年同期相比，{which}{Plans(known, "个")}计划主要指标均未下降。")
            : fallen.Count == known.Count ? Phrase.Of($"与上年同期相比，{which}{Plans(known, "个")}计划主要指标均下降。")
            : Phrase.Of($"与上年同期相比，{which}{Plans(known, "个")}计划中，主要指标下降的{Plans(fallen, "个")}（{Phrase.Join("、", fallen.Select(Fall))}）。")).Because(Headline(standings));

        static Phrase Fall(PlanStanding standing) => $"{Cite.Printed(standing.Plan.Id, "industry", standing.Plan.Industry)}{(standing.Headline is { } target ? TargetSentences.Fall(target) : Phrase.Empty)}";
    }

    /// <summary>Those whose main figure is below schedule; after the year's end those whose target is not met.</summary>
    private List<PlanStanding> Behind(IEnumerable<PlanStanding> known) => YearIsOver
        ? [.. known.Where(s => s.Headline is { } target && (target.Met ?? target.Lead >= 0m) is false)]
        : [.. known.Where(s => s.Headline?.Lead < 0m)];

    private (string Reached, string Missed) Measure() => YearIsOver ? ("实现年度目标", "未实现年度目标") : ("达到序时进度", "低于序时进度");

    private bool YearIsOver => period.Quarter == 4;

    /// <summary>；亮红灯1个（新能源产业），亮黄灯2个（…）: those that are behind by more than the rule allows.</summary>
    private static Phrase Slow(List<PlanStanding> known)
    {
        List<Phrase> parts = [];
        foreach (var light in (Light[])[Light.Red, Light.Yellow])
        {
            var lit = known.Where(s => s.Headline?.Light == light).ToList();
            if (lit.Count > 0)
                parts.Add($"亮{Words.Of(light)}{Plans(lit, "个")}（{Industries(lit)}）");
        }
        return parts.Count == 0 ? Phrase.Empty : $"；其中{Phrase.Join("，", parts)}";
    }

    public IEnumerable<(GroupFacts Facts, IReadOnlyList<PlanStanding> Standings)> Groups() =>
        snapshot.Groups.Select(g => (g, (IReadOnlyList<PlanStanding>)[.. standings.Where(s => g.Plans.Contains(s.Plan.Id))]));

    /// <summary>One group against the others: tasks by light, headline figures, reports.</summary>
    public Phrase Group(IReadOnlyList<PlanStanding> group)
    {
        var tasks = group.SelectMany(s => s.Tasks).ToList();
        var submission = new Submission([.. group.SelectMany(s => s.Plan.Reports)]);
        var known = group.Where(s => s.Headline?.Lead is not null).ToList();
        var behind = Behind(known);
        var (reached, missed) = Measure();
        Phrase figures = known.Count == 0 ? Phrase.Empty
            : behind.Count == 0 ? Phrase.Plain($"主要指标均{reached}。")
            : $"主要指标{missed}的计划{Plans(behind, "个")}{Slow(known)}。";
        Phrase reported = submission.Completeness is { } completeness
            ? $"应报送{Cite.Count(submission.Owed, "份")}，报送率{Cite.Computed("percent", Numbers.Percent(completeness), Cite.Sources(submission.Owed))}。"
            : Phrase.Empty;
        return $"{Plans(group, "个")}计划{TaskSentences.Count(tasks, "项")}任务，{TaskSentences.Lights(tasks)}。{figures.Because(Headline(group))}{reported.Because(Cite.Sources(submission.Owed))}";
    }

    /// <summary>All projects, then each group with its largest project by investment done.</summary>
    public IEnumerable<Phrase> Projects()
    {
        var all = Funnel.Of(standings.Select(s => s.Funnel));
        yield return new ProjectSentences(snapshot, all, named: false).Paragraph();
        if (all.Projects.Count == 0)
            yield break;
        foreach (var (facts, group) in Groups())
        {
            var funnel = Funnel.Of(group.Select(s => s.Funnel));
            if (funnel.Projects.Count == 0)
                continue;
            var sentences = new ProjectSentences(snapshot, funnel, named: false);
            yield return Phrase.Of($"{Cite.Printed(facts.Id, "name", facts.Name)}：{sentences.Stages()}{sentences.Investment()}{sentences.Largest()}").Because(Reasons.Of(funnel));
        }
    }

    /// <param name="problems">The run that refers to the table of problems.</param>
    public IEnumerable<Phrase> Demands(Run problems)
    {
        var by = Frame.Deadline();
        var submissions = new SubmissionSentences(snapshot, Submission);
        var asked = ProblemSentences.ByBody(snapshot, standings.SelectMany(s => s.Problems));
        if (asked.Count > 0)
        {
            yield return Phrase.Of($"请{Phrase.Join("、", asked.Select(g => Phrase.Traced(Cite.UnitName(snapshot, g.Key))))}对请求协调的问题（见{problems}）逐项提出办理意见，{by}送办公室。")
                .Because(Reasons.Of(standings.SelectMany(s => s.Problems)));
        }
        var open = ProblemSentences.Unaddressed(standings.SelectMany(s => s.Problems));
        if (open.Count > 0)
        {
            var named = open.Select(p => Phrase.Of($"{Cite.Printed(p.Plan.Id, "industry", p.Plan.Industry)}“{ProblemSentences.What(p)}”"));
            yield return Phrase.Of($"请{submissions.Units(open.Select(p => p.Report))}明确以下请求的协调单位，{by}报办公室：{Phrase.Join("；", named)}。").Because(Reasons.Of(standings.SelectMany(s => s.Problems)));
        }
        if (new LedgerSentences(snapshot, standings).Demand() is { IsEmpty: false } carried)
            yield return carried;
        var behind = standings.Where(s => s.Headline?.Light is Light.Red or Light.Yellow).ToList();
        if (behind.Count > 0)
        {
            var units = behind.Select(s => s.Plan.IssuingUnit).Distinct(StringComparer.Ordinal).Select(u => Phrase.Traced(Cite.UnitName(snapshot, u)));
            yield return Phrase.Of($"主要指标亮红灯、黄灯的{Industries(behind)}，请{Phrase.Join("、", units)}分析原因，提出措施，{by}报办公室。").Because(Headline(standings));
        }
        if (Submission.Missing.Count > 0)
            yield return Phrase.Of($"请{submissions.Units(Submission.Missing)}{by}补报{Words.SinceJanuary(period)}进展，并说明未报原因。").Because(Cite.Sources(Submission.Owed));
        if (snapshot.Dates.NextDue is { } day)
            yield return $"各牵头单位于{Cite.Of("calendar:nextDue", Numbers.Day(day))}前报送{Words.SinceJanuary(new Period(period.Year, Math.Min(period.Quarter + 1, 4)))}进展。";
    }

    /// <summary>What the figures that stand for the plans are judged by.</summary>
    private static IEnumerable<string> Headline(IEnumerable<PlanStanding> plans) => Reasons.Of(plans.Select(s => s.Headline).OfType<TargetStanding>());

    private static Run Plans(IReadOnlyList<PlanStanding> plans, string measure) =>
        Cite.Count(plans.Count, measure, plans.Select(p => Cite.Catalogue(p.Plan.Id, "id")));

    private static Phrase Industries(IEnumerable<PlanStanding> plans) =>
        Phrase.Join("、", plans.Select(s => Phrase.Traced(Cite.Printed(s.Plan.Id, "industry", s.Plan.Industry))));
}
