using System.Text.Json.Serialization;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Problems;

/// <summary>Where a problem stands in the ledger (问题台账).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProblemState>))]
public enum ProblemState
{
    /// <summary>待交办.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>办理中: the office has asked a unit.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked,

    /// <summary>已答复.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>已销号.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,

    /// <summary>已撤回: no accepted entry contains it any more.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>What happened to a problem; every step is a version of its record.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProblemAction>))]
public enum ProblemAction
{
    [JsonStringEnumMemberName("raised")]
    Raised,

    /// <summary>An entry that was accepted later contains it too; a closed problem is open again by that.</summary>
    [JsonStringEnumMemberName("reportedAgain")]
    ReportedAgain,

    [JsonStringEnumMemberName("asked")]
    Asked,

    [JsonStringEnumMemberName("answered")]
    Answered,

    [JsonStringEnumMemberName("closed")]
    Closed,

    [JsonStringEnumMemberName("reopened")]
    Reopened,

    /// <summary>The entry that contained it was taken back, or was accepted without it.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>The version of an accepted entry that contains a problem.</summary>
/// <param name="At">When it was accepted.</param>
public sealed record ProblemSource(Period Period, int EntryVersion, string EntryHash, DateTimeOffset At);

/// <summary>What the office asks of a unit.</summary>
/// <param name="Due">The last day, in Beijing, on which an answer is in time.</param>
public sealed record ProblemQuestion(string Unit, string Text, DateOnly Due);

/// <summary>What was done, beside the person and the instant that the version carries.</summary>
/// <param name="Unit">The unit the person acted for; null where the key belongs to none.</param>
/// <param name="Text">Answer, evidence or reason; null where the question or the source says it.</param>
/// <param name="Question">What was asked; null in every other step.</param>
/// <param name="Source">The entry by which it was raised, reported again or withdrawn; null where a person did it.</param>
public sealed record ProblemStep(
    ProblemAction Action, Role Role, string? Unit, string? Text = null, ProblemQuestion? Question = null, ProblemSource? Source = null);

/// <summary>A problem as the ledger keeps it.</summary>
/// <param name="Task">Null for one raised with a plan's indicators, and for one that the office raised itself.</param>
/// <param name="Unit">The unit that raised it, or whose it is.</param>
/// <param name="AskedOf">The body whose help the unit asks; null when it names none.</param>
/// <param name="Sources">The accepted entries that contain it, one for each period at most; none for one that the office raised itself.</param>
/// <param name="RaisedAt">When it first came into the ledger.</param>
/// <param name="Question">What the office asked last; null while it has not.</param>
/// <param name="ClosedAt">When it was last closed; null when it never was.</param>
/// <param name="Step">What made this version.</param>
public sealed record ProblemRecord(
    string Plan,
    string? Task,
    string Unit,
    ProblemKind Kind,
    string Text,
    string? HelpAsked,
    string? AskedOf,
    ProblemState State,
    IReadOnlyList<ProblemSource> Sources,
    DateTimeOffset RaisedAt,
    ProblemQuestion? Question,
    DateTimeOffset? ClosedAt,
    ProblemStep Step)
{
    /// <summary>Asked, not answered, and the due day is over.</summary>
    public bool OverdueAt(DateTimeOffset now) => State == ProblemState.Asked && Question is { } question && now >= BeijingTime.EndOf(question.Due);

    /// <summary>Whether a unit sees it: its own, and what is asked of it.</summary>
    public bool ConcernsUnit(string? unit) => unit is not null && (Unit == unit || AskedOf == unit || Question?.Unit == unit);
}
