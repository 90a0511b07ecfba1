using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Sentences;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Reports;

/// <summary>更正: an issue of its own about published figures that do not hold any more; not in the calendar, the office asks for it.</summary>
internal sealed class CorrectionNotice() : Report(Id, "更正")
{
    public static IssueKind Id { get; } = IssueKind.Of("correction");

    internal override IssueKind ComparedWith => PlanBulletin.Id;

    internal override Document Compose(Snapshot snapshot)
    {
        var standing = PlanStanding.Of(snapshot)[0];
        var corrections = new CorrectionSentences(snapshot, _ => true);
        var text = new Draft();
        text.Say(corrections.Any
            ? $"经核实，{Cite.Printed(standing.Plan.Id, "industry", standing.Plan.Industry)}行动计划已发布的通报中有{corrections.Count()}数据有误，现更正如下："
            : Phrase.Plain("经核对，已发布的通报与审核采用的报送材料一致，没有须更正的数据。"));
        foreach (var paragraph in corrections.Paragraphs())
            text.Say(paragraph);
        text.Add(new NoteBlock(new DataNotes(snapshot, [standing]).OfCorrection()));
        return Frame.Close(
            snapshot,
            [Frame.About(snapshot, standing.Plan), Phrase.Plain("通报有关数据的更正")],
            Frame.OfficeOf(standing.Plan.Office),
            text);
    }
}
