using Reporting.Collecting;
using Reporting.Projects;
using Reporting.Schedule;

namespace Reporting.Web.Endpoints;

/// <summary>The facts of a project as they are sent; what is left out is unknown.</summary>
/// <param name="Kind">project, base, park, cluster, programme, technology, event or facility.</param>
/// <param name="PlannedTotal">Planned investment over the whole of the project, in 万元.</param>
/// <param name="PlannedThisYear">Investment planned for the programme's year, in 万元.</param>
/// <param name="PlannedStart">A month (2012-03) or a day (2012-03-15); the other three likewise.</param>
/// <param name="SameAs">Ids of the same project in other plans; the office's to say.</param>
internal sealed record ProjectRequest(
    string Name,
    string Kind,
    string? Owner,
    string? Place,
    string? Capacity,
    decimal? PlannedTotal,
    decimal? PlannedThisYear,
    string? PlannedStart,
    string? PlannedCompletion,
    string? ActualStart,
    string? ActualCompletion,
    IReadOnlyList<string> SameAs,
    string? Note)
{
    public ProjectDetails Details => new(
        Name, Kind, Owner, Place, Capacity, PlannedTotal, PlannedThisYear, PlannedStart, PlannedCompletion, ActualStart, ActualCompletion, Note);
}

/// <summary>A project to be added to a plan.</summary>
internal sealed record NewProjectRequest(string Plan, ProjectRequest Project);

/// <summary>Whether a project counts in the bulletins.</summary>
internal sealed record ConfirmRequest(bool Counts);

/// <summary>Projects of one plan that are to count in the bulletins.</summary>
internal sealed record ConfirmManyRequest(string Plan, IReadOnlyList<string> Ids);

/// <summary>Into which project of the same plan a project is merged, and why.</summary>
internal sealed record MergeRequest(string Into, string Reason);

/// <summary>Why something is done, at most 1,000 characters.</summary>
internal sealed record ReasonRequest(string Reason);

/// <summary>A project of the register, or one of its versions.</summary>
/// <param name="InCatalogue">False for one that was added.</param>
/// <param name="Confirmed">Whether it counts in the bulletins.</param>
/// <param name="MergedInto">The project for which its reports count; null unless merged.</param>
/// <param name="Absorbed">Projects of the plan that were merged into this one.</param>
/// <param name="Version">0 as long as everything is as the catalogue has it.</param>
/// <param name="Change">What this version changed; null for version 0.</param>
/// <param name="Hash">Also the ETag.</param>
internal sealed record ProjectView(
    string Id,
    string Plan,
    bool InCatalogue,
    ProjectDetails Details,
    bool Confirmed,
    ProjectState State,
    string? MergedInto,
    IReadOnlyList<string> Absorbed,
    IReadOnlyList<string> SameAs,
    int Version,
    ProjectStep? Change,
    DateTimeOffset? At,
    string? By,
    string? PreviousHash,
    string Hash)
{
    public static ProjectView Of(Project project) => new(
        project.Id,
        project.Plan,
        project.InCatalogue,
        project.Details,
        project.Confirmed,
        project.State,
        project.MergedInto,
        project.Absorbed,
        project.SameAs,
        project.Version,
        project.Record?.Content.Step,
        project.Record?.At.ToOffset(BeijingTime.Offset),
        project.Record?.By,
        project.Record?.PreviousHash,
        project.Hash);
}

/// <summary>A project and what was reported on it last.</summary>
/// <param name="Latest">Null when no accepted entry speaks of it.</param>
internal sealed record ListedProject(ProjectView Project, ProjectReportView? Latest)
{
    public static ListedProject Of(ReportedOn found) =>
        new(ProjectView.Of(found.Project), found.Latest is { } latest ? ProjectReportView.Of(latest) : null);
}

/// <summary>The projects that were asked for, in catalogue order.</summary>
internal sealed record ProjectListView(IReadOnlyList<ListedProject> Projects);

/// <summary>A project with everything that was reported on it, last report first.</summary>
internal sealed record ProjectWithReports(ProjectView Project, IReadOnlyList<ProjectReportView> Reports)
{
    public static ProjectWithReports Of(ReportedOn found) => new(ProjectView.Of(found.Project), [.. found.Reports.Select(ProjectReportView.Of)]);
}

/// <summary>The stored versions of a project, first to last; none as long as it is as the catalogue has it.</summary>
internal sealed record ProjectVersionsView(IReadOnlyList<ProjectView> Versions);

/// <summary>The projects that are now confirmed.</summary>
internal sealed record ConfirmedProjectsView(IReadOnlyList<ProjectView> Projects);

/// <summary>What an accepted entry says of a project.</summary>
/// <param name="Project">The id under which it was reported.</param>
/// <param name="Task">Null where it was reported with the plan's indicators.</param>
/// <param name="EntryVersion">The version of the entry that was accepted.</param>
/// <param name="PlannedInvestment">Planned for the year, in 万元.</param>
/// <param name="CumulativeInvestment">Done since the year began, in 万元.</param>
internal sealed record ProjectReportView(
    string Project,
    Period Period,
    string? Task,
    string Unit,
    int EntryVersion,
    string EntryHash,
    DateTimeOffset AcceptedAt,
    ProjectStage Stage,
    decimal? PlannedInvestment,
    decimal? CumulativeInvestment,
    ProblemKind? Obstacle)
{
    public static ProjectReportView Of(ProjectReport r) => new(
        r.Project, r.Period, r.Task, r.Unit, r.EntryVersion, r.EntryHash, r.At.ToOffset(BeijingTime.Offset), r.Stage, r.PlannedInvestment, r.CumulativeInvestment, r.Obstacle);
}
