using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;

namespace Reporting.Bulletins.Sentences;

/// <summary>三、重点项目: the funnel by stage, investment against plan, what holds projects up.</summary>
/// <param name="named">Whether projects are named; over all plans they are counted.</param>
internal sealed class ProjectSentences(Snapshot snapshot, Funnel funnel, bool named)
{
    /// <summary>What the accepted reports say of projects; a plain statement when they say nothing.</summary>
    public Phrase Paragraph()
    {
        if (funnel.Projects.Count == 0)
            return Phrase.Plain(funnel.Unconfirmed.Count == 0 ? "经审核采用的报送中没有重点项目数据。" : "经审核采用的报送中没有经办公室核定的重点项目。");
        return Phrase.Of($"{By()}{Stages()}{Investment()}{LikeForLike()}{Changes()}{Unstarted()}{Obstacles()}{DroppedOnes()}").Because(Reasons.Of(funnel));
    }

    /// <summary>据省工业和信息化厅报送，: where one unit reports all projects; the table then has no column for it.</summary>
    private Phrase By() => named && Reporter(funnel.Projects) is { } unit ? $"据{Cite.UnitName(snapshot, unit)}报送，" : Phrase.Empty;

    /// <summary>The unit that reports all these projects; null where there are several.</summary>
    public static string? Reporter(IEnumerable<ProjectStanding> projects) =>
        projects.Select(p => p.Report.Unit).Distinct(StringComparer.Ordinal).ToList() is [var unit] ? unit : null;

    /// <summary>纳入统计的17个项目，开工14个，开工率82.4%；其中在建10个、竣工2个、投产2个。</summary>
    public Phrase Stages()
    {
        var sources = Sources(funnel.Projects, "stage");
        var total = Count(funnel.Projects, "stage");
        if (funnel.Started.Count == 0)
            return $"纳入统计的{total}项目均未开工。";
        var rate = Cite.Computed("percent", Numbers.Percent(Rule.Percent(funnel.Started.Count, funnel.Projects.Count)), sources);
        var stages = Phrase.Join("、", ((ProjectStage[])[ProjectStage.UnderConstruction, ProjectStage.Completed, ProjectStage.InProduction])
            .Select(stage => (Stage: stage, Projects: funnel.At(stage).ToList()))
            .Where(s => s.Projects.Count > 0)
            .Select(s => Phrase.Of($"{Words.Of(s.Stage)}{Count(s.Projects, "stage")}")));
        return $"纳入统计的{total}项目，开工{Count(funnel.Started, "stage")}，开工率{rate}（{stages}）。";
    }

    /// <summary>年度计划投资86亿元，累计完成37.9亿元，占44.1%; over the projects that give both figures.</summary>
    public Phrase Investment()
    {
        if (funnel.Invested.Count == 0 || funnel.Planned <= 0m)
            return Phrase.Empty;
        var planned = Cite.Computed("sum", Numbers.Money(funnel.Planned), Sources(funnel.Invested, "plannedInvestment"));
        var done = Cite.Computed("sum", Numbers.Money(funnel.Done), Sources(funnel.Invested, "cumulativeInvestment"));
        var share = Cite.Computed(
            "percent",
            Numbers.Percent(Rule.Percent(funnel.Done, funnel.Planned)),
            [.. Sources(funnel.Invested, "cumulativeInvestment"), .. Sources(funnel.Invested, "plannedInvestment")]);
        Phrase who = funnel.Invested.Count == funnel.Projects.Count
            ? Phrase.Empty
            : $"其中报送投资数的{Count(funnel.Invested, "plannedInvestment")}项目，";
        return $"{who}年度计划投资{planned}，累计完成{done}，{(funnel.Done > funnel.Planned ? "为年度计划的" : "占")}{share}{Against()}。";
    }

