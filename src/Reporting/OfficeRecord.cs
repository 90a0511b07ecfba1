using System.Text.Json.Serialization;
using Reporting.Access;

namespace Reporting;

/// <summary>Whether a record that the office keeps itself counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OfficeRecordState>))]
public enum OfficeRecordState
{
    /// <summary>在用.</summary>
    [JsonStringEnumMemberName("recorded")]
    Recorded,

    /// <summary>已撤回: it stays with its versions and counts in no report; nothing is changed in it any more.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>What made a version of a record that the office keeps itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OfficeAction>))]
public enum OfficeAction
{
    [JsonStringEnumMemberName("recorded")]
    Recorded,

    [JsonStringEnumMemberName("changed")]
    Changed,

    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>What was done, beside the person and the instant that the version carries.</summary>
/// <param name="Unit">The unit the person acted for; null where the key belongs to none.</param>
/// <param name="Reason">Why it was withdrawn; null in every other step.</param>
public sealed record OfficeStep(OfficeAction Action, Role Role, string? Unit, string? Reason = null);

/// <summary>What the office records itself of one plan, not from an entry: a site visited, a zone that is ranked.</summary>
/// <param name="Plan">Its id.</param>
public sealed record OfficeRecord<T>(string Plan, OfficeRecordState State, T Details, OfficeStep Step)
    where T : class;

/// <summary>A record as it stands and its versions, first to last.</summary>
public sealed record OfficeHistory<T>(Recorded<OfficeRecord<T>> Current, IReadOnlyList<Recorded<OfficeRecord<T>>> Versions)
    where T : class;
