using System.Text.Json.Serialization;
using Reporting.Delivery;
using Reporting.Schedule;

namespace Reporting.Reminding;

/// <summary>A reminder (催办) to one unit: one digest of all it has not yet submitted for a period, over all plans.</summary>
/// <param name="Date">The Beijing day for which it was made.</param>
/// <param name="Obligations">What was outstanding when it was written, in catalogue order.</param>
/// <param name="ChangedAt">When it last changed, in content or state.</param>
public sealed record Reminder(
    Period Period,
    string Unit,
    string UnitName,
    ReminderStage Stage,
    DateOnly Date,
    string Subject,
    string Body,
    IReadOnlyList<OutstandingItem> Obligations,
    OutboxState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>e.g. <c>2012Q1-reminder-zhengzhou-due</c>, with the day (yyyyMMdd) where the stage comes on several.</summary>
    public string Id => Stage == ReminderStage.Late
        ? FormattableString.Invariant($"{Period}-reminder-{Unit}-{ReportingJson.NameOf(Stage)}-{Date:yyyyMMdd}")
        : $"{Period}-reminder-{Unit}-{ReportingJson.NameOf(Stage)}";
}

/// <summary>When a reminder comes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReminderStage>))]
public enum ReminderStage
{
    /// <summary>Once, in the days before the due day.</summary>
    [JsonStringEnumMemberName("upcoming")]
    Upcoming,

    /// <summary>Once, on the due day.</summary>
    [JsonStringEnumMemberName("due")]
    Due,

    /// <summary>On each day after the due day while the entry is still taken.</summary>
    [JsonStringEnumMemberName("late")]
    Late,
}

/// <summary>An entry that a unit owes and that is not with the office.</summary>
/// <param name="Task">Null for the plan's indicators.</param>
/// <param name="Title">As the digest names it, e.g. 汽车产业任务3“…”.</param>
/// <param name="TakenUntil">The last Beijing day (inclusive) on which it is taken: the lock, or the end of an exception.</param>
public sealed record OutstandingItem(string Plan, string? Task, string Title, OutstandingState State, DateOnly TakenUntil);

/// <summary>Why an entry is outstanding.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutstandingState>))]
public enum OutstandingState
{
    /// <summary>未报送: nothing is written.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>已起草，未提交.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>已退回，待修改后重报; also while the unit is mending it.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,
}
