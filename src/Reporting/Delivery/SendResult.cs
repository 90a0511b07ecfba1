namespace Reporting.Delivery;

/// <summary>How an attempt to send ended.</summary>
/// <param name="Detail">What the other side said, or what went wrong; null when there is nothing to say.</param>
public sealed record SendResult(SendOutcome Outcome, string? Detail = null);

/// <summary>What is known of an attempt to send.</summary>
public enum SendOutcome
{
    /// <summary>The receiving side took it.</summary>
    Taken,

    /// <summary>Not taken, and another time it may be.</summary>
    NotNow,

    /// <summary>Not taken, and it never will be.</summary>
    Refused,

    /// <summary>It was handed over, and no answer came: it may have been taken.</summary>
    Unknown,
}
