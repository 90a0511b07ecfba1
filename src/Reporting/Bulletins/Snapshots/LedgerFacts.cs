using Reporting.Collecting;
using Reporting.Problems;
using Reporting.Schedule;

namespace Reporting.Bulletins.Snapshots;

/// <summary>A problem as the ledger (问题台账) has it.</summary>
/// <param name="Version">Of its record.</param>
/// <param name="Task">Null for one of the plan's indicators or raised by the office.</param>
/// <param name="RaisedIn">The first period that raised it; null for one that the office raised itself.</param>
/// <param name="ClosedOn">When it was struck off (销号), in Beijing; null while it is not.</param>
/// <param name="Asked">The unit that the office asked last; null while it has asked none.</param>
/// <param name="AnswerDue">Until when, in Beijing.</param>
public sealed record LedgerFacts(
    string Id,
    int Version,
    string? Task,
    string Unit,
    ProblemKind Kind,
    ProblemState State,
    Period? RaisedIn,
    DateOnly RaisedOn,
    DateOnly? ClosedOn,
    string? Asked,
    DateOnly? AnswerDue)
{
    /// <summary>In the words of whoever raised it.</summary>
    public string Text { get; init; } = "";

    /// <summary>The body whose help the unit asks; null when it names none.</summary>
    public string? AskedOf { get; init; }
}
