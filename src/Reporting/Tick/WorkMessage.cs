using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting.Delivery;
using Reporting.Publishing;
using Reporting.Schedule;

namespace Reporting.Tick;

/// <summary>The text of a message on the queue <c>work</c>: which issue, or which row of the outbox, may be due.</summary>
/// <param name="Issue">The issue's id within the programme, e.g. <c>2012Q1-bulletin-automotive</c>; null where a delivery is meant.</param>
/// <param name="Delivery">The delivery's id, e.g. <c>2012Q1-bulletin-automotive.governor</c>; null where an issue is meant.</param>
internal sealed record WorkMessage(int SchemaVersion, string Programme, string? Issue = null, string? Delivery = null)
{
    private const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(IssueKey issue) =>
        JsonSerializer.Serialize(new WorkMessage(CurrentSchema, issue.Programme, IssueSeries.Id(issue)), Form);

    public static string Write(OutboxDelivery delivery) =>
        JsonSerializer.Serialize(new WorkMessage(CurrentSchema, delivery.Programme, Delivery: delivery.Id), Form);

    /// <summary>The delivery that a message hints at; null for anything else.</summary>
    public static DeliveryHint? ReadDelivery(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkMessage>(text, Form) is { SchemaVersion: CurrentSchema, Programme: { } programme, Delivery: { } id }
                && DeliveryId.TryParse(id, out var period, out var subject, out var subscriber)
                    ? new DeliveryHint(programme, period, subject, subscriber)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>False for anything that was not written for an issue.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out IssueKey? issue)
    {
        issue = null;
        try
        {
            return JsonSerializer.Deserialize<WorkMessage>(text, Form) is { SchemaVersion: CurrentSchema, Programme: { } programme, Issue: { } id }
                && IssueSeries.TryParseId(programme, id, out issue);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>Which row of the outbox a message hints at.</summary>
internal sealed record DeliveryHint(string Programme, Period Period, string Subject, string Subscriber);
