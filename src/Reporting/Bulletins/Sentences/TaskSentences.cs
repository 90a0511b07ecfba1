using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>二、重点任务进展: what needs saying of each task; tasks that go as they should are counted, not told.</summary>
internal sealed class TaskSentences(Snapshot snapshot, PlanStanding standing)
{
    // Two lines of a bulletin; the contribution keeps the rest.
    private const int LongestContribution = 56;

    private readonly Period period = snapshot.Issue.Period;
    private readonly Wording wording = new(snapshot);

    /// <summary>8项任务中，5项按序时推进，1项滞后，1项受阻，1项因未报亮红灯。</summary>
    /// <param name="name">How blocked tasks are named; null where they are only counted.</param>
    public static Phrase Summary(IReadOnlyList<TaskStanding> tasks, string what, Func<TaskStanding, Run>? name = null)
    {
        if (tasks.Count == 0)
            return Phrase.Empty;
        var onTrack = tasks.Where(t => t.State == TaskState.OnTrack).ToList();
        var over = tasks.Any(t => t.Reports.Any(r => r.YearIsOver));
        List<(string Words, IEnumerable<TaskStanding> Tasks)> groups =
        [
            .. over
                ? ((string, IEnumerable<TaskStanding>)[])[("完成", onTrack.Where(t => t.Done)), ("基本完成", onTrack.Where(t => !t.Done))]
                : [(Going(onTrack.SelectMany(t => t.Reports)), onTrack)],
            (over ? "未完成" : "滞后", tasks.Where(t => t.State == TaskState.Lagging)),
            ("受阻", tasks.Where(t => t.State == TaskState.Blocked)),
            .. tasks.Where(t => t.State == TaskState.Unrated).GroupBy(WhyUnrated).Select(g => (g.Key, g.AsEnumerable())),
        ];
        var total = Count([.. tasks], "项");
        var filled = groups.Where(g => g.Tasks.Any()).Select(g => (g.Words, Tasks: g.Tasks.ToList())).ToList();
        var partly = tasks.Where(t => t.State != TaskState.Unrated && t.Missing.Any()).ToList();
        Phrase rest = partly.Count == 0 ? Phrase.Empty : $"有{Count(partly, "项")}任务部分牵头单位未报。";
        var summary = filled.Count == 1
            ? Phrase.Of($"{total}{what}{(tasks.Count == 1 ? "" : "均")}{filled[0].Words}。{rest}")
            : $"{total}{what}中，{Phrase.Join("，", filled.Select(g => Phrase.Of($"{Count(g.Tasks, "项")}{g.Words}{Names(g.Tasks)}")))}。{rest}";
        return summary.Because(Reasons.Of(tasks));

        Phrase Names(List<TaskStanding> group) => name is null || group[0].State != TaskState.Blocked
            ? Phrase.Empty
            : $"（{Phrase.Join("、", group.Select(t => Phrase.Traced(name(t))))}）";
    }

    /// <summary>
    /// How reports go that are green: a green one may be up to a twentieth behind. 按序时推进, 基本按序时推进 where one of them is behind; after
    /// the year's end 完成, 基本完成.
    /// </summary>
    private static string Going(IEnumerable<ReportStanding> reports)
    {
        List<ReportStanding> green = [.. reports.Where(r => r.Light == Light.Green)];
        if (green.Any(r => r.YearIsOver))
            return green.All(r => r.Done) ? "完成" : "基本完成";
        return green.Any(r => r.Lead < 0m) ? "基本按序时推进" : "按序时推进";
    }

    /// <summary>；另有未报2份（信阳市政府、商丘市政府），单独亮红灯: units that are silent on a task that others report on.</summary>
    public Phrase Silent()
    {
        var missing = standing.Tasks.Where(t => t.State != TaskState.Unrated).SelectMany(t => t.Missing).Select(r => r.Report).ToList();
        return missing.Count == 0 ? Phrase.Empty
            : Phrase.Of($"；另有未报{Cite.Count(missing, "份")}（{new SubmissionSentences(snapshot, standing.Submission).Names(missing)}），单独亮红灯").Because(Reasons.Of(standing.Tasks));
    }

