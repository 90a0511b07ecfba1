using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>更正: each published figure that does not hold any more, with what stands in its place and why.</summary>
/// <param name="chosen">Which of them the issue prints.</param>
internal sealed class CorrectionSentences(Snapshot snapshot, Func<CorrectedFigure, bool> chosen)
{
    private readonly List<CorrectedFigure> corrections = [.. snapshot.Since?.Corrections.Where(chosen) ?? []];

    public bool Any => corrections.Count > 0;

    /// <summary>更正上期数据2处。 Nothing where nothing is corrected.</summary>
    public Phrase Announcement() => Any ? $"更正已发布数据{Count()}。" : Phrase.Empty;

    public Run Count() => Cite.Count(corrections.Count, "处", corrections.SelectMany(Sources));

    /// <summary>第1期所载郑州市政府（任务1）一季度完成进度“32%”应为“23%”。填报单位说明：…。原期不作改动，以本期为准。</summary>
    public IEnumerable<Phrase> Paragraphs()
    {
        foreach (var group in corrections.GroupBy(c => (c.Plan, c.Task, c.Unit, c.Was.Id)))
        {
            var told = Phrase.Join("；", group.Select((c, i) => Phrase.Of($"{(i == 0 ? Where(c) : Phrase.Empty)}{What(c)}{Values(c)}")));
            yield return $"{told}。{Reason(group.First())}";
        }
        if (Any)
            yield return Phrase.Plain("以上更正已经办公室审核，已发布的各期不作改动，有关数据以本期为准。");
    }

    private Phrase Where(CorrectedFigure corrected)
    {
        var plan = snapshot.Plans.First(p => p.Id == corrected.Plan);
        Phrase of = snapshot.Plans.Count == 1 ? Phrase.Empty : Cite.Printed(plan.Id, "industry", plan.Industry);
        Phrase task = plan.Tasks.FirstOrDefault(t => t.Id == corrected.Task) is { } found ? $"（{of}{Cite.TaskNumber(plan.Id, found)}）"
            : of.IsEmpty ? Phrase.Empty : Phrase.Of($"（{of}）");
        return $"{Issue()}所载{Cite.UnitName(snapshot, corrected.Unit)}{task}{Words.SinceJanuary(corrected.Was.Key.Period)}";
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
