using Reporting.Catalogue;
using Reporting.Collecting;

namespace Reporting.Projects;

/// <summary>A project that a caller names: the programme, and the plan that the id begins with.</summary>
internal sealed record ProjectAddress(Programme Programme, Plan Plan, string Id)
{
    /// <summary>Whether there is such a project is not known yet, only that the plan exists.</summary>
    public static Outcome<ProjectAddress> Find(ObligationBook book, string programmeId, string id)
    {
        var known = book.FindProgramme(programmeId);
        if (known.Value is not { } programme)
            return known.Refusals.ToList();
        return ProjectId.TryFindPlan(programme, id, out var plan) ? new ProjectAddress(programme, plan, id) : Unknown(id, "id");
    }

    public static Refusal Unknown(string id, string field) =>
        new("project-not-found", field, $"重点项目库中没有“{id}”。", $"The register of projects has no '{id}'.");
}
