using Reporting.Collecting;
using Reporting.Problems;

namespace Reporting.Workbooks;

/// <summary>
/// What of the period before stands in the input cells of an entry that is not begun: what usually stays. Rating, percentage, cumulative
/// values and texts are never among it, since a workbook posted without a second look would report old numbers as new ones.
/// </summary>
internal static class CarryOver
{
    public static readonly EntryContent Nothing = new(null, null, null, null, [], [], []);

    /// <param name="settled">Ids of problems that are not proposed again.</param>
    /// <param name="projects">Those that can be reported on; merged and retired ones are not proposed.</param>
    public static EntryContent From(Entry? earlier, IReadOnlySet<string> settled, IReadOnlyList<NamedProject> projects) => earlier is null
        ? Nothing
        : Nothing with
        {
            Problems = [.. earlier.Content.Problems.Where(p => !settled.Contains(ProblemId.Of(earlier.Key, p)))],
            Projects = [.. earlier.Content.Projects.Where(p => projects.Any(known => known.Id == p.Project)).Select(p => new ProjectUpdate(p.Project, p.Stage, p.PlannedInvestment, CumulativeInvestment: null))],
        };
}