    /// <summary>，低于序时进度3.8个百分点, between printed percentages; nothing after the year's end, when the share says it.</summary>
    private Phrase Against()
    {
        var due = snapshot.Dates.QuarterlyProfile[snapshot.Issue.Period.Quarter - 1];
        var lead = Rule.Percent(funnel.Done, funnel.Planned) - due;
        if (due >= 100m)
            return Phrase.Empty;
        string[] sources = [.. Sources(funnel.Invested, "cumulativeInvestment"), .. Sources(funnel.Invested, "plannedInvestment"), "calendar:quarterlyProfile"];
        return (lead == 0m
            ? Phrase.Plain("，与序时进度持平")
            : Phrase.Of($"，{(lead < 0m ? "低于" : "高于")}序时进度{Cite.Computed("difference", Numbers.Plain(Math.Abs(lead)), sources)}个百分点")).Because("calendar:quarterlyProfile");
    }

    /// <summary>年末仍未开工的项目2个：郑州内销中心项目（用工，郑州市政府报送）、…。 By name also over all plans, where there are few; nothing before the year's end.</summary>
    private Phrase Unstarted()
    {
        const int Many = 8;
        List<ProjectStanding> idle = [.. funnel.At(ProjectStage.NotStarted)];
        if (snapshot.Issue.Period.Quarter < 4 || idle.Count == 0)
            return Phrase.Empty;
        Phrase which = idle.Count > Many ? Phrase.Empty : $"：{Phrase.Join("；", idle.Select(Told))}";
        return $"年末仍未开工的项目{Count(idle, "stage")}{which}。";

        Phrase Told(ProjectStanding project)
        {
            Phrase why = project.Update.Obstacle is { } obstacle
                ? $"因{Cite.Said(project.Report, $"projects[{project.Update.Project}].obstacle", Words.Of(obstacle) + "问题")}"
                : Phrase.Plain("未报制约原因");
            return $"{Cited(project.Project)}（{Cite.UnitName(snapshot, project.Report.Unit)}报送，{why}）";
        }
    }

    /// <summary>其中洛阳石化项目累计完成3.2亿元，占其年度计划的40%: the named example of a group; nothing where no investment is known.</summary>
    public Phrase Largest()
    {
        var largest = funnel.Invested.Where(p => p.Update is { CumulativeInvestment: > 0m, PlannedInvestment: > 0m }).MaxBy(p => p.Update.CumulativeInvestment);
        if (largest?.Update is not { CumulativeInvestment: { } done, PlannedInvestment: { } planned })
            return Phrase.Empty;
        var amount = Cite.Computed("sum", Numbers.Money(done), Sources([largest], "cumulativeInvestment"));
        var share = Cite.Computed(
            "percent",
            Numbers.Percent(Rule.Percent(done, planned)),
            [.. Sources([largest], "cumulativeInvestment"), .. Sources([largest], "plannedInvestment")]);
        return $"其中，{Cited(largest.Project)}累计完成{amount}，{(done > planned ? "为" : "占")}其年度计划的{share}。";
    }

    /// <summary>With the brackets of Chinese text, whichever the catalogue has.</summary>
    public static string Name(ProjectFacts project)
    {
        var name = project.Owner is { Length: > 0 } owner && !project.Name.Contains(owner, StringComparison.Ordinal) ? owner + project.Name : project.Name;
        return name.Replace('(', '（').Replace(')', '）');
    }

    public static Run Cited(ProjectFacts project) => Cite.Of(NameSource(project), Name(project));

    /// <summary>The catalogue, or the version of the register that gives the name.</summary>
    public static string NameSource(ProjectFacts project) => project.RegisterVersion == 0
        ? Cite.Catalogue(project.Id, "name")
        : FormattableString.Invariant($"project:{project.Id}@{project.RegisterVersion}#name");

    public static Run Count(IReadOnlyList<ProjectStanding> projects, string field) =>
        Cite.Count(projects.Count, "个", Sources(projects, field));

