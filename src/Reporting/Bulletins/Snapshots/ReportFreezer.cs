using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Bulletins.Snapshots;

/// <summary>Freezes what became of single obligations; timeliness is judged by the first submission, content taken only when accepted.</summary>
internal sealed class ReportFreezer
{
    private readonly string programme;
    private readonly PeriodDates dates;
    private readonly Dictionary<EntryKey, Entry> entries;
    private readonly HashSet<Obligation> earlier;
    private readonly List<Period> earlierPeriods;
    private readonly DateTimeOffset now;

    /// <param name="programme">Its id.</param>
    /// <param name="earlier">What was owed in the year's earlier periods.</param>
    public ReportFreezer(string programme, PeriodDates dates, IReadOnlyList<Entry> entries, IEnumerable<Obligation> earlier, DateTimeOffset now)
    {
        this.programme = programme;
        this.dates = dates;
        this.now = now;
        this.entries = entries.GroupBy(e => e.Key).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Version) ?? g.First());
        this.earlier = [.. earlier];
        earlierPeriods = [.. this.earlier.Select(o => o.Period).Distinct().Order()];
    }

    public ReportFacts Freeze(Obligation owed)
    {
        var entry = Find(owed, owed.Period);
        var state = StateOf(entry);
        return new ReportFacts(
            owed.Task,
            owed.Unit,
            state,
            dates.ArrivalOf(entry?.FirstSubmittedAt, now),
            entry?.FirstSubmittedAt is { } first ? BeijingTime.DateOf(first) : null,
            entry is not null && state != ReportState.Missing && HasSubstance(entry.Content),
            state == ReportState.Missing ? null : VersionOf(entry),
            state == ReportState.Accepted ? entry?.Content : null,
            [.. earlierPeriods
                .Where(period => earlier.Contains(owed with { Period = period }))
                .Select(period => FreezeEarlier(period, Find(owed, period)))]);
    }

    private static EarlierReport FreezeEarlier(Period period, Entry? entry)
    {
        var state = StateOf(entry);
        var content = state == ReportState.Accepted ? entry?.Content : null;
        return new EarlierReport(
            period,
            state,
            state == ReportState.Missing ? null : VersionOf(entry),
            content?.SelfRating,
            content?.Percent,
            content?.Figures ?? [],
            content?.Projects ?? []);
    }

    /// <summary>An entry of blanks says nothing about the work: neither text nor percent nor a figure nor a project.</summary>
    private static bool HasSubstance(EntryContent content) =>
        !string.IsNullOrWhiteSpace(content.Progress)
        || content.Percent is not null
        || content.Projects.Count > 0
        || content.Figures.Any(f => f.Value is not null);

    private static ReportState StateOf(Entry? entry) => entry switch
    {
        null or { FirstSubmittedAt: null } => ReportState.Missing,
        { State: EntryState.Accepted } => ReportState.Accepted,
        { State: EntryState.Submitted } => ReportState.Unreviewed,
        // A returned entry that the unit is mending is a draft again; it was submitted once and is not with the office.
        _ => ReportState.Returned,
    };

    private static EntryVersion? VersionOf(Entry? entry) =>
        entry is null ? null : new EntryVersion(entry.Key, entry.Version, entry.Hash, entry.At.ToUniversalTime());

    private Entry? Find(Obligation owed, Period period) =>
        entries.GetValueOrDefault(new EntryKey(programme, period, owed.Plan, owed.Task, owed.Unit));
}
