using System.Security.Cryptography;
using System.Text.Json;
using Reporting.Catalogue;

namespace Reporting.Projects;

/// <summary>
/// The projects of one plan (重点项目库): the catalogue's records overlaid with what was stored, and what accepted entries say of them. There is
/// nothing to fill in advance: a project without a stored record is as the catalogue has it, and follows it.
/// </summary>
public sealed class ProjectRegister
{
    private readonly Dictionary<string, Project> byId;
    private readonly ILookup<string, ProjectReport> reports;

    private ProjectRegister(string plan, IReadOnlyList<Project> projects, IReadOnlyList<ProjectReport> reports)
    {
        Plan = plan;
        Projects = projects;
        byId = projects.ToDictionary(p => p.Id, StringComparer.Ordinal);
        this.reports = reports.ToLookup(r => Successor(r.Project), StringComparer.Ordinal);
    }

    public string Plan { get; }

    /// <summary>In catalogue order, added ones after them by number.</summary>
    public IReadOnlyList<Project> Projects { get; }

    internal static ProjectRegister Of(
        Programme programme, Plan plan, IReadOnlyList<Recorded<ProjectRecord>> stored, IReadOnlyList<ProjectReport> reports)
    {
        var records = stored.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var printed = Printed(plan);
        var known = printed.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return new ProjectRegister(
            plan.Id,
            [
                .. printed.Select(p => Overlay(programme, plan, p, records.GetValueOrDefault(p.Id))),
                .. stored.Where(r => !known.Contains(r.Id)).OrderBy(r => ProjectId.NumberOf(r.Id)).Select(r => Added(programme, plan, r)).OfType<Project>(),
            ],
            reports);
    }

    /// <summary>A project by its id; null when neither catalogue nor store has it.</summary>
    internal static Project? Of(Programme programme, Plan plan, string id, Recorded<ProjectRecord>? stored) =>
        Printed(plan).FirstOrDefault(p => p.Id == id) is { } printed ? Overlay(programme, plan, printed, stored)
        : stored is null ? null
        : Added(programme, plan, stored);

    public Project? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The project for which the reports on <paramref name="id"/> count: itself, or what it was merged into in the end.</summary>
    public string Successor(string id)
    {
        // A project is merged only into an active one, so the chain ends; the count guards against a store that somebody else changed.
        for (var steps = 0; steps < byId.Count && byId.GetValueOrDefault(id) is { State: ProjectState.Merged, MergedInto: { } next }; steps++)
            id = next;
        return id;
    }

    /// <summary>What was reported on the project and those merged into it, last report first; of a merged one what was reported under its own id.</summary>
    public IReadOnlyList<ProjectReport> ReportsOn(Project project)
    {
        var all = project.State == ProjectState.Merged
            ? reports[Successor(project.Id)].Where(r => r.Project == project.Id)
            : reports[project.Id];
        return [.. all.OrderByDescending(r => r.Period).ThenByDescending(r => r.At).ThenBy(r => r.Unit, StringComparer.Ordinal)];
    }

    /// <summary>The catalogue's projects of the whole year; of one that was described anew in mid-year the later description.</summary>
    private static List<PlanProject> Printed(Plan plan) =>
        [.. plan.Projects.GroupBy(p => p.Id, StringComparer.Ordinal).Select(g => g.OrderBy(p => p.From).Last())];

    private static Project Overlay(Programme programme, Plan plan, PlanProject printed, Recorded<ProjectRecord>? stored)
    {
        var details = stored?.Content.Details ?? new ProjectDetails(printed.Name, printed.Kind, printed.Owner, printed.Place, printed.Capacity);
        return new Project(programme.Id, plan.Id, printed.Id, InCatalogue: true, details, stored, stored?.Hash ?? HashOf(programme, printed.Id, details));
    }

    // An added project always has details of its own; without, it would be the trace of a catalogue record that is gone.
    private static Project? Added(Programme programme, Plan plan, Recorded<ProjectRecord> stored) =>
        stored.Content.Details is { } details ? new Project(programme.Id, plan.Id, stored.Id, InCatalogue: false, details, stored, stored.Hash) : null;

    /// <summary>Stands for the version of a project that has none: as long as the catalogue says the same, it is the same.</summary>
    private static string HashOf(Programme programme, string id, ProjectDetails details) => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { programme.Id, id, details }, ReportingJson.Options)));
}
