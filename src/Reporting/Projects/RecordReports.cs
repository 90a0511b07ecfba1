using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>
/// Takes what an entry says of projects into the register: its list when it is accepted, nothing when it was taken back. The version that was
/// taken is kept with it, so that doing it twice, late, or at once with somebody else gives the same.
/// </summary>
public sealed class RecordReports(ProjectsTable table)
{
    private const int MostRounds = 20;

    /// <param name="entry">As it stands.</param>
    /// <exception cref="InvalidOperationException">Others kept writing the same row; the next tick tries again.</exception>
    internal async Task RunAsync(Entry entry, CancellationToken cancellation)
    {
        IReadOnlyList<ReportedProject> reported = entry.State == EntryState.Accepted
            ? [.. entry.Content.Projects.Select(p => new ReportedProject(p.Project, p.Stage, p.PlannedInvestment, p.CumulativeInvestment, p.Obstacle))]
            : [];
        for (var round = 0; round < MostRounds; round++)
        {
            if (await table.RecordAsync(entry, reported, cancellation))
                return;
        }
        throw new InvalidOperationException("Too many writers record the same entry at once.");
    }
}
