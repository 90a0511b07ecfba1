using Reporting.Collecting;
using Reporting.Storage;

namespace Reporting.Projects;

/// <summary>Reads a project with what was reported on it, and its versions.</summary>
public sealed class GetProject(ObligationBook book, ProjectsTable table)
{
    public async Task<Outcome<ReportedOn>> RunAsync(string programmeId, string id, CancellationToken cancellation)
    {
        var found = ProjectAddress.Find(book, programmeId, id);
        if (found.Value is not var (programme, plan, _))
            return found.Refusals.ToList();
        var register = await table.ReadAsync(programme, plan, cancellation);
        return register.Find(id) is { } project ? new ReportedOn(project, register.ReportsOn(project)) : ProjectAddress.Unknown(id, "id");
    }

    /// <summary>Every stored version, first to last; none as long as the project is as the catalogue has it.</summary>
    public async Task<Outcome<ProjectVersions>> VersionsAsync(string programmeId, string id, CancellationToken cancellation)
    {
        var found = ProjectAddress.Find(book, programmeId, id);
        if (found.Value is not var (programme, plan, _))
            return found.Refusals.ToList();
        var versions = await table.ReadVersionsAsync(programme.Id, plan.Id, id, cancellation);
        return versions.Count == 0 && ProjectRegister.Of(programme, plan, id, stored: null) is null
            ? ProjectAddress.Unknown(id, "id")
            : new ProjectVersions([.. versions.Select(v => ProjectRegister.Of(programme, plan, id, v)).OfType<Project>()]);
    }
}

/// <summary>The stored history of a project, first version to last.</summary>
public sealed record ProjectVersions(IReadOnlyList<Project> Versions);
