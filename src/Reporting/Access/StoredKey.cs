namespace Reporting.Access;

/// <summary>What is stored of an API key.</summary>
/// <param name="Hash">SHA-256 of the key, lower-case hexadecimal.</param>
/// <param name="ExpiresAt">The first instant at which it no longer works; null for never.</param>
/// <param name="GrantedBy">The person who granted it.</param>
public sealed record StoredKey(
    string Hash,
    string Id,
    string Person,
    Role Role,
    string? Unit,
    DateTimeOffset GrantedAt,
    string GrantedBy,
    DateTimeOffset? ExpiresAt)
{
    /// <summary>When it was taken back; null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The person who took it back.</summary>
    public string? RevokedBy { get; init; }

    /// <summary>Why it was taken back.</summary>
    public string? Reason { get; init; }

    /// <summary>Id of the key that this one was made to replace.</summary>
    public string? Replaces { get; init; }

    /// <summary>Id of the key that was made to replace this one.</summary>
    public string? ReplacedBy { get; init; }

    public bool IsInForce(DateTimeOffset now) => !(RevokedAt <= now) && !(ExpiresAt <= now);
}
