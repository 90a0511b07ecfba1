using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Sentences;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Reports;

/// <summary>
/// 年终总结: one plan's year, in place of the second half's summary. Figures are the fourth quarter's cumulative ones, which are the year's;
/// nothing is added up over quarters.
/// </summary>
internal sealed class AnnualSummary() : Report(Id, "年终总结")
{
    public static IssueKind Id { get; } = IssueKind.Of("annual");

    internal override Document Compose(Snapshot snapshot)
    {
        var standing = PlanStanding.Of(snapshot)[0];
        var text = new Draft();
        var year = new AnnualSentences(snapshot, standing);
        var tables = new AnnualTables(snapshot, standing);
        text.Say(year.Opening());

        text.Section("目标完成情况");
        text.Say(new TargetSentences(snapshot, standing).Paragraph(AnnualSentences.Result));
        if (standing.Targets.Any(t => t.Figure?.Value is not null))
        {
            tables.Targets(text);
            new PlanCharts(snapshot, standing).Targets(text);
        }
        text.Say(CommitmentSentences.Paragraph(snapshot, standing.Plan));

        text.Section("重点任务完成情况");
        var tasks = new TaskSentences(snapshot, standing);
        text.Say(year.Tasks());
        tables.Tasks(text);
        foreach (var (lead, said) in tasks.Paragraphs())
            text.Say(lead, said);
        text.Say(tasks.Unreported());
        text.Say(tasks.Rest());

        PlanSections.Projects(text, snapshot, standing);

        text.Section("问题办理情况");
        var ledger = new LedgerSentences(snapshot, [standing]);
        text.Say(ledger.OfTheYear());
        text.Say(ledger.Older());
        var problems = new ProblemSentences(snapshot, standing.Problems, standing.Submission.Accepted.Count > 0);
        text.Say($"{Words.Quarter(snapshot.Issue.Period)}，{problems.Summary()}");
        foreach (var (lead, told) in problems.ByKind())
            text.Say(lead, told);

        text.Section("全年报送情况");
        text.Say(year.Reporting());
        tables.Reporting(text);

        PlanSections.NextSteps(text, snapshot, standing, "下一年工作");
        PlanSections.Corrections(text, snapshot, _ => true);
        text.Add(new NoteBlock(new DataNotes(snapshot, [standing]).Paragraph()));
        return Frame.Close(
            snapshot,
            [Frame.About(snapshot, standing.Plan), Phrase.Plain("全年落实情况的总结")],
            Frame.OfficeOf(standing.Plan.Office),
            text);
    }
}
