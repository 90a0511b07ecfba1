using System.Text.Json.Serialization;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Workbooks;

/// <summary>What became of a posted workbook, row by row.</summary>
/// <param name="Submit">Whether good rows were handed over to the office too.</param>
public sealed record WorkbookResult(string Programme, Period Period, string Unit, bool Submit, IReadOnlyList<WorkbookRow> Rows);

/// <summary>What became of one row.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RowOutcome>))]
public enum RowOutcome
{
    /// <summary>Written as a draft; errors beside it say why it was not handed over.</summary>
    [JsonStringEnumMemberName("stored")]
    Stored,

    /// <summary>Handed over to the office, after it was written where it had changed.</summary>
    [JsonStringEnumMemberName("submitted")]
    Submitted,

    /// <summary>It says what is stored already, or nobody wrote in it; errors beside it say why it was not handed over.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    /// <summary>Nothing of it was written; the errors say why.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>Nothing was entered.</summary>
    [JsonStringEnumMemberName("blank")]
    Blank,
}

/// <summary>One row of 进展情况 with all that belongs to its entry, or a row of another sheet that belongs to no entry.</summary>
/// <param name="Plan">Null where the row names no obligation of the unit.</param>
/// <param name="Task">Null for a plan's indicators too.</param>
/// <param name="Version">The entry's version now; null while there is none.</param>
/// <param name="Errors">Why it was refused; the field is a cell such as <c>进展情况!F7</c>.</param>
/// <param name="Warnings">What should be looked at again though it was taken; the field is a cell here too.</param>
public sealed record WorkbookRow(
    string Sheet,
    int Row,
    string? Plan,
    string? Task,
    RowOutcome Outcome,
    EntryState? State,
    int? Version,
    IReadOnlyList<Refusal> Errors,
    IReadOnlyList<Warning> Warnings);