    /// <summary>绿灯5项、黄灯1项、红灯2项（其中因未报1项）。</summary>
    public static Phrase Lights(IReadOnlyList<TaskStanding> tasks)
    {
        var parts = new List<Phrase>();
        foreach (var light in (Light?[])[Light.Green, Light.Yellow, Light.Red, null])
        {
            var lit = tasks.Where(t => t.Light == light).ToList();
            var missing = light == Light.Red ? lit.Where(t => t.AllMissing).ToList() : [];
            if (lit.Count > 0)
            {
                Phrase why = missing.Count == 0 ? Phrase.Empty
                    : missing.Count == lit.Count ? Phrase.Plain(lit.Count == 1 ? "（因未报）" : "（均因未报）")
                    : $"（其中因未报{Count(missing, "项")}）";
                parts.Add($"{Words.Of(light)}{Count(lit, "项")}{why}");
            }
        }
        return Phrase.Join("、", parts).Because(Reasons.Of(tasks));
    }

    public static Run Count(IReadOnlyList<TaskStanding> tasks, string measure) =>
        Cite.Count(tasks.Count, measure, Cite.Judged(tasks.SelectMany(t => t.Task.Reports)));

    /// <summary>A lead (（一）…。) and a text for each task that needs saying.</summary>
    public IEnumerable<(Phrase Lead, Phrase Text)> Paragraphs()
    {
        var number = 0;
        foreach (var task in standing.Tasks.Where(t => NeedsSaying(t) && !OnlySilent(t)).OrderBy(Urgency))
        {
            string[] reasons = [.. Reasons.Of(task)];
            yield return (Lead(task, ++number).Because(reasons), Phrase.Of($"{Text(task)}{Contributed(task.Task)}").Because(reasons));
        }
    }

    /// <summary>Red ones first, then yellow ones, those that cannot be judged, and at last what goes as it should.</summary>
    private static int Urgency(TaskStanding task) => task.Light switch
    {
        Light.Red => 0,
        Light.Yellow => 1,
        null => 2,
        _ => 3,
    };

    /// <summary>未报送进展的任务2项：郑州百万辆汽车基地建设（任务1，郑州市政府）；…. Nothing where every task has a report.</summary>
    public Phrase Unreported()
    {
        var silent = standing.Tasks.Where(OnlySilent).ToList();
        return silent.Count == 0 ? Phrase.Empty
            : Phrase.Of($"未报送{Words.SinceJanuary(period)}进展的任务{Count(silent, "项")}：{Phrase.Join("；", silent.Select(Named))}。").Because(Reasons.Of(standing.Tasks));

        Phrase Named(TaskStanding task) =>
            $"{Cite.Printed($"{standing.Plan.Id}/{task.Task.Id}", "title", task.Task.Title)}（{Cite.TaskNumber(standing.Plan.Id, task.Task)}，{new SubmissionSentences(snapshot, standing.Submission).Units(task.Reports.Select(r => r.Report))}）";
    }

    /// <summary>Nobody reported, and no participating unit has anything to add.</summary>
    private static bool OnlySilent(TaskStanding task) => task.AllMissing && task.Task.Contributions.Count == 0;

    /// <summary>其余4项任务基本按序时推进。 Nothing when every task was told.</summary>
    public Phrase Rest()
    {
        var rest = standing.Tasks.Where(t => !NeedsSaying(t)).ToList();
        if (rest.Count == 0 || rest.Count == standing.Tasks.Count)
            return Phrase.Empty;
        var done = rest.Where(t => t.Done).ToList();
        var others = wording.Pick("rest", "其余", "其他");
        var mixed = done.Count > 0 && done.Count < rest.Count && rest.Any(t => t.Reports.Any(r => r.YearIsOver));
        return (mixed
            ? Phrase.Of($"{others}{Count(rest, "项")}任务中，{Count(done, "项")}完成，{Count([.. rest.Except(done)], "项")}基本完成。")
            : Phrase.Of($"{others}{Count(rest, "项")}任务{Going(rest.SelectMany(t => t.Reports))}。")).Because(Reasons.Of(standing.Tasks));
    }

