using System.Text.Json.Serialization;

namespace Reporting.Schedule;

/// <summary>The kinds of published document; each is a series of its own within a plan (or over all plans) and a year.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IssueKind>))]
public enum IssueKind
{
    /// <summary>通报: one plan, every quarter.</summary>
    [JsonStringEnumMemberName("bulletin")]
    Bulletin,

    /// <summary>总通报: all plans, every quarter.</summary>
    [JsonStringEnumMemberName("overall")]
    Overall,

    /// <summary>半年小结: one plan, after the second quarter.</summary>
    [JsonStringEnumMemberName("half-year")]
    HalfYear,
}
