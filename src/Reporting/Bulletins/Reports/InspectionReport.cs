using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Sentences;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Reports;

/// <summary>检查报告: the sites that the office visited, what it found there and how far the mending is; half-year and year-end.</summary>
internal sealed class InspectionReport() : Report(Id, "检查报告")
{
    public static IssueKind Id { get; } = IssueKind.Of("inspection");

    internal override SnapshotParts Parts => SnapshotParts.Inspections;

    internal override Document Compose(Snapshot snapshot)
    {
        var standing = PlanStanding.Of(snapshot)[0];
        var inspections = new InspectionSentences(snapshot, standing.Plan);
        var text = new Draft();
        text.Say(inspections.Opening().Because(inspections.Because));

        if (inspections.AnySite)
        {
            text.Section("检查发现");
            foreach (var (lead, told) in inspections.Sites())
                text.Say(lead, told);
        }
        if (inspections.AnyRectification)
        {
            text.Section("整改落实");
            text.Say(inspections.Rectifications().Because(inspections.Because));
            inspections.Table(text);
            text.Say(inspections.Older().Because(inspections.Because));
        }

        PlanSections.Projects(text, snapshot, standing);

        text.Section("下一步要求");
        foreach (var demand in inspections.Demands())
            text.Say(demand.Because(inspections.Because));
        text.Say(inspections.Closing());

        text.Add(new NoteBlock(new DataNotes(snapshot, [standing]).OfInspection()));
        return Frame.Close(
            snapshot,
            [Frame.About(snapshot, standing.Plan), $"{Frame.SinceJanuary(snapshot)}落实情况的检查报告"],
            Frame.OfficeOf(standing.Plan.Office),
            text);
    }
}
