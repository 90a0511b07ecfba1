using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Sentences;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Reports;

/// <summary>通报: one plan's quarter.</summary>
internal sealed class PlanBulletin() : Report(Id, "通报")
{
    public static IssueKind Id { get; } = IssueKind.Of("bulletin");

    internal override Document Compose(Snapshot snapshot)
    {
        var standing = PlanStanding.Of(snapshot)[0];
        var text = new Draft();
        PlanSections.Opening(text, snapshot, standing);
        PlanSections.Targets(text, snapshot, standing, "总体进展");
        PlanSections.Tasks(text, snapshot, standing);
        PlanSections.Projects(text, snapshot, standing);
        PlanSections.Problems(text, snapshot, standing);
        PlanSections.Submission(text, snapshot, standing);
        PlanSections.NextSteps(text, snapshot, standing, "下一步工作");
        PlanSections.Corrections(text, snapshot, _ => true);
        text.Add(new NoteBlock(new DataNotes(snapshot, [standing]).Paragraph()));
        return Frame.Close(
            snapshot,
            [Frame.About(snapshot, standing.Plan), $"{Frame.SinceJanuary(snapshot)}进展情况的通报"],
            Frame.OfficeOf(standing.Plan.Office),
            text);
    }
}
