using System.Text.Json.Serialization;

namespace Reporting.Inspections;

/// <summary>How far the mending of a finding (整改) is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RectificationState>))]
public enum RectificationState
{
    /// <summary>未整改.</summary>
    [JsonStringEnumMemberName("notStarted")]
    NotStarted,

    /// <summary>整改中.</summary>
    [JsonStringEnumMemberName("underWay")]
    UnderWay,

    /// <summary>已整改.</summary>
    [JsonStringEnumMemberName("done")]
    Done,
}
