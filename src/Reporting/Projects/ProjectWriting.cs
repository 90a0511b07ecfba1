using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>
/// Changes projects of one plan: lets the use case read and decide, writes the next versions in one transaction, and does it again when another
/// writer was first. A request that is repeated with its Idempotency-Key gets the versions that it wrote then.
/// </summary>
public sealed class ProjectWriting(ObligationBook book, ProjectsTable table, TimeProvider clock)
{
    /// <summary>Changes the project with this id, if it is as the caller read it.</summary>
    /// <param name="decide">Gets the project as it stands; called again after another writer was first. Its first edit is the project's.</param>
    internal async Task<Outcome<Project>> ChangeOneAsync(
        Caller caller,
        string programmeId,
        string id,
        ChangeTerms terms,
        Func<ProjectAddress, Project, Task<Outcome<ProjectEdits>>> decide,
        CancellationToken cancellation)
    {
        var found = ProjectAddress.Find(book, programmeId, id);
        if (found.Value is not { } address)
            return found.Refusals.ToList();
        var outcome = await ChangeAsync(caller, address.Programme, address.Plan, terms.Idempotency, DecideAsync, cancellation);
        return outcome.Value is { } changed ? changed.Projects[0] : outcome.Refusals.ToList();

        async Task<Outcome<ProjectEdits>> DecideAsync()
        {
            if (await table.FindAsync(address.Programme, address.Plan, id, cancellation) is not { } project)
                return ProjectAddress.Unknown(id, "id");
            return terms.Refuse(project.Hash, project.Version) is { } refused ? refused : await decide(address, project);
        }
    }

    /// <param name="decide">Reads what it needs; called again after another writer was first.</param>
    internal Task<Outcome<ChangedProjects>> ChangeAsync(
        Caller caller,
        Programme programme,
        Plan plan,
        IdempotencyKey? idempotency,
        Func<Task<Outcome<ProjectEdits>>> decide,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return ChangeRounds.RunAsync(RoundAsync, () => AgainAsync(programme, plan, idempotency, cancellation));

        async Task<Outcome<ChangedProjects>?> RoundAsync()
        {
            var decision = await decide();
            if (decision.Value is not { } edits)
                return decision.Refusals.ToList();
            // Nothing changes; but a key that was sent is kept with the answer.
            if (edits.Edits.Count == 0 && idempotency is null)
                return new ChangedProjects(edits.Unchanged);
            List<RecordChange<ProjectRecord>> changes =
                [.. edits.Edits.Select(e => new RecordChange<ProjectRecord>(e.Id, e.Before?.Record, e.Next, now, caller.Person))];
            List<Recorded<ProjectRecord>> unchanged = [.. edits.Unchanged.Select(p => p.Record).OfType<Recorded<ProjectRecord>>()];
            if (await table.WriteAsync(programme.Id, plan.Id, changes, unchanged, idempotency, edits.Linking, cancellation) is { } written)
                return Changed(programme, plan, written, edits.Unchanged);
            return null;
        }
    }

    /// <summary>What the request was answered when it was sent before, or that its key was used for another; null when neither.</summary>
    private async Task<Outcome<ChangedProjects>?> AgainAsync(
        Programme programme, Plan plan, IdempotencyKey? idempotency, CancellationToken cancellation)
    {
        if (idempotency is null || await table.FindWrittenAsync(programme.Id, plan.Id, idempotency, cancellation) is not { } written)
            return null;
        return written.Request == idempotency.Request ? Changed(programme, plan, written.Versions, []) : IdempotencyKey.Reused();
    }

    private static ChangedProjects Changed(
        Programme programme, Plan plan, IReadOnlyList<Recorded<ProjectRecord>> written, IReadOnlyList<Project> unchanged) =>
        new([.. written.Select(r => ProjectRegister.Of(programme, plan, r.Id, r)).OfType<Project>(), .. unchanged]);
}

/// <summary>What is to be written of one plan's projects; the first edit is the one that was asked for.</summary>
/// <param name="Unchanged">Projects that were asked for and are already as they should be by a stored version.</param>
/// <param name="Linking">Links to other plans that change with it.</param>
internal sealed record ProjectEdits(IReadOnlyList<ProjectEdit> Edits, IReadOnlyList<Project> Unchanged, ProjectLinks? Linking = null)
{
    public ProjectEdits(params IReadOnlyList<ProjectEdit> edits)
        : this(edits, [])
    {
    }
}

/// <summary>The next version of one project.</summary>
/// <param name="Before">Null for one that is added.</param>
internal sealed record ProjectEdit(string Id, Project? Before, ProjectRecord Next)
{
    /// <summary>The project's record with a step; what the catalogue alone had becomes a record by it.</summary>
    public static ProjectEdit Of(Project before, Caller caller, ProjectAction action, string? reason, Func<ProjectRecord, ProjectRecord> change)
    {
        var step = new ProjectStep(action, caller.Role, caller.Unit, reason);
        var record = before.Record?.Content
            ?? new ProjectRecord(Details: null, Confirmed: false, ProjectState.Active, MergedInto: null, [], [], step);
        return new ProjectEdit(before.Id, before, change(record with { Step = step }));
    }
}

/// <summary>The projects as a change left them; the first is the one that was asked for.</summary>
internal sealed record ChangedProjects(IReadOnlyList<Project> Projects);
