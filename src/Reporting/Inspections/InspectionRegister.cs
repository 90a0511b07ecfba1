using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Projects;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Inspections;

/// <summary>The office's records of sites visited, e.g. <c>equipment-I001</c>.</summary>
public sealed class InspectionRegister(ObligationBook book, InspectionsTable table, ProjectsTable projects, ICharacterRepertoire characters)
    : OfficeRegister<Inspection>(book, table, "-I", "检查记录", "inspection", "inspection-not-found")
{
    /// <summary>The record as it can be stored, with the project that it names, or every fault.</summary>
    internal async Task<Outcome<CheckedInspection>> CheckAsync(
        Programme programme, Plan plan, Inspection sent, DateTimeOffset now, CancellationToken cancellation)
    {
        var inspection = InspectionRules.Cleaned(sent);
        var refusals = InspectionRules.Check(inspection, programme, BeijingTime.DateOf(now), characters);
        Project? project = null;
        if (inspection.Project is { } id && (project = await FindAsync(programme, plan, id, cancellation)) is null)
            refusals.Add(new Refusal("unknown-project", "project", $"{plan.Title}没有项目“{id}”。", $"Plan {plan.Id} has no project '{id}'."));
        return refusals.Count > 0 ? refusals : new CheckedInspection(inspection, project);
    }

    // An id of another form, or of another plan, is no key of this one.
    private async Task<Project?> FindAsync(Programme programme, Plan plan, string id, CancellationToken cancellation) =>
        ProjectId.TryFindPlan(programme, id, out var named) && named.Id == plan.Id ? await projects.FindAsync(programme, plan, id, cancellation) : null;
}

/// <summary>A record of a visit whose fields hold.</summary>
/// <param name="Project">The project that it names; null when it names none.</param>
internal sealed record CheckedInspection(Inspection Inspection, Project? Project)
{
    /// <summary>The record, or why its project cannot be named; one that was named before may since have left the register.</summary>
    /// <param name="before">Null for a new record.</param>
    public Outcome<Inspection> After(Inspection? before)
    {
        if (Project is not { State: not ProjectState.Active } gone || before?.Project == gone.Id)
            return Inspection;
        return gone.State == ProjectState.Merged
            ? new Refusal("project-merged", "project", $"“{gone.Id}”已并入“{gone.MergedInto}”，请填后者。", $"'{gone.Id}' was merged into '{gone.MergedInto}'; name that one.")
            : new Refusal("project-retired", "project", $"“{gone.Id}”已退出重点项目库。", $"'{gone.Id}' was taken out of the register of projects.");
    }
}
