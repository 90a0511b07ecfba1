using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>更正: each published figure that does not hold any more, with what stands in its place and why.</summary>
/// <param name="chosen">Which of them the issue prints.</param>
internal sealed class CorrectionSentences(Snapshot snapshot, Func<CorrectedFigure, bool> chosen)
{
    private readonly List<CorrectedFigure> corrections = [.. snapshot.Since?.Corrections.Where(chosen) ?? []];

    /// <summary>Figures of projects that the issue itself does not print, but that went into its sums.</summary>
    private readonly List<CorrectedFigure> summed = [.. snapshot.Since?.Corrections.Where(c => !chosen(c)
        && snapshot.Plans.Any(plan => plan.Id == c.Plan && plan.Projects.Any(project => project.Id == c.Subject))) ?? []];

    public bool Any => corrections.Count > 0 || summed.Count > 0;

    /// <summary>更正上期数据2处。 Nothing where nothing is corrected.</summary>
    public Phrase Announcement() => corrections.Count > 0 ? $"更正已发布数据{Count()}。" : Phrase.Empty;

    public Run Count() => Cite.Count(corrections.Count, "处", corrections.SelectMany(Sources));

    /// <summary>第1期所载郑州市政府（任务1）一季度完成进度“32%”应为“23%”。填报单位说明：…。原期不作改动，以本期为准。</summary>
    public IEnumerable<Phrase> Paragraphs()
    {
        foreach (var group in corrections.GroupBy(c => (c.Plan, c.Task, c.Unit, c.Was.Id)))
        {
            var told = Phrase.Join("；", group.Select((c, i) => Phrase.Of($"{(i == 0 ? Where(c) : Phrase.Empty)}{What(c)}{Values(c)}{Consequence(c)}")));
            yield return $"{told}。{Reason(group.First())}";
        }
        if (summed.Count > 0)
        {
            yield return Phrase.Of($"{Issue()}所载重点项目的汇总数据含{Cite.Count(summed.Count, "处", summed.SelectMany(Sources))}更正前的项目数据（{Phrase.Join("、", summed.Select(c => c.Plan).Distinct(StringComparer.Ordinal).Select(Industry))}），以本期汇总数据为准。");
        }
        if (Any)
            yield return Phrase.Plain("以上更正已经办公室审核，已发布的各期不作改动，有关数据以本期为准。");
    }

    private Phrase Where(CorrectedFigure corrected)
    {
        var plan = snapshot.Plans.First(p => p.Id == corrected.Plan);
        var since = Words.SinceJanuary(corrected.Was.Key.Period);
        // A plan's figures are the industry's, whoever reports them.
        if (plan.Tasks.FirstOrDefault(t => t.Id == corrected.Task) is not { } task)
            return $"{Issue()}所载{Industry(plan.Id)}{since}";
        Phrase of = snapshot.Plans.Count == 1 ? Phrase.Empty : Industry(plan.Id);
        return $"{Issue()}所载{Cite.UnitName(snapshot, corrected.Unit)}（{of}{Cite.TaskNumber(plan.Id, task)}）{since}";
    }

    private Phrase Industry(string plan) => Cite.Printed(plan, "industry", snapshot.Plans.First(p => p.Id == plan).Industry);

    /// <summary>，完成年度目标的比例由20.7%改为23.7%，由亮红灯改为亮黄灯: what follows for a cumulative figure that is judged.</summary>
    private Phrase Consequence(CorrectedFigure corrected)
    {
        if (corrected.Corrected is not { } now
            || !corrected.Field.EndsWith(".value", StringComparison.Ordinal)
            || snapshot.Plans.First(p => p.Id == corrected.Plan).Targets.FirstOrDefault(t => t.Id == corrected.Subject) is not { } target
            || TargetStanding.Judge(target, corrected.Published, corrected.Was.Key.Period, snapshot.Dates.QuarterlyProfile) is not { } before
            || TargetStanding.Judge(target, now, corrected.Was.Key.Period, snapshot.Dates.QuarterlyProfile) is not { } after)
        {
            return Phrase.Empty;
        }
        string[] sources = [.. Sources(corrected), Cite.Catalogue(target.Id, "value")];
        Phrase light = before.Light == after.Light ? Phrase.Empty
            : $"，由亮{Cite.Computed("light", Words.Of(before.Light), sources)}改为亮{Cite.Computed("light", Words.Of(after.Light), sources)}";
        return Phrase.Of($"，完成年度目标的比例由{Cite.Computed("percent", Numbers.Percent(before.Completion), sources)}改为{Cite.Computed("percent", Numbers.Percent(after.Completion), sources)}{light}").Because([.. sources, "calendar:quarterlyProfile"]);
    }

    /// <summary>第1期（2012年4月28日）.</summary>
    private Phrase Issue() => snapshot.Since is { Previous: { } previous }
        ? $"第{Cite.Of("previous:number", Numbers.Count(previous.Number))}期（{Cite.Of("previous:signedOn", Numbers.Date(previous.SignedOn))}）"
        : Phrase.Empty;

    private Phrase What(CorrectedFigure corrected)
    {
        var plan = snapshot.Plans.First(p => p.Id == corrected.Plan);
        Phrase subject = plan.Projects.FirstOrDefault(p => p.Id == corrected.Subject) is { } project ? ProjectSentences.Cited(project)
            : plan.Targets.FirstOrDefault(t => t.Id == corrected.Subject) is { } target ? Cite.Printed(target.Id, "indicator", target.Indicator)
            : plan.Commitments.FirstOrDefault(c => c.Id == corrected.Subject) is { } commitment ? Cite.Printed(commitment.Id, "what", commitment.What)
            : Phrase.Empty;
        var field = corrected.Field[(corrected.Field.LastIndexOf('.') + 1)..];
        return $"{subject}{Name(field)}";
    }

    private static string Name(string field) => field switch
    {
        "selfRating" => "自评",
        "percent" => "完成进度",
        "lastYear" => "上年同期数",
        "stage" => "阶段",
        "plannedInvestment" => "年度计划投资",
        "cumulativeInvestment" => "累计完成投资",
        _ => "",
    };

    private static Phrase Values(CorrectedFigure corrected)
    {
        var published = new Run(corrected.Published, new Trace(null, [Published(corrected)]));
        return corrected.Corrected is { } now
            ? $"“{published}”应为“{Cite.Said(corrected.Now, corrected.Field, now)}”"
            : Phrase.Of($"“{published}”已退回重报，尚无审核采用的数据");
    }

    private static Phrase Reason(CorrectedFigure corrected)
    {
        var reason = Quotation.Sentence(corrected.Reason);
        return reason.Length == 0 ? Phrase.Plain("填报单位未说明原因。") : $"填报单位说明：{Cite.Said(corrected.Now, "note", reason)}";
    }

    private static string Published(CorrectedFigure corrected) => $"published:{corrected.Was.Id}#{corrected.Field}";

    private static IEnumerable<string> Sources(CorrectedFigure corrected) => [Published(corrected), Cite.Source(corrected.Now, corrected.Field)];
}
