using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Reporting.Storage;

namespace Reporting.Access;

/// <summary>Finds who holds an API key.</summary>
public sealed class FindCaller(AccessTable table, KeyCache cache, KeyUse use, IOptions<AccessOptions> options, TimeProvider clock)
{
    // Hashed, so that the comparison takes the same time whatever the lengths are.
    private readonly byte[]? adminKey = options.Value.AdminKey is { Length: > 0 } key ? Encoding.ASCII.GetBytes(ApiKey.HashOf(key)) : null;

    /// <summary>SHA-256 of a key, in lower-case hexadecimal: what is stored of it.</summary>
    public static string HashOf(string clearKey) => ApiKey.HashOf(clearKey);

    /// <summary>Null when the key is unknown, expired or revoked.</summary>
    public Task<Caller?> RunAsync(string clearKey, CancellationToken cancellation) =>
        clearKey.Length is 0 or > ApiKey.MostCharacters ? Task.FromResult<Caller?>(null) : OfHashAsync(ApiKey.HashOf(clearKey), cancellation);

    /// <summary>The same by <see cref="HashOf"/> of the key, which a sign-in keeps in the key's place.</summary>
    public async Task<Caller?> OfHashAsync(string hash, CancellationToken cancellation)
    {
        if (adminKey is not null && CryptographicOperations.FixedTimeEquals(adminKey, Encoding.ASCII.GetBytes(hash)))
            return new Caller("系统管理员（启动密钥）", Role.Admin, null, "bootstrap");
        var now = clock.GetUtcNow();
        var key = await cache.GetAsync(hash, now, () => table.FindAsync(hash, cancellation));
        if (key is null || !key.IsInForce(now))
            return null;
        use.Note(key.Id, now);
        return new Caller(key.Person, key.Role, key.Unit, key.Id);
    }
}
