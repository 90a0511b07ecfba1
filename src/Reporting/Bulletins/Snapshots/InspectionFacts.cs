using Reporting.Collecting;
using Reporting.Inspections;
using Reporting.Schedule;

namespace Reporting.Bulletins.Snapshots;

/// <summary>What the office recorded of a site it visited (检查记录).</summary>
/// <param name="Period">The period whose inspection it belongs to.</param>
/// <param name="VisitedOn">In Beijing.</param>
/// <param name="Project">Id of a project of the plan; null where the site is none.</param>
/// <param name="Unit">The unit that answers for the site; null when none was named.</param>
/// <param name="Inspectors">Units that took part, in the order recorded.</param>
public sealed record InspectionFacts(
    string Id,
    int Version,
    Period Period,
    DateOnly VisitedOn,
    string Site,
    string? Project,
    string? Unit,
    IReadOnlyList<string> Inspectors,
    IReadOnlyList<FindingFacts> Findings,
    string? Conclusion);

/// <summary>What was found at a site.</summary>
/// <param name="Rectification">What has to be mended; null where nothing has.</param>
public sealed record FindingFacts(string Text, ProblemKind? Kind, RectificationFacts? Rectification);

/// <summary>整改: what is to be done, by whom and until when, and how far it is.</summary>
/// <param name="Due">Last day, in Beijing.</param>
/// <param name="DoneOn">Null while it is not done.</param>
public sealed record RectificationFacts(string Required, string Unit, DateOnly Due, RectificationState State, DateOnly? DoneOn, string? Note);