    /// <summary>What the quarter itself invested, like for like: over the projects whose investment both periods report, and the set named where it changed.</summary>
    private Phrase LikeForLike()
    {
        var both = funnel.Projects.Where(p => p is { Before.CumulativeInvestment: not null, BeforeEntry: not null, Update.CumulativeInvestment: not null }).ToList();
        if (both.Count == 0)
            return Phrase.Empty;
        var added = both.Sum(p => p.Update.CumulativeInvestment ?? 0m) - both.Sum(p => p.Before?.CumulativeInvestment ?? 0m);
        string[] sources = [.. Sources(both, "cumulativeInvestment"), .. both.Select(BeforeSource)];
        var amount = Cite.Computed("difference", Numbers.Money(Math.Abs(added)), sources);
        var changed = both.Count != funnel.Projects.Count || funnel.Dropped.Count > 0;
        var quarter = Words.Quarter(snapshot.Issue.Period);
        var how = added < 0m ? Phrase.Of($"累计投资比{Words.Quarter(snapshot.Issue.Period.Previous)}末减少{amount}") : Phrase.Of($"{quarter}完成投资{amount}");
        return changed ? Phrase.Of($"统计项目有变化，按两期均报送投资数的{Cite.Count(both.Count, "个", sources)}项目比较，{how}。") : $"其中{how}。";
    }

    private static string BeforeSource(ProjectStanding project) =>
        project.BeforeEntry is { } entry ? Cite.Source(entry, $"projects[{project.Update.Project}].cumulativeInvestment") : "";

    /// <summary>Like for like: only projects that both periods report.</summary>
    private Phrase Changes()
    {
        var moved = funnel.Projects.Where(p => p.Before is { } before && before.Stage < p.Update.Stage).ToList();
        if (moved.Count == 0)
            return Phrase.Empty;
        var parts = moved.GroupBy(p => p.Update.Stage).OrderBy(g => g.Key).Select(g =>
            Phrase.Of($"新{(g.Key == ProjectStage.UnderConstruction ? "开工" : Words.Of(g.Key))}{Count([.. g], "stage")}{Names([.. g])}"));
        return $"与{Words.Quarter(snapshot.Issue.Period.Previous)}末相比，{Phrase.Join("，", parts)}。";
    }

    private Phrase Obstacles()
    {
        var held = funnel.Obstructed;
        if (held.Count == 0)
            return Phrase.Empty;
        var kinds = held.GroupBy(p => p.Update.Obstacle ?? ProblemKind.Other).OrderBy(g => g.Key).ToList();
        if (kinds is [var only])
            return $"因{Words.Of(only.Key)}问题受制约的项目{Count(held, "obstacle")}{Names(held)}。";
        var counts = Phrase.Join(named ? "，" : "、", kinds.Select(g => Phrase.Of($"{Words.Of(g.Key)}{Count([.. g], "obstacle")}{Names([.. g])}")));
        return $"受要素制约的项目{Count(held, "obstacle")}：{counts}。";
    }

    private Phrase DroppedOnes()
    {
        if (funnel.Dropped.Count == 0)
            return Phrase.Empty;
        var count = Cite.Count(funnel.Dropped.Count, "个", funnel.Dropped.Select(NameSource));
        Phrase which = named ? $"：{Phrase.Join("、", funnel.Dropped.Select(p => Phrase.Traced(Cited(p))))}" : Phrase.Empty;
        return $"{Words.Quarter(snapshot.Issue.Period.Previous)}已报、本期未报的项目{count}{which}。";
    }

    /// <summary>（甲、乙）; of many the first three.</summary>
    private Phrase Names(IReadOnlyList<ProjectStanding> projects)
    {
        const int Many = 6;
        if (!named)
            return Phrase.Empty;
        // Names that have an enumeration in them are kept apart by the stronger mark.
        var mark = projects.Any(p => Name(p.Project).Contains('、', StringComparison.Ordinal)) ? "；" : "、";
        var shown = Phrase.Join(mark, projects.Take(projects.Count < Many ? projects.Count : 3).Select(p => Phrase.Traced(Cited(p.Project))));
        return $"（{shown}{(projects.Count < Many ? "" : "等")}）";
    }

    private static IEnumerable<string> Sources(IEnumerable<ProjectStanding> projects, string field) =>
        projects.Select(p => Cite.Source(p.Report, $"projects[{p.Update.Project}].{field}"));
}
