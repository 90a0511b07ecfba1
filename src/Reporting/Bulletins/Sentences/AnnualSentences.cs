using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;

namespace Reporting.Bulletins.Sentences;

/// <summary>The sentences of a year's summary: which targets were met, how tasks ended, how reporting went over the quarters.</summary>
internal sealed class AnnualSentences(Snapshot snapshot, PlanStanding standing)
{
    /// <summary>2012年，3项主要指标中，2项实现年度目标，1项未实现（产业主营收入）；8项任务中，6项完成，2项未完成（任务3、任务7）。</summary>
    public Phrase Opening()
    {
        var submission = new SubmissionSentences(snapshot, standing.Submission);
        var owed = standing.Tasks.SelectMany(t => t.Task.Reports).ToList();
        Phrase breakdown = $"{TaskSentences.Count(standing.Tasks, "项")}重点任务{Cite.Count(owed, "份")}";
        if (standing.Plan.Indicators is { } indicators)
            breakdown = $"{breakdown}、行业指标{Cite.Count([indicators], "份")}";
        return $"{Frame.Year(snapshot)}，{Targets().Because(Reasons.Of(standing.Targets))}{TaskSentences.Summary(standing.Tasks, "任务", t => Cite.TaskNumber(standing.Plan.Id, t.Task))}{ProblemSentences.Open(snapshot, standing.Problems)}{new LedgerSentences(snapshot, [standing]).Left()}四季度{submission.Summary(breakdown)}{new CorrectionSentences(snapshot, _ => true).Announcement()}";
    }

    /// <summary>超过2300亿元的年度目标已实现, or by how much it was missed; nothing where the words of the target state no bound.</summary>
    public static Phrase Result(TargetStanding target)
    {
        if (target is not { InTargetUnit: { } comparable, Met: { } met })
            return Phrase.Empty;
        var sources = TargetSentences.SourcesOf(target);
        if (met)
            return $"，{Cite.Computed("goal", "实现年度目标", sources)}";
        var gap = Math.Abs(target.Target.Value - comparable);
        return gap == 0m
            ? Phrase.Of($"，{Cite.Computed("goal", "与目标值持平，未实现年度目标", sources)}")
            : $"，{Cite.Computed("goal", "未实现年度目标", sources)}，相差{Cite.Computed("difference", Numbers.Plain(gap) + target.Target.Unit, sources)}";
    }

    /// <summary>8项任务全年完成6项；…, with how the lights stand at the year's end.</summary>
    public Phrase Tasks() =>
        $"{TaskSentences.Count(standing.Tasks, "项")}任务年末亮灯情况：{TaskSentences.Lights(standing.Tasks)}{new TaskSentences(snapshot, standing).Silent()}。";

    /// <summary>四个季度应报送56份，按时54份，逾期1份，未报1份；全年按时率96.4%。</summary>
    public Phrase Reporting()
    {
        var year = new YearRecord(standing.Plan);
        var all = year.All;
        if (all.Count == 0)
            return Phrase.Empty;
        var onTime = all.Where(YearRecord.IsOnTime).ToList();
        var late = all.Where(YearRecord.IsLate).ToList();
        var missing = all.Where(YearRecord.IsMissing).ToList();
        var rate = Cite.Computed("percent", Numbers.Percent(Rule.Percent(onTime.Count, all.Count)), Cite.Sources(all));
        Phrase silent = missing.Count == 0 ? Phrase.Empty : $"未报的是{Phrase.Join("、", missing.GroupBy(r => r.Unit, StringComparer.Ordinal).Select(g => Phrase.Of($"{Cite.UnitName(snapshot, g.Key)}{Count([.. g])}")))}。";
        (string Word, List<YearReport> Reports)[] counts = [("按时报送", onTime), ("逾期报送", late), ("未报", missing)];
        var told = Phrase.Join("，", counts.Where(c => c.Reports.Count > 0).Select(c => Phrase.Of($"{c.Word}{Count(c.Reports)}")));
        return Phrase.Of($"全年应报送{Count(all)}，{told}，按时率{rate}。{silent}").Because(Cite.Sources(all));
    }

    private static Run Count(IReadOnlyCollection<YearReport> reports) => Cite.Count(reports.Count, "份", Cite.Sources(reports));

    private Phrase Targets()
    {
        var met = standing.Targets.Where(t => t.Met == true).ToList();
        var missed = standing.Targets.Where(t => t.Met == false).ToList();
        var open = standing.Targets.Where(t => t.Met is null).ToList();
        List<Phrase> parts = [];
        if (met.Count > 0)
            parts.Add($"{Count(met)}实现年度目标");
        if (missed.Count > 0)
            parts.Add($"{Count(missed)}未实现（{Phrase.Join("，", missed.Select(Figure))}）");
        if (open.Count > 0)
            parts.Add($"{Count(open)}没有可评价的数据（{Names(open)}）");
        if (standing.Targets is [{ Met: { } only } single])
            return $"{Figure(single)}，{(only ? "" : "未")}实现年度目标；";
        if (parts.Count == 1 && open.Count == 0)
            return $"{Count([.. standing.Targets])}主要指标均{(met.Count > 0 ? "" : "未")}实现年度目标（{Phrase.Join("，", standing.Targets.Select(Figure))}）；";
        return parts.Count == 0 ? Phrase.Empty : $"{Count([.. standing.Targets])}主要指标中，{Phrase.Join("，", parts)}；";
    }

    /// <summary>主营业务收入完成年度目标的89%、同比下降1.3%.</summary>
    private static Phrase Figure(TargetStanding target)
    {
        var name = Cite.Printed(target.Target.Id, "indicator", target.Target.Indicator);
        Phrase done = target.Completion is { } completion ? Phrase.Of($"{(target.Target.Kind == IndicatorKind.Flow ? "完成" : "为")}年度目标的{TargetSentences.Completion(target, completion)}") : Phrase.Empty;
        return target.Growth is < 0m ? Phrase.Of($"{name}{done}、同比下降{TargetSentences.Fall(target)}") : $"{name}{done}";
    }

    private static Run Count(List<TargetStanding> targets) => Cite.Count(targets.Count, "项", targets.SelectMany(TargetSentences.SourcesOf));

    private static Phrase Names(IEnumerable<TargetStanding> targets) =>
        Phrase.Join("、", targets.Select(t => Phrase.Traced(Cite.Printed(t.Target.Id, "indicator", t.Target.Indicator))));
}
