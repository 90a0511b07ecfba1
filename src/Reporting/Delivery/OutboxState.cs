using System.Text.Json.Serialization;

namespace Reporting.Delivery;

/// <summary>How far something is that is to be sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutboxState>))]
public enum OutboxState
{
    /// <summary>Written, and not yet sent.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>The receiving side took it.</summary>
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
