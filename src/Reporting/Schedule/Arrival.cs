using System.Text.Json.Serialization;

namespace Reporting.Schedule;

/// <summary>How an obligation stands against its dates, judged by the first submission.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Arrival>))]
public enum Arrival
{
    /// <summary>未到期: not submitted, and not yet due.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>按时: first submitted by the due date.</summary>
    [JsonStringEnumMemberName("on-time")]
    OnTime,

    /// <summary>宽限期内: first submitted after the due date, within the days of grace.</summary>
    [JsonStringEnumMemberName("grace")]
    Grace,

    /// <summary>逾期报送: first submitted after the days of grace.</summary>
    [JsonStringEnumMemberName("late")]
    Late,

    /// <summary>逾期未报: due and not submitted; still taken.</summary>
    [JsonStringEnumMemberName("overdue")]
    Overdue,

    /// <summary>未报: locked and never submitted.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,
}
