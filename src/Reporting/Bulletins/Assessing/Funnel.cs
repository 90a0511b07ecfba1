using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Projects;
using Reporting.Schedule;

namespace Reporting.Bulletins.Assessing;

/// <summary>A key project as the latest accepted report of the period has it.</summary>
/// <param name="Before">Its state in the period before; null when it was not reported then.</param>
/// <param name="BeforeEntry">The entry that <paramref name="Before"/> is from.</param>
internal sealed record ProjectStanding(ProjectFacts Project, ReportFacts Report, ProjectUpdate Update, ProjectUpdate? Before, EntryVersion? BeforeEntry = null)
{
    public bool Started => Update.Stage != ProjectStage.NotStarted;
}

/// <summary>
/// Key projects by stage with their investment (万元): those that the office has confirmed, merged ones under their successor, retired ones not.
/// A project reported twice counts once, by the version written last.
/// </summary>
/// <param name="Dropped">Projects reported in the period before and no longer.</param>
/// <param name="Unconfirmed">Projects reported in the period that the office has not confirmed.</param>
internal sealed record Funnel(IReadOnlyList<ProjectStanding> Projects, IReadOnlyList<ProjectFacts> Dropped, IReadOnlyList<ProjectFacts> Unconfirmed)
{
    public IEnumerable<ProjectStanding> At(ProjectStage stage) => Projects.Where(p => p.Update.Stage == stage);

    public IReadOnlyList<ProjectStanding> Started { get; } = [.. Projects.Where(p => p.Started)];

    /// <summary>Those that give both the year's planned investment and what is done; only they are compared.</summary>
    public IReadOnlyList<ProjectStanding> Invested { get; } =
        [.. Projects.Where(p => p.Update is { PlannedInvestment: not null, CumulativeInvestment: not null })];

    public decimal Planned => Invested.Sum(p => p.Update.PlannedInvestment ?? 0m);

    public decimal Done => Invested.Sum(p => p.Update.CumulativeInvestment ?? 0m);

    public IReadOnlyList<ProjectStanding> Obstructed { get; } = [.. Projects.Where(p => p.Update.Obstacle is not null)];

    /// <summary>
    /// Held up, not started, or behind with investment by the pace that makes a light red; in this order, within it the slowest first.
    /// </summary>
    public IReadOnlyList<ProjectStanding> Watched(decimal percentDue) =>
    [
        .. Projects.Where(p => !p.Started || p.Update.Obstacle is not null || (Share(p) is { } share && Rule.Pace(share, percentDue) < Rule.RedBelow))
            .OrderBy(p => p.Update.Obstacle is null)
            .ThenBy(p => p.Started)
            .ThenBy(p => Share(p) ?? 100m),
    ];

    /// <summary>Investment done in percent of the year's plan.</summary>
    private static decimal? Share(ProjectStanding project) =>
        project.Update is { PlannedInvestment: > 0m and var planned, CumulativeInvestment: { } done } ? done * 100m / planned : null;

    public static Funnel Of(PlanFacts plan, Period period)
    {
        var successors = plan.Projects.Where(p => p.CountsFor is not null).ToDictionary(p => p.Id, p => p.CountsFor ?? p.Id, StringComparer.Ordinal);
        var latest = plan.Reports
            .Where(r => r.State == ReportState.Accepted)
            .SelectMany(r => (r.Content?.Projects ?? []).Select(u => (Report: r, Update: u)))
            .GroupBy(x => successors.GetValueOrDefault(x.Update.Project, x.Update.Project), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MaxBy(x => x.Report.Entry?.At), StringComparer.Ordinal);
        var before = period.Quarter == 1
            ? []
            : plan.Reports
                .SelectMany(r => r.Earlier.Where(e => e.Period == period.Previous).SelectMany(e => e.Projects.Select(u => (Entry: e, Update: u))))
                .GroupBy(x => successors.GetValueOrDefault(x.Update.Project, x.Update.Project), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.MaxBy(x => x.Entry.Entry?.At), StringComparer.Ordinal);
        var active = plan.Projects.Where(p => p is { State: ProjectState.Active, CountsFor: null }).ToList();
        return new Funnel(
            [.. active.Where(p => p.Confirmed && latest.ContainsKey(p.Id))
                .Select(p => new ProjectStanding(p, latest[p.Id].Report, latest[p.Id].Update, before.GetValueOrDefault(p.Id).Update, before.GetValueOrDefault(p.Id).Entry?.Entry))],
            [.. active.Where(p => p.Confirmed && before.ContainsKey(p.Id) && !latest.ContainsKey(p.Id))],
            [.. active.Where(p => !p.Confirmed && latest.ContainsKey(p.Id))]);
    }

    /// <summary>The funnels of several plans as one.</summary>
    public static Funnel Of(IEnumerable<Funnel> funnels)
    {
        var all = funnels.ToList();
        return new Funnel([.. all.SelectMany(f => f.Projects)], [.. all.SelectMany(f => f.Dropped)], [.. all.SelectMany(f => f.Unconfirmed)]);
    }
}
