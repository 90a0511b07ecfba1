using System.Text.Json.Serialization;
using Reporting.Tick;

namespace Reporting.SignOff;

/// <summary>How far an issue is on its way from draft to publication.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewState>))]
public enum ReviewState
{
    /// <summary>Due, and its first draft is not made yet.</summary>
    [JsonStringEnumMemberName("due")]
    Due,

    /// <summary>A draft lies before the office.</summary>
    [JsonStringEnumMemberName("inReview")]
    InReview,

    /// <summary>Signed, and not all of its files are in place yet.</summary>
    [JsonStringEnumMemberName("signed")]
    SignedOff,

    /// <summary>Published.</summary>
    [JsonStringEnumMemberName("published")]
    Published,

    /// <summary>Given up after too many failures: a person has to look.</summary>
    [JsonStringEnumMemberName("parked")]
    Parked,
}

/// <summary>Reads the state off a piece of work.</summary>
public static class ReviewStates
{
    public static ReviewState Of(WorkPiece piece) => piece switch
    {
        { State: WorkState.Done } => ReviewState.Published,
        { State: WorkState.Parked } => ReviewState.Parked,
        { Signature: not null } => ReviewState.SignedOff,
        { Draft: not null } => ReviewState.InReview,
        _ => ReviewState.Due,
    };
}