    /// <summary>Also a task that goes as it should, when participating units tell of their part.</summary>
    public static bool NeedsSaying(TaskStanding task) =>
        task.Light != Light.Green || task.Reports.Any(NeedsSaying) || task.Task.Contributions.Count > 0;

    private static bool NeedsSaying(ReportStanding report) =>
        report.Light != Light.Green || report.Pace >= Rule.AheadFrom || report.CaughtUp
        || report.Report is { State: ReportState.Accepted, Substantive: false };

    /// <summary>Also where there is more to say of it, e.g. that it has caught up.</summary>
    private static bool OnTrack(ReportStanding report) => report is { Light: Light.Green, Report: { State: ReportState.Accepted, Substantive: true } };

    public static string WhyUnrated(TaskStanding task) =>
        task.AllMissing ? "因未报亮红灯"
        : task.Reports.Any(r => r.Report.State == ReportState.Unreviewed) ? "因已报未审不能评价"
        : task.Reports.Any(r => r.Report.State == ReportState.Returned) ? "因退回未重报不能评价"
        : task.Reports.Any(r => r.Report.State == ReportState.Accepted) ? "因未填进度不能评价"
        : "未到报送期限";

    private Phrase Lead(TaskStanding task, int number)
    {
        var title = Cite.Printed($"{standing.Plan.Id}/{task.Task.Id}", "title", task.Task.Title);
        var units = task.Task.LeadUnits.Select(u => Cite.UnitName(snapshot, u)).ToList();
        Phrase leads = units.Count <= 3
            ? Phrase.Join("、", units.Select(Phrase.Traced))
            : $"{units[0]}等{Cite.Count(units.Count, "个", [Cite.Catalogue($"{standing.Plan.Id}/{task.Task.Id}", "leadUnits")])}单位";
        Phrase instead = StandsIn(task) is { } other ? Phrase.Of($"，{Cite.UnitName(snapshot, other.Unit)}代报") : Phrase.Empty;
        return $"{Cite.Numbering($"（{Numbers.Chinese(number)}）")}{title}（{Cite.TaskNumber(standing.Plan.Id, task.Task)}，{leads}牵头{instead}）。";
    }

    /// <summary>The only report, where its unit is no lead: the leads are nobody in particular (有关省辖市政府).</summary>
    private static ReportFacts? StandsIn(TaskStanding task) =>
        task.Reports is [{ Report: var only }] && !task.Task.LeadUnits.Contains(only.Unit, StringComparer.Ordinal) ? only : null;

    private Phrase Text(TaskStanding task)
    {
        if (task.Reports is [var only])
            return $"{Opening(only, named: task.Task.LeadUnits.Count > 1)}。{Said(only, named: false)}";
        var told = task.Reports.Where(NeedsSaying).ToList();
        var fine = task.Reports.Where(OnTrack).ToList();
        List<Phrase> parts = [];
        if (fine.Count > 0)
        {
            var all = Cite.Count(task.Reports.Select(r => r.Report).ToList(), "个");
            Phrase how = fine.Count == task.Reports.Count
                ? Phrase.Of($"{all}牵头单位均{Going(fine)}")
                : $"{all}牵头单位中，{Cite.Count([.. fine.Select(r => r.Report)], "个")}{Going(fine)}";
            var better = told.Where(OnTrack).ToList();
            parts.Add(better.Count == 0 ? how : $"{how}（其中{Phrase.Join("；", better.Select(r => Opening(r, named: true)))}）");
        }
        parts.AddRange(told.Where(r => !OnTrack(r)).Select(r => Opening(r, named: true)));
        return $"{Phrase.Join("；", parts)}。{Phrase.Join("", told.Select(r => Said(r, named: true)))}";
    }

