using Reporting.Bulletins.Snapshots;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Bulletins.Assessing;

/// <summary>How a task goes, in the words of the opening paragraph.</summary>
internal enum TaskState
{
    OnTrack,
    Lagging,
    Blocked,

    /// <summary>No accepted report to judge by.</summary>
    Unrated,
}

/// <summary>Where a task stands: the worst of its reported lights; units that did not report are counted apart.</summary>
/// <param name="Light">Red also when all owed reports are overdue and missing; null when nothing can be judged.</param>
internal sealed record TaskStanding(TaskFacts Task, IReadOnlyList<ReportStanding> Reports, Light? Light, TaskState State)
{
    /// <summary>True when no report came at all and all are overdue.</summary>
    public bool AllMissing => Reports.All(r => r.Report.Outstanding);

    /// <summary>The task's light in the period before; null when there was none to see.</summary>
    public Light? Before => Rule.Worst(Reports.Select(r => r.Before));

    /// <summary>Every lead unit reports 100 percent or rates its part as completed.</summary>
    public bool Done => Reports.All(r => r.Done);

    public IEnumerable<ReportStanding> Missing => Reports.Where(r => r.Report.Outstanding);

    public static TaskStanding Of(TaskFacts task, Period period, IReadOnlyList<decimal> profile)
    {
        List<ReportStanding> reports = [.. task.Reports.Select(r => ReportStanding.Of(r, period, profile))];
        var rated = reports.Where(r => r.Report.State == ReportState.Accepted && r.Light is not null).ToList();
        var light = rated.Count > 0 ? Rule.Worst(rated.Select(r => r.Light)) : AllOverdue(reports) ? Bulletins.Light.Red : null;
        var state = rated.Count == 0 ? TaskState.Unrated
            : rated.Any(r => r.Report.Content?.SelfRating == SelfRating.Blocked) ? TaskState.Blocked
            : light == Bulletins.Light.Green ? TaskState.OnTrack
            : TaskState.Lagging;
        return new TaskStanding(task, reports, light, state);
    }

    private static bool AllOverdue(List<ReportStanding> reports) => reports.All(r => r.Report.Outstanding);
}

/// <summary>Where one unit stands with one task.</summary>
/// <param name="Due">Percent of the year's work due by the period's end.</param>
/// <param name="Before">The light of the period before within the year; null when there was none.</param>
internal sealed record ReportStanding(ReportFacts Report, decimal Due, decimal? Pace, Light? Light, Light? Before)
{
    /// <summary>Percentage points ahead of (or, negative, behind) schedule.</summary>
    public decimal? Lead => Report.Content?.Percent - Due;

    /// <summary>100 percent, or rated as completed.</summary>
    public bool Done => Report is { State: ReportState.Accepted, Content: { } content } && (content.Percent >= 100m || content.SelfRating == SelfRating.Completed);

    /// <summary>Whether the year's whole work is due.</summary>
    public bool YearIsOver => Due >= 100m;

    /// <summary>Red in the period before and green now.</summary>
    public bool CaughtUp => Before == Bulletins.Light.Red && Light == Bulletins.Light.Green;

    public static ReportStanding Of(ReportFacts report, Period period, IReadOnlyList<decimal> profile)
    {
        var due = profile[period.Quarter - 1];
        var pace = report.Content?.Percent is { } done ? Rule.Pace(done, due) : (decimal?)null;
        var light = report.State switch
        {
            ReportState.Accepted => Rule.LightOf(report.Content?.SelfRating, pace),
            ReportState.Missing when report.Outstanding => Bulletins.Light.Red,
            _ => null,
        };
        return new ReportStanding(report, due, pace, light, BeforeOf(report, period, profile));
    }

    private static Light? BeforeOf(ReportFacts report, Period period, IReadOnlyList<decimal> profile) =>
        report.Earlier.LastOrDefault(e => e.Period < period) switch
        {
            null => null,
            { State: ReportState.Missing } => Bulletins.Light.Red,
            { State: ReportState.Accepted } earlier => Rule.LightOf(
                earlier.SelfRating,
                earlier.Percent is { } done ? Rule.Pace(done, profile[earlier.Period.Quarter - 1]) : null),
            _ => null,
        };
}
