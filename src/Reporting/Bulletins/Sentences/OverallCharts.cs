using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>The charts of an issue over all plans; none where there are not two figures to compare.</summary>
internal sealed class OverallCharts(Snapshot snapshot, IReadOnlyList<PlanStanding> standings)
{
    /// <summary>Rows that a page holds with what stands around them.</summary>
    private const int MostRows = 24;

    /// <summary>各计划主要指标完成年度目标情况: a bar for each plan's headline figure, in the order of the table.</summary>
    public void Targets(Draft draft)
    {
        var known = snapshot.Groups.SelectMany(g => standings.Where(s => g.Plans.Contains(s.Plan.Id))).Where(s => s.Headline?.Completion is not null).ToList();
        if (known.Count is < 2 or > MostRows)
            return;
        string[] because = [.. Reasons.Of(known.Select(s => s.Headline).OfType<TargetStanding>())];
        draft.Figure(
            Phrase.Plain("各计划主要指标完成年度目标情况").Because(because),
            Phrase.Of($"条形图，显示{Words.SinceJanuary(snapshot.Issue.Period)}各计划主要指标完成年度目标的比例：{Phrase.Join("；", known.Select(Told))}。").Because(because),
            new CompletionChart([.. known.Select(Row)]));
    }

    /// <summary>重点项目阶段分布: a bar for each industry group that has projects.</summary>
    public void Stages(Draft draft)
    {
        List<(Phrase Name, Funnel Funnel)> rows = [.. snapshot.Groups
            .Select(g => (Phrase.Traced(Cite.Printed(g.Id, "name", g.Name)), Funnel.Of(standings.Where(s => g.Plans.Contains(s.Plan.Id)).Select(s => s.Funnel))))
            .Where(row => row.Item2.Projects.Count > 0)];
        if (rows.Count is < 2 or > MostRows)
            return;
        string[] because = [.. rows.SelectMany(row => Reasons.Of(row.Funnel))];
        draft.Figure(
            Phrase.Plain("各类产业重点项目阶段分布").Because(because),
            Phrase.Of($"条形图，显示各类产业重点项目按阶段的分布：{Phrase.Join("；", rows.Select(row => Phrase.Of($"{row.Name}{StageBars.Told(row.Funnel)}")))}。").Because(because),
            StageBars.Chart(rows));
    }

    private static Phrase Told(PlanStanding standing)
    {
        if (standing.Headline is not { Completion: { } completion } target)
            return Phrase.Empty;
        Phrase told = $"{Name(standing)}{TargetSentences.Completion(target, completion)}";
        return target.Lead is { } lead ? $"{told}，{TargetSentences.Against(target, lead)}" : told;
    }

    private static CompletionRow Row(PlanStanding standing) => standing.Headline is { Completion: { } completion } target
        ? new CompletionRow(Name(standing).Because(Reasons.Of(target)), completion, target.YearIsOver ? null : target.Due, Phrase.Traced(TargetSentences.ColumnCompletion(target, completion)).Because(Reasons.Of(target)))
        : new CompletionRow(Name(standing), null, null, Phrase.Empty);

    private static Phrase Name(PlanStanding standing) => Cite.Printed(standing.Plan.Id, "industry", standing.Plan.Industry);
}
