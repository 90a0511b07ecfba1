using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Reporting.Web.Tests;

/// <summary>A token authority on a free port: a discovery document, its public keys, and tokens signed with keys made for the test.</summary>
internal sealed class TestAuthority : IAsyncDisposable
{
    public const string Audience = "api://reporting";

    private readonly WebApplication app;
    private readonly List<RsaSecurityKey> published = [];
    private int asked;

    private TestAuthority(WebApplication app)
    {
        this.app = app;
        Key = NewKey();
        published.Add(Key);
    }

    /// <summary>What tokens are signed with unless a test says otherwise.</summary>
    public RsaSecurityKey Key { get; private set; }

    public string Address => app.Urls.Single() + "/tenant/v2.0";

    /// <summary>How often the keys were read.</summary>
    public int Asked => asked;

    public Dictionary<string, string?> Settings => new() { ["Entra:Authority"] = Address, ["Entra:Audience"] = Audience };

    public static async Task<TestAuthority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var authority = new TestAuthority(app);
        app.MapGet("/tenant/v2.0/.well-known/openid-configuration", () => Results.Json(new { issuer = authority.Address, jwks_uri = authority.Address + "/keys" }));
        app.MapGet("/tenant/v2.0/keys", authority.Keys);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return authority;
    }

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    /// <summary>From now on tokens are signed with a new key, published beside the old one.</summary>
    public void RollOver() => published.Add(Key = NewKey());

    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>A token that is valid for the hour of the tests' clock, of an office clerk unless <paramref name="adjust"/> changes that.</summary>
    public string Token(Action<SecurityTokenDescriptor>? adjust = null, SecurityKey? key = null)
    {
        var now = new DateTime(2012, 4, 10, 1, 0, 0, DateTimeKind.Utc);
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Audience,
            NotBefore = now,
            IssuedAt = now,
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object> { ["oid"] = "0b1c", ["name"] = "王强", ["roles"] = new[] { "office" } },
            SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256),
        };
        adjust?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    /// <summary>The token with its signature taken off and the algorithm <c>none</c>.</summary>
    public string Unsigned() => $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Token().Split('.')[1]}.";

    /// <summary>The token signed with HMAC, the public key for a secret.</summary>
    public string SignedWithThePublicKey()
    {
        var secret = Encoding.ASCII.GetBytes(Key.Rsa.ExportSubjectPublicKeyInfoPem());
        var signed = $"{Part($$"""{"alg":"HS256","typ":"JWT","kid":"{{Key.KeyId}}"}""")}.{Token().Split('.')[1]}";
        return $"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(string json) => Base64UrlEncoder.Encode(json);

    private IResult Keys()
    {
        Interlocked.Increment(ref asked);
        return Results.Json(new
        {
            keys = published.Select(key =>
            {
                var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
                return new { kty = "RSA", use = "sig", kid = key.KeyId, n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) };
            }),
        });
    }
}
