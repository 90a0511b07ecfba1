using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Inspections;

/// <summary>What the office recorded of one site that was visited (检查记录).</summary>
/// <param name="Period">The period whose inspection report it goes into; any of the programme's.</param>
/// <param name="VisitedOn">In Beijing; not before the programme's year and not in the future.</param>
/// <param name="Site">At most 200 characters.</param>
/// <param name="Project">Id of a project of the plan; null where the site is none.</param>
/// <param name="Unit">Id of the unit that answers for the site; null when none is named.</param>
/// <param name="Inspectors">Ids of the units that took part, each once.</param>
/// <param name="Findings">At most 20.</param>
/// <param name="Conclusion">At most 1,500 characters; null until there is one.</param>
public sealed record Inspection(
    Period Period,
    DateOnly VisitedOn,
    string Site,
    string? Project,
    string? Unit,
    IReadOnlyList<string> Inspectors,
    IReadOnlyList<Finding> Findings,
    string? Conclusion)
{
    /// <summary>Whether a unit sees it: it answers for the site, or something is for it to mend.</summary>
    public bool ConcernsUnit(string? unit) => unit is not null && (Unit == unit || Findings.Any(f => f.Rectification?.Unit == unit));
}

/// <summary>What was found at a site.</summary>
/// <param name="Text">At most 1,500 characters.</param>
/// <param name="Kind">Null where it is no obstacle of the known kinds.</param>
/// <param name="Rectification">What has to be mended; null where nothing has.</param>
public sealed record Finding(string Text, ProblemKind? Kind, Rectification? Rectification);

/// <summary>整改: what is to be done, by whom and until when, and how far it is.</summary>
/// <param name="Required">At most 1,500 characters.</param>
/// <param name="Unit">Id of the unit that has to do it.</param>
/// <param name="Due">The last day, in Beijing; not before the visit.</param>
/// <param name="DoneOn">In Beijing, from the day of the visit to today; null exactly as long as it is not done.</param>
/// <param name="Note">At most 1,500 characters.</param>
public sealed record Rectification(string Required, string Unit, DateOnly Due, RectificationState State, DateOnly? DoneOn, string? Note);
