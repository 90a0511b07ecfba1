using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Bulletins.Snapshots;

/// <summary>Freezes what became of single obligations; timeliness is judged by the first submission, content taken only when accepted.</summary>
internal sealed class ReportFreezer
{
    private readonly Programme programme;
    private readonly PeriodDates dates;
    private readonly Dictionary<EntryKey, Entry> entries;
    private readonly HashSet<Obligation> earlier;
    private readonly List<Period> earlierPeriods;
    private readonly DateTimeOffset now;

    /// <param name="earlier">What was owed in the year's earlier periods.</param>
    public ReportFreezer(Programme programme, Period period, IReadOnlyList<Entry> entries, IEnumerable<Obligation> earlier, DateTimeOffset now)
    {
        this.programme = programme;
        dates = PeriodDates.Of(period, programme.Calendar);
        this.now = now;
        this.entries = entries.GroupBy(e => e.Key).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Version) ?? g.First());
        this.earlier = [.. earlier];
        earlierPeriods = [.. this.earlier.Select(o => o.Period).Distinct().Order()];
    }

    /// <summary>The entries as they stand; of one that was read twice the later version.</summary>
    public IReadOnlyDictionary<EntryKey, Entry> Entries => entries;

    public ReportFacts Freeze(Obligation owed)
    {
        var entry = Find(owed, owed.Period);
        var state = StateOf(entry);
        return new ReportFacts(
            owed.Period,
            owed.Plan,
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

    private EarlierReport FreezeEarlier(Period period, Entry? entry)
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
            content?.Projects ?? [],
            PeriodDates.Of(period, programme.Calendar).ArrivalOf(entry?.FirstSubmittedAt, now));
    }

    /// <summary>An entry of blanks says nothing about the work: neither text nor percent nor a figure nor a project.</summary>
    private static bool HasSubstance(EntryContent content) =>
        !string.IsNullOrWhiteSpace(content.Progress)
        || content.Percent is not null
        || content.Projects.Count > 0
        || content.Figures.Any(f => f.Value is not null);

    internal static ReportState StateOf(Entry? entry) => entry switch
    {
        null or { FirstSubmittedAt: null } => ReportState.Missing,
        { State: EntryState.Accepted } => ReportState.Accepted,
        { State: EntryState.Submitted } => ReportState.Unreviewed,
        // A returned entry that the unit is mending is a draft again; it was submitted once and is not with the office.
        _ => ReportState.Returned,
    };

    internal static EntryVersion? VersionOf(Entry? entry) =>
        entry is null ? null : new EntryVersion(entry.Key, entry.Version, entry.Hash, entry.At.ToUniversalTime());

    private Entry? Find(Obligation owed, Period period) =>
        entries.GetValueOrDefault(new EntryKey(programme.Id, period, owed.Plan, owed.Task, owed.Unit));
}
