using System.Text.Json.Serialization;

namespace Reporting.Collecting;

/// <summary>What a unit says about a task, or about a plan's indicators, in one period (进展报送).</summary>
/// <param name="SelfRating">The unit's own rating; null in an indicator entry.</param>
/// <param name="Percent">Share of the year's work done, 0 to 100; null in an indicator entry.</param>
/// <param name="Progress">What was done, at most 4,000 characters.</param>
/// <param name="NextStep">What comes next, at most 4,000 characters.</param>
/// <param name="Note">The unit's explanation of something implausible, e.g. a figure that fell; null when there is none.</param>
public sealed record EntryContent(
    SelfRating? SelfRating,
    decimal? Percent,
    string? Progress,
    string? NextStep,
    IReadOnlyList<EntryFigure> Figures,
    IReadOnlyList<EntryProblem> Problems,
    IReadOnlyList<ProjectUpdate> Projects,
    string? Note = null);

/// <summary>The unit's own rating: 正常, 滞后, 受阻, 完成.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SelfRating>))]
public enum SelfRating
{
    [JsonStringEnumMemberName("onTrack")]
    OnTrack,

    [JsonStringEnumMemberName("lagging")]
    Lagging,

    [JsonStringEnumMemberName("blocked")]
    Blocked,

    [JsonStringEnumMemberName("completed")]
    Completed,
}

/// <summary>One indicator's value. A value or a reason for its absence; blank is not zero.</summary>
/// <param name="Indicator">Id of a target figure or commitment of the plan, e.g. <c>automotive-T07</c>.</param>
/// <param name="Value">Cumulative within the year for flows; in <paramref name="Unit"/>.</param>
/// <param name="LastYear">The same period of last year, in the same unit; null where not known.</param>
/// <param name="Preliminary">True for 快报, false for 核定.</param>
/// <param name="MissingReason">Why there is no value; null when there is one.</param>
/// <param name="GrowthPercent">同比增长 as the unit states it, in percent with at most 2 decimals; null when it states none.</param>
public sealed record EntryFigure(
    string Indicator,
    decimal? Value,
    string Unit,
    decimal? LastYear = null,
    bool Preliminary = true,
    string? MissingReason = null,
    decimal? GrowthPercent = null);

/// <summary>An obstacle raised with an entry (问题) and the help that is asked for.</summary>
/// <param name="AskedOf">Unit id of the body whose help is asked; null when none is named.</param>
public sealed record EntryProblem(ProblemKind Kind, string Text, string? HelpAsked, string? AskedOf);

/// <summary>What kind of obstacle: 土地, 环评, 资金, 审批, 用工, 市场, 其他.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProblemKind>))]
public enum ProblemKind
{
    [JsonStringEnumMemberName("land")]
    Land,

    [JsonStringEnumMemberName("environment")]
    Environment,

    [JsonStringEnumMemberName("funds")]
    Funds,

    [JsonStringEnumMemberName("approval")]
    Approval,

    [JsonStringEnumMemberName("labour")]
    Labour,

    [JsonStringEnumMemberName("market")]
    Market,

    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>A key project's state as the unit reports it.</summary>
/// <param name="Project">Id of a project of the plan, e.g. <c>automotive-P03</c>.</param>
/// <param name="PlannedInvestment">Investment planned for the year, in 万元.</param>
/// <param name="CumulativeInvestment">Investment done since the year began, in 万元.</param>
/// <param name="Obstacle">What holds the project up; null when nothing does.</param>
public sealed record ProjectUpdate(
    string Project,
    ProjectStage Stage,
    decimal? PlannedInvestment,
    decimal? CumulativeInvestment,
    ProblemKind? Obstacle = null,
    string? Note = null);

/// <summary>A project's stage: 未开工, 在建, 竣工, 投产.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProjectStage>))]
public enum ProjectStage
{
    [JsonStringEnumMemberName("notStarted")]
    NotStarted,

    [JsonStringEnumMemberName("underConstruction")]
    UnderConstruction,

    [JsonStringEnumMemberName("completed")]
    Completed,

    [JsonStringEnumMemberName("inProduction")]
    InProduction,
}
