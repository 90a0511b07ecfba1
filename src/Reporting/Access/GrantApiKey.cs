using Reporting.Catalogue;
using Reporting.Storage;

namespace Reporting.Access;

/// <summary>What a new key is for.</summary>
/// <param name="Person">Who will hold it; entries name this person.</param>
/// <param name="Unit">Unit id; required for role unit, optional for the office, not for others.</param>
/// <param name="ExpiresAt">The first instant at which it no longer works; null for never.</param>
public sealed record KeyRequest(string Person, Role Role, string? Unit = null, DateTimeOffset? ExpiresAt = null);

/// <summary>A new key, shown this once.</summary>
/// <param name="Key">The key in clear; it cannot be shown again.</param>
/// <param name="Id">Its public part, by which it is spoken of.</param>
public sealed record GrantedKey(string Key, string Id, string Person, Role Role, string? Unit, DateTimeOffset? ExpiresAt);

/// <summary>Grants an API key to a person.</summary>
public sealed class GrantApiKey(AccessTable table, Programmes programmes, TimeProvider clock)
{
    private const int MostNameCharacters = 100;

    /// <param name="grantedBy">The person who grants it.</param>
    public async Task<Outcome<GrantedKey>> RunAsync(KeyRequest request, string grantedBy, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var refusals = Check(request, now).ToList();
        if (refusals.Count > 0)
            return refusals;
        var (clear, id) = ApiKey.New();
        var person = request.Person.Trim();
        await table.AddAsync(
            new StoredKey(ApiKey.HashOf(clear), id, person, request.Role, request.Unit, now, grantedBy, request.ExpiresAt), cancellation);
        return new GrantedKey(clear, id, person, request.Role, request.Unit, request.ExpiresAt);
    }

    private IEnumerable<Refusal> Check(KeyRequest request, DateTimeOffset now)
    {
        if (KeyRules.Check(request.Person, "person", MostNameCharacters) is { } refused)
            yield return refused;
        if (request.Role == Role.Unit && request.Unit is null)
            yield return new Refusal("field-required", "unit", "单位密钥须写明单位。", "A key with role unit needs a unit.");
        if (request.Unit is not null && request.Role is Role.Leader or Role.Admin)
            yield return new Refusal("field-not-allowed", "unit", "此角色的密钥不属于任何单位。", "A key with this role belongs to no unit.");
        else if (request.Unit is { } unit && !programmes.All.Any(p => p.TryGetUnit(unit, out var found) && !found.Generic))
            yield return new Refusal("unit-not-in-catalogue", "unit", $"没有单位“{unit}”。", $"There is no unit '{unit}'.");
        if (request.ExpiresAt <= now)
            yield return new Refusal("expiry-past", "expiresAt", "到期时间须在现在之后。", "The expiry must lie in the future.");
    }
}
