namespace Reporting.Access;

/// <summary>What is stored of an API key.</summary>
/// <param name="Hash">SHA-256 of the key, lower-case hexadecimal.</param>
/// <param name="ExpiresAt">The first instant at which it no longer works; null for never.</param>
/// <param name="RevokedAt">When it was taken back; null while it is in force.</param>
/// <param name="GrantedBy">The person who granted it.</param>
public sealed record StoredKey(
    string Hash,
    string Id,
    string Person,
    Role Role,
    string? Unit,
    DateTimeOffset GrantedAt,
    string GrantedBy,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt);
