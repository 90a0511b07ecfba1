using Reporting.Storage;

namespace Reporting.Access;

/// <summary>Takes a key back at once (收回); a key that was taken back stays as it was.</summary>
public sealed class RevokeApiKey(AccessTable table, KeyCache cache, TimeProvider clock)
{
    private const int MostReasonCharacters = 500;

    /// <param name="caller">Who revokes: never by the key itself, so that the one in use is left to mend a slip with.</param>
    public async Task<Outcome<StoredKey>> RunAsync(Caller caller, string id, string reason, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (KeyRules.Check(reason, "reason", MostReasonCharacters) is { } refused)
            return refused;
        if (id == caller.KeyId)
            return new Refusal("key-own", "id", "不能收回正在使用的密钥，请换用另一密钥，或将其更换（rotate）。", "The key in use cannot revoke itself; use another one, or rotate it.");
        while (await table.FindByIdAsync(id, cancellation) is { } stored)
        {
            if (stored.Key.RevokedAt is not null)
                return stored.Key;
            var revoked = stored.Key with { RevokedAt = now, RevokedBy = caller.Person, Reason = reason.Trim() };
            if (!await table.TryUpdateAsync(revoked, stored.Tag, cancellation))
                continue;
            cache.Forget(revoked.Hash);
            return revoked;
        }
        return ListApiKeys.NoSuchKey(id);
    }
}
