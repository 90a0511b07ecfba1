using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>A project to be added.</summary>
/// <param name="SameAs">Ids of the same project in other plans; the office's to say.</param>
public sealed record NewProject(string Plan, ProjectDetails Details, IReadOnlyList<string> SameAs);

/// <summary>
/// Adds a project that the catalogue does not have, under the next number of its plan: the office to any plan, a unit to one in which it
/// owes an entry. It counts in the bulletins once the office has confirmed it.
/// </summary>
public sealed class AddProject(ObligationBook book, ProjectWriting writing, LinkProjects links, ProjectsTable table, ICharacterRepertoire characters)
{
    public async Task<Outcome<Project>> RunAsync(
        Caller caller, string programmeId, NewProject added, ChangeTerms terms, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        if (!programme.TryGetPlan(added.Plan, out var plan))
            return RecordRules.UnknownPlan(added.Plan);
        var details = ProjectRules.Cleaned(added.Details);
        List<Refusal> refusals =
        [
            .. NotYours(caller, programme, plan, added),
            .. ProjectRules.Check(details, characters),
            .. ProjectRules.CheckLinks(programme, plan, added.SameAs),
        ];
        if (refusals.Count > 0)
            return refusals;

        var record = new ProjectRecord(
            details, Confirmed: false, ProjectState.Active, MergedInto: null, [], added.SameAs, new ProjectStep(ProjectAction.Added, caller.Role, caller.Unit, Reason: null));
        var outcome = await writing.ChangeAsync(caller, programme, plan, terms.Idempotency, () => NumberAsync(programme, plan, record, cancellation), cancellation);
        if (outcome.Value is not { } changed)
            return outcome.Refusals.ToList();
        await links.MendNowAsync(programme, changed.Projects[0], cancellation);
        return changed.Projects[0];
    }

    private IEnumerable<Refusal> NotYours(Caller caller, Programme programme, Plan plan, NewProject added)
    {
        if (caller.Role != Role.Unit)
            yield break;
        if (!programme.Calendar.Periods.Any(period => book.Of(programme, period).Any(o => o.Plan == plan.Id && o.Unit == caller.Unit)))
            yield return new Refusal("not-yours", "plan", $"本单位在{plan.Title}中没有报送任务。", $"Your unit owes no entry in plan {plan.Id}.");
        if (added.SameAs.Count > 0)
            yield return new Refusal("field-not-allowed", "sameAs", "与其他计划项目的对应关系由办公室确定。", "Which projects of other plans are the same is the office's to say.");
    }

    private async Task<Outcome<ProjectEdits>> NumberAsync(Programme programme, Plan plan, ProjectRecord record, CancellationToken cancellation)
    {
        var missing = await links.MissingAsync(programme, record.SameAs, cancellation);
        if (missing.Count > 0)
            return missing;
        var register = await table.ReadFactsAsync(programme, plan, cancellation);
        var last = register.Projects.Select(p => ProjectId.NumberOf(p.Id)).DefaultIfEmpty().Max();
        var id = ProjectId.Of(plan.Id, last + 1);
        return new ProjectEdits([new ProjectEdit(id, null, record)], [], record.SameAs.Count == 0 ? null : new ProjectLinks(id, record.SameAs));
    }
}
