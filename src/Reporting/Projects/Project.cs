using System.Text.Json.Serialization;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Projects;

/// <summary>Where a project stands in the register.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProjectState>))]
public enum ProjectState
{
    /// <summary>在库.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>已并入: it is the same as another project of the plan, for which its reports count.</summary>
    [JsonStringEnumMemberName("merged")]
    Merged,

    /// <summary>已退出: no longer reported on, not counted.</summary>
    [JsonStringEnumMemberName("retired")]
    Retired,
}

/// <summary>What a change did to a project.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProjectAction>))]
public enum ProjectAction
{
    [JsonStringEnumMemberName("added")]
    Added,

    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>核定: it counts in the bulletins.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>It counts no longer.</summary>
    [JsonStringEnumMemberName("unconfirmed")]
    Unconfirmed,

    /// <summary>Another project was merged into this one.</summary>
    [JsonStringEnumMemberName("absorbed")]
    Absorbed,

    [JsonStringEnumMemberName("merged")]
    Merged,

    [JsonStringEnumMemberName("retired")]
    Retired,

    [JsonStringEnumMemberName("restored")]
    Restored,

    /// <summary>A project merged into this one was taken out again.</summary>
    [JsonStringEnumMemberName("released")]
    Released,

    /// <summary>The other end of a link between two plans was brought in line with the one that was changed.</summary>
    [JsonStringEnumMemberName("linked")]
    Linked,
}

/// <summary>The facts of a project; everything but name and kind may be unknown (null).</summary>
/// <param name="Kind">As in the catalogue: project, base, park, cluster, programme, technology, event or facility.</param>
/// <param name="PlannedTotal">Planned investment over the whole of the project, in 万元.</param>
/// <param name="PlannedThisYear">Investment planned for the programme's year, in 万元.</param>
/// <param name="PlannedStart">A month (2012-03) or a day (2012-03-15); the other three likewise.</param>
public sealed record ProjectDetails(
    string Name,
    string Kind,
    string? Owner = null,
    string? Place = null,
    string? Capacity = null,
    decimal? PlannedTotal = null,
    decimal? PlannedThisYear = null,
    string? PlannedStart = null,
    string? PlannedCompletion = null,
    string? ActualStart = null,
    string? ActualCompletion = null,
    string? Note = null);

/// <summary>Who did what to a project, beside the person and the instant that its version carries.</summary>
/// <param name="Unit">The unit the person acted for; null where the key belongs to none.</param>
/// <param name="Reason">Why; null where no reason is asked for.</param>
public sealed record ProjectStep(ProjectAction Action, Role Role, string? Unit, string? Reason);

/// <summary>What the register stores of a project; one that the catalogue has and nobody changed has no such record.</summary>
/// <param name="Details">Null as long as they are the catalogue's.</param>
/// <param name="Confirmed">核定: the office counts it in the bulletins.</param>
/// <param name="MergedInto">The successor; null unless merged.</param>
/// <param name="Absorbed">Projects of the plan that were merged into this one.</param>
/// <param name="SameAs">Ids of the same project in other plans.</param>
public sealed record ProjectRecord(
    ProjectDetails? Details,
    bool Confirmed,
    ProjectState State,
    string? MergedInto,
    IReadOnlyList<string> Absorbed,
    IReadOnlyList<string> SameAs,
    ProjectStep Step);

/// <summary>A project of the register (重点项目): the catalogue's record with what was stored over it.</summary>
/// <param name="InCatalogue">False for one that was added.</param>
/// <param name="Record">Null for one that nobody changed: everything is as the catalogue has it.</param>
public sealed record Project(string Programme, string Plan, string Id, bool InCatalogue, ProjectDetails Details, Recorded<ProjectRecord>? Record, string Hash)
{
    public int Version => Record?.Version ?? 0;

    public bool Confirmed => Record?.Content.Confirmed ?? false;

    public ProjectState State => Record?.Content.State ?? ProjectState.Active;

    public string? MergedInto => Record?.Content.MergedInto;

    public IReadOnlyList<string> Absorbed => Record?.Content.Absorbed ?? [];

    public IReadOnlyList<string> SameAs => Record?.Content.SameAs ?? [];
}

/// <summary>What an accepted entry says of a project; the entry is the truth, this is derived from it.</summary>
/// <param name="Project">The id under which it was reported, which differs from the project's own after a merger.</param>
/// <param name="Task">Null where it was reported with the plan's indicators.</param>
/// <param name="EntryVersion">The version of the entry that was accepted.</param>
/// <param name="At">When it was accepted.</param>
/// <param name="PlannedInvestment">Planned for the year, in 万元.</param>
/// <param name="CumulativeInvestment">Done since the year began, in 万元.</param>
public sealed record ProjectReport(
    string Project,
    Period Period,
    string? Task,
    string Unit,
    int EntryVersion,
    string EntryHash,
    DateTimeOffset At,
    ProjectStage Stage,
    decimal? PlannedInvestment,
    decimal? CumulativeInvestment,
    ProblemKind? Obstacle);
