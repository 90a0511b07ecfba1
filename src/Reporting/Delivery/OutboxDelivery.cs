using System.Text.Json.Serialization;
using Reporting.Schedule;
using Reporting.Tick;

namespace Reporting.Delivery;

/// <summary>A row of the outbox: one issue, or one reminder, for one subscriber.</summary>
/// <param name="Subject">The id of the issue (e.g. <c>2012Q1-bulletin-automotive</c>) or of the reminder.</param>
/// <param name="Letter">What a reminder says; null for an issue.</param>
/// <param name="Failures">Attempts since it was last put into the outbox that are known to have failed.</param>
/// <param name="NotBefore">It is not sent before then.</param>
/// <param name="LeaseUntil">Until when a sender holds it; null when none does.</param>
/// <param name="Steps">What happened to it, oldest first.</param>
/// <param name="Attempts">How often a sender took it in hand, whatever came of it.</param>
/// <param name="ResentBy">The request that had it sent again last, where it named a key; the same request a second time changes nothing.</param>
/// <param name="Tag">The row as it was read; guards the next write.</param>
public sealed record OutboxDelivery(
    string Programme,
    Period Period,
    string Subject,
    string Subscriber,
    Letter? Letter,
    OutboxState State,
    int Failures,
    DateTimeOffset NotBefore,
    DateTimeOffset? LeaseUntil,
    IReadOnlyList<DeliveryStep> Steps,
    int Attempts = 0,
    IdempotencyKey? ResentBy = null,
    string Tag = "")
{
    /// <summary>Failures after which a person has to look.</summary>
    public const int MostFailures = 5;

    // With a longest answer each, they fit into a property of a row (32,000 characters), written as JSON with every character escaped too.
    private const int MostSteps = 20;
    private const int MostDetailCharacters = 200;

    /// <summary>Used in addresses, e.g. <c>2012Q1-bulletin-automotive.governor</c>.</summary>
    public string Id => $"{Subject}.{Subscriber}";

    /// <summary>Whether a sender may take it at <paramref name="now"/>, or somebody has to settle what a sender left behind.</summary>
    public bool IsDue(DateTimeOffset now) => State switch
    {
        OutboxState.Waiting => Deadline.IsOver(NotBefore, WorkPiece.DelayAfter(MostFailures - 1), now),
        OutboxState.Sending => Deadline.IsOver(LeaseUntil, SendDelivery.Lease, now),
        _ => false,
    };

    /// <summary>
    /// The same in another state, with a step that says why. Where there are too many, the oldest of the vain attempts goes first: when it was
    /// put in, what arrived and who had it sent again stays as long as there is room.
    /// </summary>
    public OutboxDelivery With(OutboxState state, DeliveryStep step)
    {
        List<DeliveryStep> steps = [.. Steps, step with { Detail = step.Detail is { Length: > MostDetailCharacters } detail ? detail[..MostDetailCharacters] : step.Detail }];
        while (steps.Count > MostSteps)
            steps.RemoveAt(Math.Max(1, steps.FindIndex(1, steps.Count - 2, old => old.What is DeliveryEvent.Deferred or DeliveryEvent.Failed)));
        return this with { State = state, LeaseUntil = null, Steps = steps };
    }
}

/// <summary>The words of a reminder as they are sent.</summary>
public sealed record Letter(string Subject, string Body);

/// <summary>One thing that happened to a row of the outbox.</summary>
/// <param name="To">The address it was sent to; null where nothing was sent.</param>
/// <param name="By">The person who had it sent again; null for the program.</param>
/// <param name="Detail">What the other side answered, or why it was done; null when there is nothing to say.</param>
public sealed record DeliveryStep(DateTimeOffset At, DeliveryEvent What, string? To = null, string? By = null, string? Detail = null);

/// <summary>What happened to a row of the outbox.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryEvent>))]
public enum DeliveryEvent
{
    /// <summary>Put into the outbox.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>The receiving side took it.</summary>
    [JsonStringEnumMemberName("sent")]
    Sent,

    /// <summary>Known not to have been taken; it is tried again.</summary>
    [JsonStringEnumMemberName("deferred")]
    Deferred,

    /// <summary>Refused for good, or deferred too often.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Sent, and nobody knows whether it was taken.</summary>
    [JsonStringEnumMemberName("unconfirmed")]
    Unconfirmed,

    /// <summary>The subscriber is gone or switched off.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>A person had it sent again.</summary>
    [JsonStringEnumMemberName("resent")]
    Resent,
}
