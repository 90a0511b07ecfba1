using Reporting.Access;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>Says whether projects count in the bulletins (核定), one or many of a plan at once (office).</summary>
public sealed class ConfirmProject(ObligationBook book, ProjectWriting writing, ProjectsTable table)
{
    public Task<Outcome<Project>> RunAsync(
        Caller caller, string programmeId, string id, bool counts, ChangeTerms terms, CancellationToken cancellation) =>
        writing.ChangeOneAsync(
            caller,
            programmeId,
            id,
            terms,
            (_, project) => Task.FromResult<Outcome<ProjectEdits>>(
                project.State == ProjectState.Active ? new ProjectEdits(Edit(project, caller, counts)) : Inactive(project)),
            cancellation);

    /// <summary>Confirms many in one transaction, all or none; those that are confirmed already stay as they are.</summary>
    public async Task<Outcome<ConfirmedProjects>> ManyAsync(
        Caller caller, string programmeId, string planId, IReadOnlyList<string> ids, ChangeTerms terms, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (!programme.TryGetPlan(planId, out var plan))
            return RecordRules.UnknownPlan(planId);
        if (ids.Count is 0 or > ProjectsTable.MostAtOnce)
            return new Refusal("too-many", "ids", $"一次核定1至{ProjectsTable.MostAtOnce}个项目。", $"Between 1 and {ProjectsTable.MostAtOnce} projects can be confirmed at once.");
        var outcome = await writing.ChangeAsync(caller, programme, plan, terms.Idempotency, DecideAsync, cancellation);
        return outcome.Value is { } changed
            ? new ConfirmedProjects([.. changed.Projects.OrderBy(p => p.Id, StringComparer.Ordinal)])
            : outcome.Refusals.ToList();

        async Task<Outcome<ProjectEdits>> DecideAsync()
        {
            var register = await table.ReadFactsAsync(programme, plan, cancellation);
            List<Refusal> refusals = [];
            List<Project> projects = [];
            foreach (var (i, id) in ids.Index())
            {
                if (register.Find(id) is not { } project)
                    refusals.Add(ProjectRules.UnknownProject(id, $"ids[{i}]"));
                else if (project.State != ProjectState.Active)
                    refusals.Add(Inactive(project) with { Field = $"ids[{i}]" });
                else if (!projects.Contains(project))
                    projects.Add(project);
            }
            return refusals.Count > 0
                ? refusals
                : new ProjectEdits([.. projects.Where(p => !p.Confirmed).Select(p => Edit(p, caller, counts: true))], [.. projects.Where(p => p.Confirmed)]);
        }
    }

    private static ProjectEdit Edit(Project project, Caller caller, bool counts) => ProjectEdit.Of(
        project, caller, counts ? ProjectAction.Confirmed : ProjectAction.Unconfirmed, null, r => r with { Confirmed = counts });

    private static Refusal Inactive(Project project) => ProjectRules.WrongState(project, "不能核定", "it cannot be confirmed");
}

/// <summary>The projects that are now confirmed, by id.</summary>
public sealed record ConfirmedProjects(IReadOnlyList<Project> Projects);
