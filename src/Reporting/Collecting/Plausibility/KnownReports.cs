using Reporting.Schedule;

namespace Reporting.Collecting.Plausibility;

/// <summary>What was reported before and elsewhere; an entry is compared with this, the plan, and itself.</summary>
/// <param name="Earlier">The unit's last accepted entry of the year; null when there is none.</param>
internal sealed record KnownReports(EarlierReport? Earlier, IReadOnlyList<OtherProjectReport> Others)
{
    public static KnownReports None { get; } = new(null, []);
}

/// <summary>An accepted entry of an earlier period of the year, without its texts.</summary>
internal sealed record EarlierReport(
    Period Period, decimal? Percent, IReadOnlyList<EntryFigure> Figures, IReadOnlyList<ProjectUpdate> Projects)
{
    public static EarlierReport Of(Entry entry) => new(entry.Key.Period, entry.Content.Percent, entry.Content.Figures, entry.Content.Projects);
}
