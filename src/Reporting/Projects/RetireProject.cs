using Reporting.Access;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>Takes a project out of the register's count with a reason, and brings a retired or merged one back (office).</summary>
public sealed class RetireProject(ProjectWriting writing, ProjectsTable table)
{
    public async Task<Outcome<Project>> RunAsync(
        Caller caller, string programmeId, string id, string? reason, ChangeTerms terms, CancellationToken cancellation)
    {
        var given = ProjectRules.Reason(reason);
        if (given.Value is not { } why)
            return given.Refusals.ToList();
        return await writing.ChangeOneAsync(caller, programmeId, id, terms, (_, project) => Task.FromResult(Retire(project, caller, why)), cancellation);
    }

    /// <summary>Back into the register; what it was merged into lets it go in the same transaction.</summary>
    public Task<Outcome<Project>> RestoreAsync(Caller caller, string programmeId, string id, ChangeTerms terms, CancellationToken cancellation)
    {
        return writing.ChangeOneAsync(caller, programmeId, id, terms, DecideAsync, cancellation);

        async Task<Outcome<ProjectEdits>> DecideAsync(ProjectAddress address, Project project)
        {
            if (project.State == ProjectState.Active)
                return ProjectRules.WrongState(project, "无须恢复", "there is nothing to restore");
            var restored = ProjectEdit.Of(
                project, caller, ProjectAction.Restored, null, r => r with { State = ProjectState.Active, MergedInto = null });
            return project.MergedInto is { } into && await table.FindAsync(address.Programme, address.Plan, into, cancellation) is { } successor
                ? new ProjectEdits(
                    restored,
                    ProjectEdit.Of(successor, caller, ProjectAction.Released, null, r => r with { Absorbed = [.. r.Absorbed.Where(a => a != id)] }))
                : new ProjectEdits(restored);
        }
    }

    private static Outcome<ProjectEdits> Retire(Project project, Caller caller, string why) => project.State == ProjectState.Active
        ? new ProjectEdits(ProjectEdit.Of(project, caller, ProjectAction.Retired, why, r => r with { State = ProjectState.Retired }))
        : ProjectRules.WrongState(project, "不能退出", "it cannot be retired");
}
