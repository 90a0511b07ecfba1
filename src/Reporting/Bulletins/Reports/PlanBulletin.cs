using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Sentences;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Reports;

/// <summary>通报: one plan's quarter.</summary>
internal static class PlanBulletin
{
    public static Document Compose(Snapshot snapshot)
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
        text.Add(new NoteBlock(new DataNotes(snapshot, [standing]).Paragraph()));
        return Frame.Close(
            snapshot,
            "通报",
            [Frame.About(snapshot, standing.Plan), $"{Frame.SinceJanuary(snapshot)}进展情况的通报"],
            Frame.OfficeOf(standing.Plan.Office),
            text);
    }
}
