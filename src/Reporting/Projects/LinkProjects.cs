using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>
/// Keeps the links between the same project of two plans symmetrical. The two ends lie in two partitions, so the change of one end leaves a
/// marker in its own transaction, and the other end is brought in line after it: at once, by the next change or by the tick.
/// </summary>
public sealed class LinkProjects(ProjectWriting writing, ProjectsTable table)
{
    // An end that is changed while the other is brought in line makes another round; the tick goes on where this ends.
    private const int MostRounds = 5;

    /// <summary>Brings the other ends of a project in line; what fails is left to the tick, since the change itself is made.</summary>
    internal async Task MendNowAsync(Programme programme, Project project, CancellationToken cancellation)
    {
        try
        {
            if (programme.TryGetPlan(project.Plan, out var plan) && await table.FindLinksAsync(programme.Id, plan.Id, project.Id, cancellation) is { } links)
                await MendAsync(programme, plan, links, cancellation);
        }
        catch (StorageUnavailableException)
        {
            // The marker stays.
        }
    }

    /// <summary>Brings all half-made links of a plan in line; returns how many markers it found.</summary>
    public async Task<int> RunAsync(Programme programme, Plan plan, CancellationToken cancellation)
    {
        var waiting = await table.ReadLinksAsync(programme.Id, plan.Id, cancellation);
        foreach (var links in waiting)
            await MendAsync(programme, plan, links, cancellation);
        return waiting.Count;
    }

    /// <summary>A refusal for each linked project that does not exist.</summary>
    internal async Task<List<Refusal>> MissingAsync(Programme programme, IReadOnlyList<string> sameAs, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(sameAs.Select(id => FindAsync(programme, id, cancellation)));
        return [.. sameAs.Index().Where(x => found[x.Index] is null).Select(x => ProjectRules.UnknownLink(x.Item, x.Index))];
    }

    private async Task MendAsync(Programme programme, Plan plan, ProjectLinks links, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await table.FindAsync(programme, plan, links.Project, cancellation) is not { Record: { } record } project)
                break;
            var person = new Caller(record.By, record.Content.Step.Role, record.Content.Step.Unit, "");
            foreach (var other in links.Others)
                await AlignAsync(programme, project, other, person, cancellation);
            // Changed while we wrote the other ends: they follow what it says now.
            if ((await table.FindAsync(programme, plan, links.Project, cancellation))?.Version == project.Version)
                break;
        }
        await table.SettleLinksAsync(programme.Id, plan.Id, links, cancellation);
    }

    private async Task AlignAsync(Programme programme, Project project, string otherId, Caller person, CancellationToken cancellation)
    {
        if (!ProjectId.TryFindPlan(programme, otherId, out var plan))
            return;
        var wanted = project.SameAs.Contains(otherId, StringComparer.Ordinal);
        await writing.ChangeAsync(person, programme, plan, idempotency: null, DecideAsync, cancellation);

        async Task<Outcome<ProjectEdits>> DecideAsync()
        {
            if (await table.FindAsync(programme, plan, otherId, cancellation) is not { } other
                || other.SameAs.Contains(project.Id, StringComparer.Ordinal) == wanted)
            {
                return new ProjectEdits([], []);
            }
            return new ProjectEdits(ProjectEdit.Of(other, person, ProjectAction.Linked, null, r => r with
            {
                SameAs = wanted ? [.. r.SameAs, project.Id] : [.. r.SameAs.Where(s => s != project.Id)],
            }));
        }
    }

    private async Task<Project?> FindAsync(Programme programme, string id, CancellationToken cancellation) =>
        ProjectId.TryFindPlan(programme, id, out var plan) ? await table.FindAsync(programme, plan, id, cancellation) : null;
}
