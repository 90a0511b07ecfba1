using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>一、总体进展: the plan's figures against its targets.</summary>
internal sealed class TargetSentences(Snapshot snapshot, PlanStanding standing)
{
    private readonly Period period = snapshot.Issue.Period;

    /// <summary>True when at least one figure can be stated.</summary>
    public bool HasFigures => standing.Targets.Any(t => t.Figure?.Value is not null);

    /// <summary>A sentence for every figure, a plain statement where none was reported or used.</summary>
    /// <param name="result">What is said of a figure against its target beside the percentage; nothing while the year goes on.</param>
    public Phrase Paragraph(Func<TargetStanding, Phrase>? result = null)
    {
        if (standing.Plan.Indicators is not { } report)
            return Phrase.Empty;
        var unit = Cite.UnitName(snapshot, report.Unit);
        if (report.State != ReportState.Accepted)
            return Unused(report, unit);
        var sentences = standing.Targets.Select(t => Sentence(t, result).Because(Reasons.Of(t))).Where(s => !s.IsEmpty).ToList();
        return sentences.Count == 0
            ? Phrase.Of($"{unit}报送的行业指标没有数据。").Because(Reasons.Of(standing.Targets))
            : $"{Phrase.Plain(Words.SinceJanuary(period) + "，").Because(sentences[0].Runs.SelectMany(run => run.Because))}{Phrase.Join("", sentences)}";
    }

    public static Phrase Value(TargetStanding target) =>
        target is { Report: { } report, Figure: { Value: { } value } figure }
            ? Cite.Said(report, $"figures[{figure.Indicator}].value", Numbers.Exact(value) + figure.Unit)
            : Phrase.Empty;

    public static Run Completion(TargetStanding target, decimal completion) =>
        Cite.Computed("percent", Numbers.Percent(completion), SourcesOf(target));

    /// <summary>The same in a table or at a bar, with one decimal.</summary>
    public static Run ColumnCompletion(TargetStanding target, decimal completion) =>
        Cite.Computed("percent", Numbers.ColumnPercent(completion), SourcesOf(target));

    public static Run Goal(TargetFacts target) => Cite.Printed(target.Id, "value", Words.Goal(target));

    public static IEnumerable<string> SourcesOf(TargetStanding target) =>
        target is { Report: { } report, Figure: { } figure }
            ? [Cite.Source(report, $"figures[{figure.Indicator}].value"), Cite.Catalogue(target.Target.Id, "value")]
            : [Cite.Catalogue(target.Target.Id, "value")];

    /// <summary>，同比下降25.9%; nothing where last year's figure is not known.</summary>
    public static Phrase GrowthOf(TargetStanding target) => target is { Growth: { } growth, Report: { } report } ? $"，{Growth(target, report, growth)}" : Phrase.Empty;

    /// <summary>25.9%: by how much a figure has fallen.</summary>
    public static Phrase Fall(TargetStanding target) => target is { Growth: { } growth, Report: { } report }
        ? Cite.Computed("growth", Numbers.Percent(Math.Abs(growth)), Cite.Source(report, $"figures[{target.Target.Id}].value"), Cite.Source(report, $"figures[{target.Target.Id}].lastYear"))
        : Phrase.Empty;

    /// <summary>低于序时进度2.5个百分点.</summary>
    public static Phrase Against(TargetStanding target, decimal lead)
    {
        var sources = SourcesOf(target).Append("calendar:quarterlyProfile");
        if (target.YearIsOver)
        {
            return lead == 0m
                ? Phrase.Plain("与年度目标持平")
                : $"{(lead < 0m ? "低于年度目标" : "超出年度目标")}{Cite.Computed("difference", Numbers.Plain(Math.Abs(lead)), sources)}个百分点";
        }
        return lead == 0m
            ? Phrase.Plain("与序时进度持平")
            : $"{(lead < 0m ? "低于" : "高于")}序时进度{Cite.Computed("difference", Numbers.Plain(Math.Abs(lead)), sources)}个百分点";
    }

    /// <summary>主要指标中，动力电池产量亮红灯，主营业务收入（同比下降1.3%）亮黄灯。 Nothing when all are green and none has fallen.</summary>
    public static Phrase Slow(IReadOnlyList<TargetStanding> targets)
    {
        List<Phrase> parts = [];
        if (targets.Where(t => t is { YearIsOver: true, Met: false }).ToList() is { Count: > 0 } missed)
            return Phrase.Of($"{(targets.Count == 1 ? "" : "主要指标中，")}{Phrase.Join("、", missed.Select(WithResult))}未实现年度目标。").Because(Reasons.Of(targets));
        foreach (var light in (Light[])[Light.Red, Light.Yellow])
        {
            var lit = targets.Where(t => t.Light == light).ToList();
            if (lit.Count > 0)
                parts.Add($"{Phrase.Join("、", lit.Select(WithFall))}{Cite.Computed("light", "亮" + Words.Of(light), lit.SelectMany(SourcesOf))}");
        }
        parts.AddRange(targets.Where(t => t is { Growth: < 0m, Light: not (Light.Red or Light.Yellow) })
            .Select(t => Phrase.Of($"{Cite.Printed(t.Target.Id, "indicator", t.Target.Indicator)}同比下降{Fall(t)}")));
        return parts.Count == 0 ? Phrase.Empty : Phrase.Of($"{(targets.Count == 1 ? "" : "主要指标中，")}{Phrase.Join("，", parts)}。").Because(Reasons.Of(targets));
    }

    /// <summary>主营业务收入（同比下降1.3%）; that a figure has fallen is said wherever it is judged.</summary>
    private static Phrase WithFall(TargetStanding target)
    {
        var name = Cite.Printed(target.Target.Id, "indicator", target.Target.Indicator);
        return target.Growth is < 0m ? Phrase.Of($"{name}（同比下降{Fall(target)}）") : Phrase.Traced(name);
    }

