using Reporting.Access;
using Reporting.Schedule;

namespace Reporting.Web.Endpoints;

/// <summary>Every key, oldest first.</summary>
internal sealed record KeyList(IReadOnlyList<KeyView> Keys);

/// <summary>An API key without anything that could be used as one.</summary>
/// <param name="State">inForce, expired or revoked.</param>
/// <param name="ExpiresAt">The first instant at which it no longer works; null for never.</param>
/// <param name="Reason">Why it was revoked; null otherwise.</param>
/// <param name="Replaces">Id of the key that this one was made to replace.</param>
/// <param name="LastUsedAt">To the hour; null when it never was used.</param>
internal sealed record KeyView(
    string Id,
    string Person,
    Role Role,
    string? Unit,
    string State,
    DateTimeOffset GrantedAt,
    string GrantedBy,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt,
    string? RevokedBy,
    string? Reason,
    string? Replaces,
    string? ReplacedBy,
    DateTimeOffset? LastUsedAt)
{
    public static KeyView Of(StoredKey key, DateTimeOffset? lastUsedAt, DateTimeOffset now) => new(
        key.Id,
        key.Person,
        key.Role,
        key.Unit,
        key.RevokedAt is not null ? "revoked" : key.IsInForce(now) ? "inForce" : "expired",
        key.GrantedAt.ToOffset(BeijingTime.Offset),
        key.GrantedBy,
        key.ExpiresAt?.ToOffset(BeijingTime.Offset),
        key.RevokedAt?.ToOffset(BeijingTime.Offset),
        key.RevokedBy,
        key.Reason,
        key.Replaces,
        key.ReplacedBy,
        lastUsedAt?.ToOffset(BeijingTime.Offset));
}

/// <summary>Why a key is revoked.</summary>
/// <param name="Reason">At most 500 characters.</param>
internal sealed record RevokeRequest(string Reason);

/// <summary>The key that was revoked.</summary>
internal sealed record RevokedKey(string Id, DateTimeOffset? RevokedAt, string? RevokedBy, string? Reason);