    /// <summary>参加单位配合情况：省财政厅报告，已拨付专项资金。 In few words: the leads answer for the task.</summary>
    private Phrase Contributed(TaskFacts task)
    {
        var said = task.Contributions
            .Select(c => (Contribution: c, Text: Quotation.Sentence(c.Text, LongestContribution)))
            .Where(c => c.Text.Length > 0)
            .Select(c => Phrase.Of($"{Cite.UnitName(snapshot, c.Contribution.Unit)}报告，{Cite.Said(c.Contribution, c.Text)}"))
            .ToList();
        return said.Count == 0 ? Phrase.Empty : $"参加单位配合情况：{Phrase.Join("", said)}";
    }

    /// <summary>完成20%，低于序时5个百分点，自评正常，亮红灯; or a plain statement where there is nothing to state.</summary>
    private Phrase Opening(ReportStanding standing, bool named)
    {
        var report = standing.Report;
        var unit = Cite.UnitName(snapshot, report.Unit);
        if (report.State != ReportState.Accepted || report.Content is not { } content)
        {
            return report switch
            {
                { State: ReportState.Unreviewed } => $"{unit}已报未审",
                { State: ReportState.Returned } => $"{unit}的报送退回后未重新报送",
                { Arrival: Arrival.Pending } => $"{unit}尚未报送，报送期限未到",
                _ => $"{unit}未报送{Words.SinceJanuary(period)}进展",
            };
        }
        List<Phrase> parts = [];
        if (content.Percent is { } percent)
            parts.Add($"完成{Cite.Said(report, "percent", Numbers.Exact(percent) + "%")}{Distance(standing)}");
        else
            parts.Add(Phrase.Plain(report.Substantive ? "未填完成进度" : "报送内容空白"));
        if (content.SelfRating is { } rating)
            parts.Add($"自评{Cite.Said(report, "selfRating", Words.Of(rating))}");
        if (standing.Light is { } light)
            parts.Add($"{(standing.CaughtUp ? SinceRed(report) : "亮")}{Cite.Computed("light", Words.Of(light), LightSources(report))}");
        Phrase text = Phrase.Join("，", parts);
        return named ? $"{unit}{text}" : text;
    }

    /// <summary>由一季度的红灯转为; 一季度未报，本期亮 where it was red for that alone.</summary>
    private string SinceRed(ReportFacts report) => Words.Quarter(period.Previous) is var before && report.Earlier is [.., { State: ReportState.Missing }]
        ? $"{before}未报，本期亮"
        : $"由{before}的红灯转为";

    /// <summary>，低于序时进度5个百分点; after the year's end how much is left.</summary>
    private static Phrase Distance(ReportStanding standing)
    {
        if (standing.Lead is not { } lead || lead == 0m)
            return Phrase.Empty;
        string[] sources = [Cite.Source(standing.Report, "percent"), "calendar:quarterlyProfile"];
        var points = Cite.Computed("difference", Numbers.Plain(Math.Abs(lead)), sources);
        return standing.YearIsOver
            ? Phrase.Of($"，{(lead < 0m ? "差" : "超")}{points}个百分点")
            : $"，{(lead < 0m ? "低于" : "高于")}序时进度{points}个百分点";
    }

    public static string[] LightSources(ReportFacts report) =>
        [Cite.Source(report, "selfRating"), Cite.Source(report, "percent"), "calendar:quarterlyProfile"];

    /// <summary>The unit's own words on what was done; obstacles stand in section 四, next steps in section 六.</summary>
    private Phrase Said(ReportStanding standing, bool named)
    {
        var text = Quotation.Sentence(standing.Report.Content?.Progress);
        if (text.Length == 0)
            return Phrase.Empty;
        var said = Cite.Said(standing.Report, "progress", text);
        return named ? $"{Cite.UnitName(snapshot, standing.Report.Unit)}报告：{said}" : said;
    }
}