    /// <summary>主营业务收入（完成89%，同比下降1.3%）.</summary>
    private static Phrase WithResult(TargetStanding target)
    {
        var name = Cite.Printed(target.Target.Id, "indicator", target.Target.Indicator);
        if (target.Completion is not { } completion)
            return Phrase.Traced(name);
        Phrase fall = target.Growth is < 0m ? Phrase.Of($"，同比下降{Fall(target)}") : Phrase.Empty;
        return $"{name}（完成{Completion(target, completion)}{fall}）";
    }

    private Phrase Unused(ReportFacts report, Run unit) => report switch
    {
        { State: ReportState.Unreviewed } => $"{unit}报送的行业指标已报未审，本期不列数据。",
        { State: ReportState.Returned } => $"{unit}报送的行业指标退回后未重新报送，本期不列数据。",
        { Arrival: Arrival.Pending } => $"{unit}尚未报送行业指标，报送期限未到。",
        _ => $"{unit}未报送{Words.SinceJanuary(period)}行业指标，主要指标完成情况不能评价。",
    };

    private Phrase Sentence(TargetStanding target, Func<TargetStanding, Phrase>? result)
    {
        if (target.Report is not { } report || target.Figure is not { } figure)
            return Phrase.Empty;
        var name = Cite.Printed(target.Target.Id, "indicator", target.Target.Indicator);
        if (figure.Value is null)
        {
            var reason = Quotation.Clause(figure.MissingReason);
            return reason.Length == 0
                ? Phrase.Empty
                : $"{name}无数据，填报单位说明：{Cite.Said(report, $"figures[{figure.Indicator}].missingReason", reason)}。";
        }
        var flow = target.Target.Kind == IndicatorKind.Flow;
        Phrase sentence = $"{name}{(flow ? "累计" : "")}{Value(target)}{(figure.Preliminary ? "（快报数）" : "")}，{OfGoal(target, flow)}";
        if (result is not null)
            sentence = $"{sentence}{result(target)}";
        else if (target.Lead is { } lead)
            sentence = $"{sentence}，{Against(target, lead)}";
        sentence = $"{sentence}{GrowthOf(target)}";
        return $"{sentence}。{Development(target, report, yearIsOver: result is not null)}";
    }

    private static Phrase OfGoal(TargetStanding target, bool flow)
    {
        if (target.Completion is not { } completion)
            return $"年度目标为{Goal(target.Target)}";
        return $"{(flow ? "完成" : "为")}年度目标（{Goal(target.Target)}）的{Completion(target, completion)}";
    }

    private static Phrase Growth(TargetStanding target, ReportFacts report, decimal growth)
    {
        string[] sources =
        [
            Cite.Source(report, $"figures[{target.Target.Id}].value"),
            Cite.Source(report, $"figures[{target.Target.Id}].lastYear"),
        ];
        return growth == 0m
            ? Phrase.Plain("与上年同期持平")
            : $"同比{(growth > 0m ? "增长" : "下降")}{Cite.Computed("growth", Numbers.Percent(Math.Abs(growth)), sources)}";
    }

    /// <summary>What the quarter itself brought, and how the distance to schedule changed; nothing in the first quarter.</summary>
    /// <param name="yearIsOver">Then the distance to schedule is the distance to the target, which has been said.</param>
    private Phrase Development(TargetStanding target, ReportFacts report, bool yearIsOver)
    {
        if (target is not { Before: { } before, Added: { } added, Figure: { } figure })
            return Phrase.Empty;
        var field = $"figures[{target.Target.Id}].value";
        string[] sources = [Cite.Source(report, field), Cite.Source(before.Entry, field)];
        var end = Words.Quarter(before.Period) + "末";
        if (added < 0m)
        {
            var note = Quotation.Clause(report.Content?.Note);
            Phrase why = note.Length == 0 ? Phrase.Plain("填报单位未作说明") : $"填报单位说明：{Cite.Said(report, "note", note)}";
            return $"累计数比{end}减少{Cite.Computed("difference", Numbers.Plain(-added) + figure.Unit, sources)}，{why}。";
        }
        Phrase quarter = $"{new Wording(snapshot).Pick($"quarter:{target.Target.Id}", $"其中{Words.Quarter(period)}完成", $"{Words.Quarter(period)}当季完成")}{Cite.Computed("difference", Numbers.Plain(added) + figure.Unit, sources)}";
        return !yearIsOver && target.Lead is { } now && before.Lead is { } then
            ? Phrase.Of($"{quarter}{Shift(now, then, end, target.YearIsOver, sources)}。")
            : $"{quarter}。";
    }

    /// <param name="yearIsOver">The distance has just been said to be the one to the target.</param>
    private static Phrase Shift(decimal now, decimal then, string end, bool yearIsOver, string[] sources)
    {
        var distance = yearIsOver ? "差距" : "与序时进度的差距";
        Run Points(decimal value) => Cite.Computed("difference", Numbers.Plain(Math.Abs(value)), sources);
        return (now, then) switch
        {
            ( < 0m, < 0m) when now == then => $"，{distance}同{end}持平",
            ( < 0m, < 0m) => $"，{distance}比{end}{(now > then ? "缩小" : "扩大")}{Points(now - then)}个百分点",
            ( >= 0m, < 0m) => $"；{end}低于序时进度{Points(then)}个百分点，本期已赶上",
            ( < 0m, >= 0m) => then == 0m ? Phrase.Plain($"；{end}与序时进度持平，本期转为低于") : $"；{end}高于序时进度{Points(then)}个百分点，本期转为低于",
            _ => Phrase.Empty,
        };
    }
}
