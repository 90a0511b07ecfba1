using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Sentences;

/// <summary>年终排名: zones by revenue, those that climbed, and what they achieved in the office's record.</summary>
internal sealed class ZoneSentences(Snapshot snapshot, PlanFacts plan)
{
    private static readonly Phrase Nothing = Phrase.Plain("—");
    private readonly IReadOnlyList<ZoneStanding> zones = ZoneStanding.Of(plan.Zones);

    public bool Any => zones.Count > 0;

    /// <summary>A rank hangs on every zone.</summary>
    public IReadOnlyList<string> Because { get; } = [.. plan.Zones.SelectMany(Reasons.Of)];

    /// <summary>2012年参加排名的产业集聚区10个，以主营业务收入排名，漯河经济技术产业集聚区位居第1；排名上升的4个，下降的3个，持平的2个。</summary>
    public Phrase Opening()
    {
        if (!Any)
            return $"{Frame.Year(snapshot)}没有办公室记录的产业集聚区数据，本年度未能排名。";
        var first = zones.Where(z => z.Rank == 1).ToList();
        Phrase leaders = Phrase.Join("、", first.Select(z => Phrase.Traced(Name(z))));
        Phrase place = first.Count == 1 ? Phrase.Of($"{leaders}居{Rank(first[0])}") : $"{leaders}{Rank(first[0])}";
        var known = zones.Where(z => z.Climbed is not null).ToList();
        return $"{Frame.Year(snapshot)}参加排名的产业集聚区{Count(zones)}，按主营业务收入排列，{place}。{Moves(known)}{Unknown(known)}";
    }

    public void Table(Draft draft)
    {
        List<TableColumn> columns =
        [
            new("名次", 1.1m, ColumnAlign.Centre),
            new("产业集聚区", 4m),
            new("主营业务\n收入", 2m, ColumnAlign.Centre),
            new("同比", 1.4m, ColumnAlign.Centre),
            new("上年\n名次", 1.2m, ColumnAlign.Centre),
            new("名次\n变化", 1.2m, ColumnAlign.Centre),
        ];
        draft.Table($"{Cite.Printed(plan.Id, "industry", plan.Industry)}产业集聚区{Frame.Year(snapshot)}排名", columns, zones.Select(zone => Row(zone).Because(Because)));
    }

    /// <summary>甲集聚区由第5位升至第2位，上升3位；…. The farthest climb first.</summary>
    public Phrase Climbers()
    {
        var climbers = zones.Where(z => z.Climbed > 0).OrderByDescending(z => z.Climbed).ToList();
        return climbers.Count == 0
            ? Phrase.Plain("没有名次上升的产业集聚区。")
            : $"{Phrase.Join("；", climbers.Select(Climb))}。";
    }

    /// <summary>A lead and the office's words for each zone that has a record of achievements, in order of rank.</summary>
    public IEnumerable<(Phrase Lead, Phrase Text)> Achievements() => zones
        .Select(z => (Zone: z, Text: Quotation.Sentence(z.Zone.Achievements)))
        .Where(x => x.Text.Length > 0)
        .Select(x => (Phrase.Of($"{Name(x.Zone)}（{Rank(x.Zone)}）："), Phrase.Traced(Cite.Of(Source(x.Zone, "achievements"), x.Text))));

    public Phrase Without() => zones.Any(z => Quotation.Sentence(z.Zone.Achievements).Length > 0)
        ? Phrase.Plain("表彰对象由办公室按规定程序另行提出。")
        : Phrase.Plain("没有记录发展成就。表彰对象由办公室按规定程序另行提出。");

    public Phrase Preliminary()
    {
        var preliminary = zones.Where(z => z.Zone.Preliminary).ToList();
        return preliminary.Count == 0 ? Phrase.Empty
            : preliminary.Count == zones.Count ? Phrase.Plain("主营业务收入均为快报数，以年报数为准。")
            : $"{Cite.Count(preliminary.Count, "个", preliminary.Select(z => Source(z, "preliminary")))}产业集聚区的主营业务收入为快报数，以年报数为准。";
    }

    /// <summary>1个没有上年名次（正阳县产业集聚区）。 Nothing where all have one, or none has.</summary>
    private Phrase Unknown(List<ZoneStanding> known)
    {
        var others = zones.Except(known).ToList();
        return others.Count == 0 || known.Count == 0 ? Phrase.Empty : $"没有上年名次的{Count(others)}（{Phrase.Join("、", others.Select(z => Phrase.Traced(Name(z))))}）。";
    }

    private static Phrase Moves(List<ZoneStanding> known)
    {
        if (known.Count == 0)
            return Phrase.Plain("上年名次不明，不比较名次变化。");
        List<(string Word, List<ZoneStanding> Zones)> moves =
        [
            ("上升", known.Where(z => z.Climbed > 0).ToList()), ("下降", known.Where(z => z.Climbed < 0).ToList()), ("未变", known.Where(z => z.Climbed == 0).ToList()),
        ];
        return $"与上年相比，名次{Phrase.Join("，", moves.Where(m => m.Zones.Count > 0).Select(m => Phrase.Of($"{m.Word}的{Cite.Count(m.Zones.Count, "个", m.Zones.SelectMany(Ranks))}")))}。";
    }

    private Phrase Climb(ZoneStanding zone) =>
        $"{Name(zone)}由上年第{Cite.Of(Source(zone, "rankLastYear"), Numbers.Count(zone.Zone.RankLastYear ?? 0))}位升至{Rank(zone)}，上升{Cite.Computed("difference", Numbers.Count(zone.Climbed ?? 0), Ranks(zone))}位";

    private TableRow Row(ZoneStanding zone) => new(
    [
        Cite.Computed("rank", Numbers.Count(zone.Rank) + (zone.Shared ? "（并列）" : ""), zones.Select(z => Source(z, "revenue"))),
        Name(zone),
        Cite.Of(Source(zone, "revenue"), Numbers.Exact(zone.Zone.Revenue) + zone.Zone.RevenueUnit),
        zone.Growth is { } growth
            ? Cite.Computed("growth", (growth < 0m ? "−" : "") + Numbers.ColumnPercent(Math.Abs(growth)), Source(zone, "revenue"), Source(zone, "revenueLastYear"))
            : Nothing,
        zone.Zone.RankLastYear is { } last ? Cite.Of(Source(zone, "rankLastYear"), Numbers.Count(last)) : Nothing,
        zone.Climbed is { } climbed ? PlanTables.Signed(climbed, Ranks(zone)) : Nothing,
    ]);

    private Run Rank(ZoneStanding zone) => Cite.Computed("rank", $"{(zone.Shared ? "并列" : "")}第{Numbers.Count(zone.Rank)}位", zones.Select(z => Source(z, "revenue")));

    private static Run Count(IReadOnlyList<ZoneStanding> zones) => Cite.Count(zones.Count, "个", zones.Select(z => Source(z, "name")));

    private static Run Name(ZoneStanding zone) => Cite.Of(Source(zone, "name"), zone.Zone.Name);

    private static IEnumerable<string> Ranks(ZoneStanding zone) => [Source(zone, "revenue"), Source(zone, "rankLastYear")];

    private static string Source(ZoneStanding zone, string field) => FormattableString.Invariant($"zone:{zone.Zone.Id}@{zone.Zone.Version}#{field}");
}
