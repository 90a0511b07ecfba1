using Reporting.Storage;

namespace Reporting.Access;

/// <summary>How a key is replaced.</summary>
/// <param name="OverlapHours">How long the old key goes on working, 0 to 168.</param>
/// <param name="ExpiresAt">The first instant at which the new key no longer works; null for that of the old one.</param>
public sealed record RotateRequest(decimal OverlapHours = 24, DateTimeOffset? ExpiresAt = null);

/// <summary>The key that replaces another, shown this once.</summary>
/// <param name="Key">The key in clear; it cannot be shown again.</param>
/// <param name="Replaces">Id of the old key.</param>
/// <param name="OldKeyUntil">The first instant at which the old key no longer works.</param>
public sealed record RotatedKey(
    string Key, string Id, string Person, Role Role, string? Unit, DateTimeOffset? ExpiresAt, string Replaces, DateTimeOffset OldKeyUntil);

/// <summary>Gives the holder of a key a new one and ends the old one after a time in which both work (更换).</summary>
public sealed class RotateApiKey(AccessTable table, KeyCache cache, TimeProvider clock)
{
    private const int MostOverlapHours = 168;

    /// <param name="caller">Who rotates it; may be the holder.</param>
    public async Task<Outcome<RotatedKey>> RunAsync(Caller caller, string id, RotateRequest request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var refusals = Check(request, now).ToList();
        if (refusals.Count > 0)
            return refusals;
        if (await table.FindByIdAsync(id, cancellation) is not { } stored)
            return ListApiKeys.NoSuchKey(id);
        var old = stored.Key;
        if (old.ReplacedBy is { } successor)
            return AlreadyReplaced(successor);
        if (!old.IsInForce(now))
            return new Refusal("key-not-in-force", "id", $"密钥{id}已过期或已收回，请另发新密钥。", $"Key {id} has expired or is revoked; grant a new one.");

        var (clear, newId) = ApiKey.New();
        var end = now + TimeSpan.FromTicks((long)(request.OverlapHours * TimeSpan.TicksPerHour));
        var fresh = new StoredKey(ApiKey.HashOf(clear), newId, old.Person, old.Role, old.Unit, now, caller.Person, request.ExpiresAt ?? old.ExpiresAt) { Replaces = id };
        var ended = old with { ReplacedBy = newId, ExpiresAt = old.ExpiresAt < end ? old.ExpiresAt : end };
        if (!await table.TryReplaceAsync(ended, stored.Tag, fresh, cancellation))
            return new Refusal("busy", "id", $"密钥{id}正被他人更换或收回，请重新查看。", $"Somebody else is changing key {id}; look again.");
        cache.Forget(ended.Hash);
        return new RotatedKey(clear, newId, fresh.Person, fresh.Role, fresh.Unit, fresh.ExpiresAt, id, ended.ExpiresAt ?? end);
    }

    private static Refusal AlreadyReplaced(string successor) =>
        new("key-replaced", "id", $"该密钥已由{successor}替换，请更换{successor}。", $"The key has been replaced by {successor}; rotate that one.");

    private static IEnumerable<Refusal> Check(RotateRequest request, DateTimeOffset now)
    {
        if (request.OverlapHours is < 0 or > MostOverlapHours)
            yield return new Refusal("overlap-out-of-range", "overlapHours", $"新旧密钥并用时间应为0到{MostOverlapHours}小时。", $"Both keys work for 0 to {MostOverlapHours} hours.");
        if (request.ExpiresAt <= now)
            yield return new Refusal("expiry-past", "expiresAt", "到期时间须在现在之后。", "The expiry must lie in the future.");
    }
}
