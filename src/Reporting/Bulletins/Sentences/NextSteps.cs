using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Sentences;

/// <summary>六、下一步工作: what the units behind schedule will do in their own words, and what is demanded of whom by when.</summary>
internal sealed class NextSteps(Snapshot snapshot, PlanStanding standing)
{
    private readonly Period period = snapshot.Issue.Period;

    /// <summary>A paragraph for each; a lead names the unit, null where the paragraph names it itself.</summary>
    public IEnumerable<(Phrase? Lead, Phrase Text)> Paragraphs()
    {
        foreach (var (task, report) in Behind())
        {
            var step = Quotation.Sentence(report.Report.Content?.NextStep);
            if (step.Length > 0)
            {
                string[] reasons = [.. Cite.Judged(report.Report)];
                yield return (
                    Phrase.Of($"{Cite.UnitName(snapshot, report.Report.Unit)}（{Cite.TaskNumber(standing.Plan.Id, task)}）：").Because(reasons),
                    Phrase.Traced(Cite.Said(report.Report, "nextStep", step)).Because(reasons));
            }
        }
        List<Phrase> demands =
        [
            Silent().Because([.. Reasons.Of(standing.Tasks), .. standing.Plan.Reports.Select(r => Cite.Source(r, "nextStep"))]),
            Missing().Because(Cite.Sources(standing.Submission.Owed)),
            Unreviewed().Because(Cite.Sources(standing.Submission.Owed)),
            Help().Because(Reasons.Of(standing.Problems)),
            Unaddressed().Because(Reasons.Of(standing.Problems)),
            new LedgerSentences(snapshot, [standing]).Demand(),
            Figures().Because(Reasons.Of(standing.Targets)),
        ];
        var demanded = Phrase.Join("", demands.Where(d => !d.IsEmpty));
        if (!demanded.IsEmpty)
            yield return (null, demanded);
        if (snapshot.Dates.NextDue is not null)
            yield return (null, $"各牵头单位于{By()}前报送{NextPeriod()}进展。");
    }

    private IEnumerable<(TaskFacts Task, ReportStanding Report)> Behind() => standing.Tasks
        .SelectMany(t => t.Reports.Select(r => (t.Task, Report: r)))
        .Where(x => x.Report.Report.State == ReportState.Accepted && x.Report.Light is Light.Red or Light.Yellow);

    /// <summary>Units behind schedule that say nothing of what comes next.</summary>
    private Phrase Silent()
    {
        var silent = Behind().Where(x => Quotation.Sentence(x.Report.Report.Content?.NextStep).Length == 0).ToList();
        return silent.Count == 0 ? Phrase.Empty
            : $"请{Phrase.Join("、", silent.Select(x => Phrase.Of($"{Cite.UnitName(snapshot, x.Report.Report.Unit)}（{Cite.TaskNumber(standing.Plan.Id, x.Task)}）")))}提出加快进度的措施，{Frame.Deadline()}报办公室。";
    }

    private Phrase Missing()
    {
        var missing = standing.Submission.Missing;
        return missing.Count == 0 ? Phrase.Empty
            : $"请{Units(missing)}{Frame.Deadline()}补报{Words.SinceJanuary(period)}进展，并说明未报原因。";
    }

    private Phrase Unreviewed()
    {
        var returned = standing.Submission.Returned;
        return returned.Count == 0 ? Phrase.Empty : $"请{Units(returned)}按退回意见修改后重新报送。";
    }

    private Phrase Help()
    {
        var asked = ProblemSentences.ByBody(snapshot, standing.Problems);
        return asked.Count == 0 ? Phrase.Empty
            : Phrase.Join("", asked.Select(g =>
                Phrase.Of($"请{Cite.UnitName(snapshot, g.Key)}对{Units([.. g.Select(p => p.Report)])}反映的{Kinds(g)}提出办理意见，{Frame.Deadline()}送办公室。")));
    }

    /// <summary>Help that is asked of nobody would be nobody's to give: the unit says whose it wants.</summary>
    private Phrase Unaddressed()
    {
        var open = ProblemSentences.Unaddressed(standing.Problems);
        return open.Count == 0 ? Phrase.Empty
            : $"请{Units(open.Select(p => p.Report))}明确所反映{Kinds(open)}的协调单位，{Frame.Deadline()}报办公室。";
    }

    /// <summary>土地、资金问题; 问题 where one of them is of no named kind.</summary>
    private static string Kinds(IEnumerable<RaisedProblem> problems)
    {
        var kinds = problems.Select(p => p.Problem.Kind).Distinct().ToList();
        return kinds.Contains(Collecting.ProblemKind.Other) ? "问题" : string.Join("、", kinds.Select(Words.Of)) + "问题";
    }

    /// <summary>Indicators behind schedule: the issuing unit says why.</summary>
    private Phrase Figures()
    {
        var behind = standing.Targets.Where(t => t.YearIsOver ? t.Met == false : t.Light is Light.Red or Light.Yellow).ToList();
        return behind.Count == 0 ? Phrase.Empty
            : $"请{Cite.UnitName(snapshot, standing.Plan.IssuingUnit)}分析{Phrase.Join("、", behind.Select(t => Phrase.Traced(Cite.Printed(t.Target.Id, "indicator", t.Target.Indicator))))}{(snapshot.Dates.NextDue is null ? "未完成年度目标" : "进度偏慢")}的原因，提出措施，{Frame.Deadline()}报办公室。";
    }

    private Phrase Units(IEnumerable<ReportFacts> reports) =>
        Phrase.Join("、", reports.Select(r => r.Unit).Distinct(StringComparer.Ordinal).Select(u => Phrase.Traced(Cite.UnitName(snapshot, u))));

    private Run By() => Cite.Of("calendar:nextDue", snapshot.Dates.NextDue is { } day ? Numbers.Day(day) : "");

    private string NextPeriod() => Words.SinceJanuary(new Period(period.Year, Math.Min(period.Quarter + 1, 4)));
}
