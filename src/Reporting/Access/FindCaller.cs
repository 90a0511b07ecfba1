using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Reporting.Storage;

namespace Reporting.Access;

/// <summary>Finds who holds an API key.</summary>
public sealed class FindCaller(AccessTable table, KeyCache cache, KeyUse use, IOptions<AccessOptions> options, TimeProvider clock)
{
    // Hashed, so that the comparison takes the same time whatever the lengths are.
    private readonly byte[]? adminKey = options.Value.AdminKey is { Length: > 0 } key ? Digest(key) : null;

    /// <summary>Null when the key is unknown, expired or revoked.</summary>
    public async Task<Caller?> RunAsync(string clearKey, CancellationToken cancellation)
    {
        if (clearKey.Length is 0 or > ApiKey.MostCharacters)
            return null;
        var digest = Digest(clearKey);
        if (adminKey is not null && CryptographicOperations.FixedTimeEquals(adminKey, digest))
            return new Caller("系统管理员（启动密钥）", Role.Admin, null, "bootstrap");
        var now = clock.GetUtcNow();
        var hash = Convert.ToHexStringLower(digest);
        var key = await cache.GetAsync(hash, now, () => table.FindAsync(hash, cancellation));
        if (key is null || !key.IsInForce(now))
            return null;
        use.Note(key.Id, now);
        return new Caller(key.Person, key.Role, key.Unit, key.Id);
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
