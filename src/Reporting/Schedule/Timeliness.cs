using System.Text.Json.Serialization;

namespace Reporting.Schedule;

/// <summary>How an entry counts by the day on which it arrives.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Timeliness>))]
public enum Timeliness
{
    /// <summary>未开放: the period takes no entries yet.</summary>
    [JsonStringEnumMemberName("not-yet-open")]
    NotYetOpen,

    /// <summary>按时.</summary>
    [JsonStringEnumMemberName("on-time")]
    OnTime,

    /// <summary>宽限期内报送: after the due date, within grace.</summary>
    [JsonStringEnumMemberName("grace")]
    Grace,

    /// <summary>逾期: after grace, before the lock.</summary>
    [JsonStringEnumMemberName("late")]
    Late,

    /// <summary>已锁定: nothing is taken any more.</summary>
    [JsonStringEnumMemberName("locked")]
    Locked,
}
