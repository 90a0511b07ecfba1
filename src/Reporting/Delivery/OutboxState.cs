using System.Text.Json.Serialization;

namespace Reporting.Delivery;

/// <summary>How far something is that is to be sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutboxState>))]
public enum OutboxState
{
    /// <summary>Written, and not yet sent.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>A sender has it in hand; whatever becomes of the sender, it is not sent twice by itself.</summary>
    [JsonStringEnumMemberName("sending")]
    Sending,

    /// <summary>The receiving side took it; of a reminder: it was handed on to its recipients.</summary>
    [JsonStringEnumMemberName("sent")]
    Sent,

    /// <summary>Sent, and nobody knows whether it arrived; not repeated.</summary>
    [JsonStringEnumMemberName("unconfirmed")]
    Unconfirmed,

    /// <summary>Refused; a person has to look.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Not sent, and not to be sent any more.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
