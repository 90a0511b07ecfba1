using Reporting.Schedule;

namespace Reporting.Collecting;

/// <summary>What another plan's entry says of a project that an entry of this plan may speak of, too.</summary>
/// <param name="Project">The project's id in the plan of the entry that is checked.</param>
/// <param name="Plan">Id of the other plan.</param>
/// <param name="Unit">Unit id of the body that reported it there.</param>
/// <param name="PlannedInvestment">In 万元; null where it was not given.</param>
/// <param name="CumulativeInvestment">In 万元; null where it was not given.</param>
public sealed record OtherProjectReport(
    string Project,
    string Plan,
    Period Period,
    string Unit,
    ProjectStage Stage,
    decimal? PlannedInvestment,
    decimal? CumulativeInvestment);

/// <summary>Knows which projects of several plans are one, and what was reported of them; registered by whoever keeps the register.</summary>
public interface IOtherProjectReports
{
    /// <summary>What other plans' entries of the period say of projects of <paramref name="key"/>'s plan; asked on every write, so it is kept at hand.</summary>
    Task<IReadOnlyList<OtherProjectReport>> FindAsync(EntryKey key, CancellationToken cancellation);
}
