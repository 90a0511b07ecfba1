using Reporting.Access;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>Changes the facts of a project, and which projects of other plans are the same (office).</summary>
public sealed class ChangeProject(ObligationBook book, ProjectWriting writing, LinkProjects links, ProjectsTable table, ICharacterRepertoire characters)
{
    public async Task<Outcome<Project>> RunAsync(
        Caller caller,
        string programmeId,
        string id,
        ProjectDetails facts,
        IReadOnlyList<string> sameAs,
        ChangeTerms terms,
        CancellationToken cancellation)
    {
        var found = ProjectAddress.Find(book, programmeId, id);
        if (found.Value is not var (programme, plan, _))
            return found.Refusals.ToList();
        var details = ProjectRules.Cleaned(facts);
        List<Refusal> refusals = [.. ProjectRules.Check(details, characters), .. ProjectRules.CheckLinks(programme, plan, sameAs)];
        if (refusals.Count > 0)
            return refusals;
        var outcome = await writing.ChangeOneAsync(caller, programmeId, id, terms, (_, project) => DecideAsync(project), cancellation);
        if (outcome.Value is { } changed)
            await links.MendNowAsync(programme, changed, cancellation);
        return outcome;

        async Task<Outcome<ProjectEdits>> DecideAsync(Project project)
        {
            if (project.State != ProjectState.Active)
                return ProjectRules.WrongState(project, "恢复后方可修改", "restore it before changing it");
            var missing = await links.MissingAsync(programme, sameAs, cancellation);
            if (missing.Count > 0)
                return missing;
            // A marker of an earlier change may still wait: what it says stays in it.
            var waiting = await table.FindLinksAsync(programme.Id, plan.Id, id, cancellation);
            List<string> others = [.. project.SameAs.Union(sameAs).Union(waiting?.Others ?? []).Order(StringComparer.Ordinal)];
            return new ProjectEdits(
                [ProjectEdit.Of(project, caller, ProjectAction.Changed, null, r => r with { Details = details, SameAs = sameAs })],
                [],
                others.Count == 0 ? null : new ProjectLinks(id, others));
        }
    }
}
