using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;

namespace Reporting.Bulletins.Sentences;

/// <summary>The charts of an issue on one plan; none where there are not two figures to compare.</summary>
internal sealed class PlanCharts(Snapshot snapshot, PlanStanding standing)
{
    /// <summary>Rows that a page holds with what stands around them.</summary>
    private const int MostRows = 20;

    /// <summary>Groups whose names and figures can be read.</summary>
    private const int MostGroups = 12;

    /// <summary>主要指标完成年度目标情况: every target that is compared with its figure, missing ones as such.</summary>
    public void Targets(Draft draft)
    {
        var rows = standing.Targets.Where(Comparable).ToList();
        if (rows.Count > MostRows || rows.Count(t => t.Completion is not null) < 2)
            return;
        string[] because = [.. Reasons.Of(standing.Targets)];
        draft.Figure(
            Phrase.Plain("主要指标完成年度目标情况").Because(because),
            Phrase.Of($"条形图，显示{Words.SinceJanuary(snapshot.Issue.Period)}主要指标完成年度目标的比例：{Phrase.Join("；", rows.Select(Told))}。").Because(because),
            new CompletionChart([.. rows.Select(Row)]));
    }

    /// <summary>主要指标分季度完成情况: what each quarter of the half-year did of the year's target. Returns whether there was one to draw.</summary>
    public bool Quarters(Draft draft)
    {
        var rows = standing.Targets
            .Select(t => (Target: t, First: t.Before?.Completion, Second: t.Completion - t.Before?.Completion))
            .Where(x => x is { First: not null, Second: not null } && x.Target.Target.Kind == IndicatorKind.Flow)
            .Select(x => (x.Target, First: x.First ?? 0m, Second: x.Second ?? 0m))
            .ToList();
        if (rows.Count is < 2 or > MostGroups)
            return false;
        var (first, second) = (Words.Quarter(snapshot.Issue.Period.Previous), Words.Quarter(snapshot.Issue.Period));
        var told = rows.Select(x => Phrase.Of(
            $"{Name(x.Target)}{first}完成{FirstQuarter(x.Target, Signed(x.First, Numbers.Percent))}，{second}完成{SecondQuarter(x.Target, Signed(x.Second, Numbers.Percent))}"));
        string[] because = [.. Reasons.Of(standing.Targets)];
        draft.Figure(
            Phrase.Plain("主要指标分季度完成年度目标情况").Because(because),
            Phrase.Of($"柱形图，显示主要指标各季度完成年度目标的比例：{Phrase.Join("；", told)}。").Because(because),
            new QuarterChart(
                [first, second],
                [.. rows.Select(x => new QuarterGroup(
                    Name(x.Target).Because(because),
                    [
                        new QuarterColumn(x.First, Phrase.Traced(FirstQuarter(x.Target, Signed(x.First, Numbers.ColumnPercent))).Because(because)),
                        new QuarterColumn(x.Second, Phrase.Traced(SecondQuarter(x.Target, Signed(x.Second, Numbers.ColumnPercent))).Because(because)),
                    ]))]));
        return true;
    }

    /// <summary>重点项目阶段分布.</summary>
    public void Stages(Draft draft)
    {
        if (StageBars.Stages.Count(stage => standing.Funnel.At(stage).Any()) < 2)
            return;
        string[] because = [.. Reasons.Of(standing.Funnel)];
        draft.Figure(
            Phrase.Plain("重点项目阶段分布").Because(because),
            Phrase.Of($"条形图，显示重点项目按阶段的分布：{StageBars.Told(standing.Funnel)}。").Because(because),
            StageBars.Chart([(Phrase.Empty, standing.Funnel)]));
    }

    private static bool Comparable(TargetStanding target) =>
        target.Completion is not null
        || (target.Figure?.Value is null && target.Target is { UpperValue: null, Value: > 0m, Kind: not IndicatorKind.Rate });

    private CompletionRow Row(TargetStanding target) => new(
        Name(target).Because(Reasons.Of(standing.Targets)),
        target.Completion,
        // After the year's end it is the target itself.
        target.YearIsOver ? null : target.Due,
        (target.Completion is { } completion ? $"{TargetSentences.Value(target)}（{TargetSentences.ColumnCompletion(target, completion)}）" : Phrase.Plain(Missing(target))).Because(Reasons.Of(standing.Targets)));

    private static Phrase Told(TargetStanding target)
    {
        if (target.Completion is not { } completion)
            return $"{Name(target)}{Missing(target)}";
        Phrase told = $"{Name(target)}{TargetSentences.Completion(target, completion)}";
        return target.Lead is { } lead ? $"{told}，{TargetSentences.Against(target, lead)}" : told;
    }

    private static Phrase Name(TargetStanding target) => Phrase.Traced(Cite.Printed(target.Target.Id, "indicator", target.Target.Indicator)).Because(Reasons.Of(target));

    private static string Missing(TargetStanding target) => target.Figure is null ? "未报" : "无数据";

    private static Run FirstQuarter(TargetStanding target, string percent) =>
        Cite.Computed("percent", percent, target.Before is { } before ? [Cite.Source(before.Entry, $"figures[{target.Target.Id}].value"), Cite.Catalogue(target.Target.Id, "value")] : []);

    private static Run SecondQuarter(TargetStanding target, string percent) => Cite.Computed(
        "difference",
        percent,
        [.. TargetSentences.SourcesOf(target), .. target.Before is { } before ? [Cite.Source(before.Entry, $"figures[{target.Target.Id}].value")] : (string[])[]]);

    private static string Signed(decimal percent, Func<decimal, string> written) => (percent < 0m ? "−" : "") + written(Math.Abs(percent));
}
