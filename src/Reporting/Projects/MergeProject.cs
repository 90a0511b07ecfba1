using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>
/// Merges a project into another of its plan (office): both are written in one transaction, so that two mergers at once cannot make a ring.
/// What is and was reported on the merged one counts for the other.
/// </summary>
public sealed class MergeProject(ProjectWriting writing, ProjectsTable table)
{
    private const int MostAbsorbed = 200;

    public async Task<Outcome<Project>> RunAsync(
        Caller caller, string programmeId, string id, string into, string? reason, ChangeTerms terms, CancellationToken cancellation)
    {
        var given = ProjectRules.Reason(reason);
        if (given.Value is not { } why)
            return given.Refusals.ToList();
        return await writing.ChangeOneAsync(caller, programmeId, id, terms, DecideAsync, cancellation);

        async Task<Outcome<ProjectEdits>> DecideAsync(ProjectAddress address, Project project)
        {
            if (into == id || !ProjectId.TryFindPlan(address.Programme, into, out var plan) || plan.Id != address.Plan.Id)
                return new Refusal("field-not-allowed", "into", "只能并入同一计划的另一个项目。", "A project is merged into another one of the same plan.");
            if (project.State != ProjectState.Active)
                return ProjectRules.WrongState(project, "不能合并", "it cannot be merged");
            if (await table.FindAsync(address.Programme, address.Plan, into, cancellation) is not { } successor)
                return ProjectRules.UnknownProject(into, "into");
            if (successor.State != ProjectState.Active)
                return ProjectRules.WrongState(successor, "不能并入其中", "nothing can be merged into it") with { Field = "into" };
            if (successor.Absorbed.Count >= MostAbsorbed)
                return new Refusal("too-many", "into", $"一个项目至多并入{MostAbsorbed}个项目。", $"At most {MostAbsorbed} projects can be merged into one.");
            return new ProjectEdits(
                ProjectEdit.Of(project, caller, ProjectAction.Merged, why, r => r with { State = ProjectState.Merged, MergedInto = into }),
                ProjectEdit.Of(successor, caller, ProjectAction.Absorbed, why, r => r with { Absorbed = [.. r.Absorbed, id] }));
        }
    }
}
