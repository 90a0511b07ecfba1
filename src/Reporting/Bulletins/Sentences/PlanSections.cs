using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>The sections that issues on one plan are put together from.</summary>
internal static class PlanSections
{
    /// <summary>The most important first: how tasks and figures stand, what help is asked, then who reported.</summary>
    public static void Opening(Draft text, Snapshot snapshot, PlanStanding standing)
    {
        var submission = new SubmissionSentences(snapshot, standing.Submission);
        var tasks = standing.Tasks.SelectMany(t => t.Task.Reports).ToList();
        Phrase breakdown = $"{TaskSentences.Count(standing.Tasks, "项")}重点任务{Cite.Count(tasks, "份")}";
        if (standing.Plan.Indicators is { } indicators)
            breakdown = $"{breakdown}、行业指标{Cite.Count([indicators], "份")}";
        var how = TaskSentences.Summary(standing.Tasks, "任务", t => Cite.TaskNumber(standing.Plan.Id, t.Task));
        text.Say($"截至{Cite.PeriodEnd(snapshot.Issue.Period)}，{how}{TargetSentences.Slow(standing.Targets)}{ProblemSentences.Open(snapshot, standing.Problems)}{new LedgerSentences(snapshot, [standing]).Left()}{submission.Summary(breakdown)}{new CorrectionSentences(snapshot, _ => true).Announcement()}");
    }

    public static void Targets(Draft text, Snapshot snapshot, PlanStanding standing, string title)
    {
        var targets = new TargetSentences(snapshot, standing);
        text.Section(title);
        text.Say(targets.Paragraph());
        if (targets.HasFigures)
        {
            new PlanTables(snapshot, standing).Targets(text);
            new PlanCharts(snapshot, standing).Targets(text);
        }
        text.Say(CommitmentSentences.Paragraph(snapshot, standing.Plan));
    }

    public static void Tasks(Draft text, Snapshot snapshot, PlanStanding standing)
    {
        var tasks = new TaskSentences(snapshot, standing);
        text.Section("重点任务进展");
        text.Say($"{TaskSentences.Count(standing.Tasks, "项")}任务亮灯情况：{TaskSentences.Lights(standing.Tasks)}（见{text.NextTable()}）{tasks.Silent()}。");
        new PlanTables(snapshot, standing).Tasks(text);
        foreach (var (lead, said) in tasks.Paragraphs())
            text.Say(lead, said);
        text.Say(tasks.Unreported());
        text.Say(tasks.Rest());
    }

    public static void Projects(Draft text, Snapshot snapshot, PlanStanding standing)
    {
        text.Section("重点项目");
        text.Say(new ProjectSentences(snapshot, standing.Funnel, named: true).Paragraph());
        new PlanCharts(snapshot, standing).Stages(text);
        new PlanTables(snapshot, standing).Projects(text);
    }

    public static void Problems(Draft text, Snapshot snapshot, PlanStanding standing)
    {
        var problems = new ProblemSentences(snapshot, standing.Problems, standing.Submission.Accepted.Count > 0);
        var ledger = new LedgerSentences(snapshot, [standing]);
        text.Section("存在问题");
        text.Say($"{problems.Summary()}{ledger.Summary()}");
        text.Say(ledger.Older());
        foreach (var (lead, told) in problems.ByKind())
            text.Say(lead, told);
    }

    public static void Submission(Draft text, Snapshot snapshot, PlanStanding standing)
    {
        text.Section("报送情况");
        text.Say(new SubmissionSentences(snapshot, standing.Submission).Detail());
    }

    /// <summary>Only where a published figure changed.</summary>
    /// <param name="chosen">Which corrections the issue prints.</param>
    public static void Corrections(Draft text, Snapshot snapshot, Func<CorrectedFigure, bool> chosen)
    {
        var corrections = new CorrectionSentences(snapshot, chosen);
        if (!corrections.Any)
            return;
        text.Section("更正");
        foreach (var paragraph in corrections.Paragraphs())
            text.Say(paragraph);
    }

    public static void NextSteps(Draft text, Snapshot snapshot, PlanStanding standing, string title)
    {
        text.Section(title);
        foreach (var (lead, said) in new NextSteps(snapshot, standing).Paragraphs())
            text.Add(new ParagraphBlock(said, lead));
    }
}
