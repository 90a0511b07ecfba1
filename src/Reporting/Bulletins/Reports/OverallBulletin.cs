using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Sentences;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Reports;

/// <summary>总通报: all plans, those that need a decision first, compared by industry group.</summary>
internal sealed class OverallBulletin() : Report(Id, "总通报")
{
    public static IssueKind Id { get; } = IssueKind.Of("overall");

    internal override Document Compose(Snapshot snapshot)
    {
        var standings = PlanStanding.Of(snapshot);
        var text = new Draft();
        // Percentages of single units and figures of single projects stand in the issues on single plans only.
        var overall = new OverallSentences(snapshot, standings);
        bool Printed(CorrectedFigure corrected) => standings.Any(s => s.Plan.Id == corrected.Plan && s.Headline?.Target.Id == corrected.Subject);
        text.Say($"{overall.Opening()}{new CorrectionSentences(snapshot, Printed).Announcement()}");

        text.Section("需要协调推进的计划");
        Decisions(text, overall);

        text.Section("总体进展");
        text.Say($"{overall.Headlines(text.NextTable())}{overall.Growth()}");
        var tables = new OverallTables(snapshot, standings);
        tables.Targets(text);
        tables.Tasks(text);
        // After the table that can be parted: the chart of all plans fills half a page.
        var charts = new OverallCharts(snapshot, standings);
        charts.Targets(text);
        var number = 0;
        foreach (var group in overall.Groups())
            text.Say($"{Cite.Numbering($"（{Numbers.Chinese(++number)}）")}{Cite.Printed(group.Facts.Id, "name", group.Facts.Name)}。", overall.Group(group.Standings));

        text.Section("重点项目");
        foreach (var paragraph in overall.Projects())
            text.Say(paragraph);
        charts.Stages(text);

        text.Section("存在问题");
        var problems = standings.SelectMany(s => s.Problems).ToList();
        var ledger = new LedgerSentences(snapshot, standings);
        text.Say($"{new ProblemSentences(snapshot, problems, standings.Any(s => s.Submission.Accepted.Count > 0)).Summary()}{ledger.Summary()}{ledger.OlderByBody()}");
        var asked = text.NextTable();
        tables.Problems(text, problems);

        text.Section("报送情况");
        var submissions = new SubmissionSentences(snapshot, overall.Submission);
        text.Say(submissions.Detail());
        text.Say(submissions.Ranking());

        text.Section("下一步工作");
        foreach (var demand in overall.Demands(asked))
            text.Say(demand);

        PlanSections.Corrections(text, snapshot, Printed);

        text.Add(new NoteBlock(new DataNotes(snapshot, standings).Paragraph()));
        return Frame.Close(
            snapshot,
            [$"关于{Frame.Year(snapshot)}重点工业产业行动计划", $"{Frame.SinceJanuary(snapshot)}进展情况的总通报"],
            Frame.OfficeOf(snapshot.Programme.Office),
            text);
    }

    private static void Decisions(Draft text, OverallSentences overall)
    {
        var pressing = overall.Pressing();
        if (pressing.Count == 0)
            text.Say(overall.NothingPressing());
        var number = 0;
        foreach (var standing in pressing)
            text.Say(Phrase.Of($"{Cite.Numbering($"（{Numbers.Chinese(++number)}）")}{Cite.Printed(standing.Plan.Id, "industry", standing.Plan.Industry)}。").Because(overall.Judged()), overall.Why(standing));
        text.Say(overall.OtherRed());
    }
}
