using System.Text.Json.Serialization;
using Reporting.Collecting;
using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>What happens in the demonstration that is not as it should be, or matters too much to be drawn.</summary>
internal sealed record Story(
    IReadOnlyList<ToldConduct> Conduct,
    IReadOnlyList<ToldProgress> Progress,
    IReadOnlyList<ToldWords> Words,
    IReadOnlyList<ToldFigure> Figures,
    IReadOnlyList<ToldProject> Projects,
    IReadOnlyList<ToldCorrection> Corrections);

/// <summary>How a unit behaves: for one task, or (no task) for all it owes.</summary>
internal sealed record ToldConduct(
    IReadOnlyList<Period> Periods, string Unit, Conduct Conduct, string? Plan = null, string? Task = null, string? Reason = null);

/// <summary>A percentage and a self-rating that matter to the story.</summary>
internal sealed record ToldProgress(Period Period, string Unit, string Plan, string Task, decimal Percent, SelfRating Rating);

/// <summary>What a unit says where the sentences of the task's theme do not fit, or where its neighbours say the same.</summary>
/// <param name="Progress">Null for the theme's words.</param>
/// <param name="Next">Null for the theme's words.</param>
internal sealed record ToldWords(Period Period, string Unit, string Plan, string Task, string? Progress = null, string? Next = null);

/// <summary>A figure that matters to the story, cumulative.</summary>
/// <param name="Value">Null where <paramref name="MissingReason"/> says why.</param>
/// <param name="Note">The unit's explanation, where the figure is implausible.</param>
internal sealed record ToldFigure(
    Period Period,
    string Indicator,
    decimal? Value = null,
    decimal? LastYear = null,
    bool Final = false,
    string? Note = null,
    string? MissingReason = null);

/// <summary>How a project stands that does not go as planned.</summary>
/// <param name="Done">Investment since the year began, in 万元.</param>
/// <param name="Planned">Investment planned for the year, in 万元; null for the drawn one.</param>
internal sealed record ToldProject(
    Period Period, string Project, ProjectStage Stage, decimal Done, decimal? Planned = null, ProblemKind? Obstacle = null, string? Note = null);

/// <summary>A figure that was wrong when it was published, and is put right in the quarter after, under a permit to report late.</summary>
/// <param name="On">The day on which the unit asks for the permit.</param>
/// <param name="Until">The last day that it asks for.</param>
/// <param name="Published">What was posted by mistake.</param>
/// <param name="Reason">Why the unit asks for the permit.</param>
/// <param name="ReturnReason">Why the office gives the accepted entry back.</param>
/// <param name="Note">What the unit says of its mistake.</param>
/// <param name="Task">Null for a plan's indicators.</param>
/// <param name="Indicator">The figure that was wrong; null where it was a project's investment.</param>
/// <param name="Project">The project whose investment done was wrong; null where it was a figure.</param>
internal sealed record ToldCorrection(
    Period Period,
    string Plan,
    string Unit,
    DateOnly On,
    DateOnly Until,
    decimal Published,
    string Reason,
    string ReturnReason,
    string Note,
    string? Task = null,
    string? Indicator = null,
    string? Project = null)
{
    internal bool Concerns(Obligation owed) => owed.Period == Period && owed.Plan == Plan && owed.Task == Task && owed.Unit == Unit;

    /// <summary>The entry with the mistake in it.</summary>
    internal EntryContent Misprinted(EntryContent content) => content with
    {
        Figures = [.. content.Figures.Select(f => f.Indicator == Indicator ? f with { Value = Published } : f)],
        Projects = [.. content.Projects.Select(p => p.Project == Project ? p with { CumulativeInvestment = Published } : p)],
    };
}

/// <summary>What a unit does with an entry it owes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Conduct>))]
internal enum Conduct
{
    /// <summary>Submits before the due day; the office accepts.</summary>
    [JsonStringEnumMemberName("on-time")]
    OnTime,

    /// <summary>Submits after the due day, within grace.</summary>
    [JsonStringEnumMemberName("grace")]
    Grace,

    /// <summary>Submits after grace, before the lock.</summary>
    [JsonStringEnumMemberName("late")]
    Late,

    /// <summary>Saves a draft and never submits it.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>Says nothing.</summary>
    [JsonStringEnumMemberName("never")]
    Never,

    /// <summary>Submits too little, gets it back with a reason, mends it in time.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>Submits on the last day, and the office does not get to it.</summary>
    [JsonStringEnumMemberName("unreviewed")]
    Unreviewed,
}
