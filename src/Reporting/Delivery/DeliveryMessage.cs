using System.Text.Json;
using Reporting.Schedule;

namespace Reporting.Delivery;

/// <summary>The text of a message on the queue <c>deliveries</c>: which row of the outbox may be to be sent.</summary>
/// <param name="Delivery">The delivery's id within the programme, e.g. <c>2012Q1-bulletin-automotive.governor</c>.</param>
internal sealed record DeliveryMessage(int SchemaVersion, string Programme, string Delivery)
{
    private const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    public static string Write(OutboxDelivery delivery) =>
        JsonSerializer.Serialize(new DeliveryMessage(CurrentSchema, delivery.Programme, delivery.Id), Form);

    /// <summary>Null for anything that was not written for a delivery.</summary>
    public static DeliveryHint? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<DeliveryMessage>(text, Form) is { SchemaVersion: CurrentSchema, Programme: { } programme, Delivery: { } id }
                && DeliveryId.TryParse(id, out var period, out var subject, out var subscriber)
                    ? new DeliveryHint(programme, period, subject, subscriber)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Which row of the outbox a message hints at.</summary>
internal sealed record DeliveryHint(string Programme, Period Period, string Subject, string Subscriber);
