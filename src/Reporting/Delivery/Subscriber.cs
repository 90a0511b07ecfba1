using System.Text.Json.Serialization;
using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Delivery;

/// <summary>Somebody who gets issues (and, for a unit, its reminders) without asking each time.</summary>
/// <param name="Name">As the message addresses it, e.g. 省政府办公厅秘书三处; at most 100 characters.</param>
/// <param name="Address">A mail address, or the https address that a webhook is sent to.</param>
/// <param name="Plans">Plan ids, and <c>all</c> for the issues over all plans; empty or null for everything.</param>
/// <param name="Kinds">Ids of report kinds; empty or null for every kind.</param>
/// <param name="Unit">Id of the unit it belongs to; null for none.</param>
/// <param name="Issues">Whether it gets issues.</param>
/// <param name="Reminders">Whether it gets the reminders to <paramref name="Unit"/>; by e-mail only.</param>
/// <param name="Active">False to send nothing more.</param>
public sealed record Subscriber(
    string Name,
    DeliveryChannel Channel,
    string Address,
    IReadOnlyList<string>? Plans = null,
    IReadOnlyList<string>? Kinds = null,
    DeliveryFormat Format = DeliveryFormat.Pdf,
    string? Unit = null,
    bool Issues = true,
    bool Reminders = false,
    bool Active = true)
{
    /// <summary>Whether it gets this issue.</summary>
    public bool Wants(IssueKey issue) => Active && Issues
        && (Kinds is null or [] || Kinds.Contains(issue.Kind.Id, StringComparer.Ordinal))
        && (Plans is null or [] || Plans.Contains(IssueSeries.Plan(issue.Plan), StringComparer.Ordinal));

    /// <summary>Whether it gets the reminders to this unit.</summary>
    public bool WantsRemindersOf(string unit) => Active && Reminders && Unit == unit;
}

/// <summary>On which way something is sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryChannel>))]
public enum DeliveryChannel
{
    [JsonStringEnumMemberName("email")]
    Email,

    [JsonStringEnumMemberName("webhook")]
    Webhook,
}

/// <summary>The form of an issue that is sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryFormat>))]
public enum DeliveryFormat
{
    [JsonStringEnumMemberName("pdf")]
    Pdf,

    [JsonStringEnumMemberName("docx")]
    Docx,

    [JsonStringEnumMemberName("html")]
    Html,
}
