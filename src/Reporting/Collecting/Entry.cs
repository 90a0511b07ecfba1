using System.Text.Json.Serialization;
using Reporting.Schedule;

namespace Reporting.Collecting;

/// <summary>Which entry is meant; <paramref name="Task"/> is null for a plan's indicators.</summary>
public sealed record EntryKey(string Programme, Period Period, string Plan, string? Task, string Unit);

/// <summary>Where an entry stands between the unit and the office.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntryState>))]
public enum EntryState
{
    /// <summary>草稿: the unit is still writing.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>已报: with the office.</summary>
    [JsonStringEnumMemberName("submitted")]
    Submitted,

    /// <summary>退回: with the unit again, with a reason.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>采用: feeds the bulletin.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,
}

/// <summary>An entry as it stands after its latest version.</summary>
/// <param name="Version">1 for the first write; every write and every change of state is a version.</param>
/// <param name="FirstSubmittedAt">When the unit first submitted; decides on time or late. Null while it never has.</param>
/// <param name="At">When this version was written.</param>
/// <param name="By">The person named by the key that wrote it.</param>
/// <param name="Reason">Why the office returned it; null otherwise.</param>
/// <param name="PreviousHash">Hash of the version before; null for the first.</param>
/// <param name="Hash">SHA-256 (lower-case hex) over this version and <paramref name="PreviousHash"/>.</param>
/// <param name="Warnings">What the note of a submitted version explains; null for a version that was not handed over by it.</param>
public sealed record Entry(
    EntryKey Key,
    int Version,
    EntryState State,
    EntryContent Content,
    DateTimeOffset? FirstSubmittedAt,
    DateTimeOffset At,
    string By,
    string? Reason,
    string? PreviousHash,
    string Hash,
    IReadOnlyList<RaisedWarning>? Warnings = null);
