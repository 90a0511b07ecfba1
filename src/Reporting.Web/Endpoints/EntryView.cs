using System.Text.Json.Serialization;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Web.Endpoints;

/// <summary>An entry, or one of its versions, as the API shows it.</summary>
/// <param name="Task">Null for a plan's indicators.</param>
/// <param name="FirstSubmittedAt">Decides on time or late; null while the unit never submitted.</param>
/// <param name="Arrival">
/// How the obligation stands against its dates: now for an entry that is read, when it was written for a version or the answer to a change.
/// </param>
/// <param name="By">The person who wrote this version.</param>
/// <param name="Reason">Why the office returned it; null otherwise.</param>
/// <param name="PreviousHash">Hash of the version before; null for the first.</param>
/// <param name="Hash">SHA-256 over this version and the hash before it; also the ETag.</param>
/// <param name="Explained">Which warnings the note of a submitted version explains; null for other versions.</param>
/// <param name="Warnings">What is implausible in it by what is known now; null in a list of versions, and when that could not be read.</param>
internal sealed record EntryView(
    string Programme,
    Period Period,
    string Plan,
    string? Task,
    string Unit,
    int Version,
    EntryState State,
    EntryContent Content,
    DateTimeOffset? FirstSubmittedAt,
    Arrival Arrival,
    DateTimeOffset At,
    string By,
    string? Reason,
    string? PreviousHash,
    string Hash,
    IReadOnlyList<RaisedWarning>? Explained,
    IReadOnlyList<WarningView>? Warnings)
{
    /// <summary>What participating units say of their part in the task; only with an entry that is read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ContributionView>? Contributions { get; init; }

    /// <param name="asOf">The instant at which the obligation is judged.</param>
    public static EntryView Of(Entry entry, PeriodDates dates, DateTimeOffset asOf, IReadOnlyList<WarningView>? warnings) => new(
        entry.Key.Programme,
        entry.Key.Period,
        entry.Key.Plan,
        entry.Key.Task,
        entry.Key.Unit,
        entry.Version,
        entry.State,
        entry.Content,
        entry.FirstSubmittedAt?.ToOffset(BeijingTime.Offset),
        dates.ArrivalOf(entry.FirstSubmittedAt, asOf),
        entry.At.ToOffset(BeijingTime.Offset),
        entry.By,
        entry.Reason,
        entry.PreviousHash,
        entry.Hash,
        entry.Warnings,
        warnings);
}

/// <summary>Something implausible: it is stored, and can be submitted once the note explains it.</summary>
/// <param name="Code">Stable; docs/plausibility.md lists all.</param>
/// <param name="Field">e.g. <c>figures[2].value</c>.</param>
/// <param name="Detail">With the numbers compared; Chinese, or English with <c>Accept-Language: en</c>.</param>
internal sealed record WarningView(string Code, string? Field, string Detail)
{
    public static WarningView Of(Warning warning, bool english) => new(warning.Code, warning.Field, english ? warning.DetailEn : warning.DetailZh);
}

/// <summary>The history of an entry, first version to last.</summary>
internal sealed record EntryVersionsView(IReadOnlyList<EntryView> Versions);

/// <summary>Why the office returns an entry.</summary>
/// <param name="Reason">At most 4,000 characters.</param>
internal sealed record ReturnRequest(string Reason);
