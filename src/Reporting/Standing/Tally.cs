using Reporting.Bulletins;
using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Standing;

/// <summary>What came of a set of obligations: counts, the three rates, and the lights of its tasks.</summary>
/// <param name="OnTime">First submitted by the due day.</param>
/// <param name="Late">First submitted after the due day, with grace or without.</param>
/// <param name="Missing">Never submitted, and the due day is over.</param>
/// <param name="Open">Never submitted, and the due day is not over.</param>
/// <param name="Returned">Returned by the office and not submitted again.</param>
/// <param name="Blank">With the office or accepted, but an entry of blanks.</param>
/// <param name="Completeness">报送率: percent of what is owed that is with the office or accepted and not blank; null when nothing is owed.</param>
/// <param name="Timeliness">按时率: percent of what is owed that was first submitted by the due day; null when nothing is owed.</param>
/// <param name="Substance">充实率: percent of what was submitted that is not blank; null when nothing was submitted.</param>
public sealed record Tally(
    int Owed,
    int Submitted,
    int Accepted,
    int OnTime,
    int Late,
    int Missing,
    int Open,
    int Returned,
    int Blank,
    decimal? Completeness,
    decimal? Timeliness,
    decimal? Substance,
    LightCount Lights)
{
    /// <param name="reports">Frozen at one moment; counted as the bulletin of that moment counts them.</param>
    internal static Tally Of(IReadOnlyList<ReportStanding> reports)
    {
        var submission = new Submission([.. reports.Select(r => r.Report)]);
        return new Tally(
            submission.Owed.Count,
            submission.Submitted.Count,
            submission.Accepted.Count,
            submission.OnTime.Count,
            submission.Late.Count,
            submission.Missing.Count,
            submission.Open.Count,
            submission.Returned.Count,
            submission.Blank.Count,
            submission.Completeness,
            submission.Punctuality,
            submission.Substance,
            LightCount.Of(reports.Where(r => r.Report.Task is not null)));
    }
}

/// <summary>The lights of a unit's tasks, one for each obligation; a plan's indicators have lights of their own, one for each target.</summary>
/// <param name="Red">By an accepted entry: blocked, or far behind schedule.</param>
/// <param name="Unreported">Overdue and missing, which a bulletin lights red and names apart.</param>
/// <param name="Unrated">Nothing to judge by yet: not due, with the office, returned, or without a percentage and a rating.</param>
public sealed record LightCount(int Green, int Yellow, int Red, int Unreported, int Unrated)
{
    internal static LightCount Of(IEnumerable<ReportStanding> tasks)
    {
        var lights = tasks.ToLookup(r => r.Report.State == ReportState.Missing, r => r.Light);
        return new LightCount(
            lights[false].Count(l => l == Light.Green),
            lights[false].Count(l => l == Light.Yellow),
            lights[false].Count(l => l == Light.Red),
            lights[true].Count(l => l is not null),
            lights[false].Count(l => l is null) + lights[true].Count(l => l is null));
    }
}
