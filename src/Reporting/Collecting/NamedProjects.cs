using Reporting.Catalogue;
using Reporting.Projects;
using Reporting.Storage;

namespace Reporting.Collecting;

/// <summary>Looks up in the register what the catalogue does not say of the projects that an entry names.</summary>
public sealed class NamedProjects(Programmes programmes, ProjectsTable table)
{
    /// <summary>Those of the named projects that were added to the register; nothing is read where the catalogue has all of them.</summary>
    internal async Task<IReadOnlySet<string>> AddedAsync(OwedEntry owed, EntryContent content, CancellationToken cancellation)
    {
        var unknown = content.Projects.Select(p => p.Project).Except(owed.Plan.Projects.Select(p => p.Id)).ToList();
        if (unknown.Count == 0 || WholeYear(owed) is not var (programme, plan))
            return new HashSet<string>();
        return Added(await table.ReadFactsAsync(programme, plan, cancellation));
    }

    /// <summary>The register of the entry's plan.</summary>
    internal async Task<ProjectRegister?> RegisterAsync(OwedEntry owed, CancellationToken cancellation) =>
        WholeYear(owed) is var (programme, plan) ? await table.ReadFactsAsync(programme, plan, cancellation) : null;

    internal static IReadOnlySet<string> Added(ProjectRegister? register) =>
        (register?.Projects ?? []).Where(p => !p.InCatalogue).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>A refusal for each project that is no longer reported on, with the one that took its place.</summary>
    internal static IEnumerable<Refusal> Gone(EntryContent content, ProjectRegister? register)
    {
        foreach (var (i, update) in content.Projects.Index())
        {
            var field = $"projects[{i}].project";
            if (register?.Find(update.Project) is not { State: not ProjectState.Active } project)
                continue;
            yield return project.State == ProjectState.Merged
                ? new Refusal("project-merged", field, $"“{project.Id}”已并入“{register.Successor(project.Id)}”，请按后者报送。", $"'{project.Id}' was merged into '{register.Successor(project.Id)}'; report on that one.")
                : new Refusal("project-retired", field, $"“{project.Id}”已退出重点项目库，请删去此项。", $"'{project.Id}' was taken out of the register; leave it out.");
        }
    }

    // The entry's own view is of its period; a record that is not in force then is no added project.
    private (Programme Programme, Plan Plan)? WholeYear(OwedEntry owed) =>
        programmes.TryGet(owed.Key.Programme, out var programme) && programme.TryGetPlan(owed.Key.Plan, out var plan) ? (programme, plan) : null;
}
