using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Sentences;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Reports;

/// <summary>年终排名: a plan's zones (产业集聚区) by what they achieved in the year, as a base for commendation (food-D03: 排名晋升较快、发展成就突出).</summary>
internal sealed class ZoneRanking() : Report(Id, "排名通报")
{
    public static IssueKind Id { get; } = IssueKind.Of("ranking");

    internal override SnapshotParts Parts => SnapshotParts.Zones;

    internal override Document Compose(Snapshot snapshot)
    {
        var plan = snapshot.Plans[0];
        var zones = new ZoneSentences(snapshot, plan);
        var text = new Draft();
        text.Say(zones.Opening().Because(zones.Because));
        if (zones.Any)
        {
            text.Section("排名情况");
            zones.Table(text);
            text.Section("名次上升的产业集聚区");
            text.Say(zones.Climbers().Because(zones.Because));
            text.Section("发展成就");
            foreach (var (lead, told) in zones.Achievements())
                text.Say(lead.Because(zones.Because), told.Because(zones.Because));
            text.Say(zones.Without());
        }
        text.Add(new NoteBlock(new DataNotes(snapshot, []).OfRanking(zones.Preliminary().Because(zones.Because))));
        return Frame.Close(
            snapshot,
            [Frame.About(snapshot, plan), Phrase.Plain("产业集聚区年终排名情况的通报")],
            Frame.OfficeOf(plan.Office),
            text);
    }
}
