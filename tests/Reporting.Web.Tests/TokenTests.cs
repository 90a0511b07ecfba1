using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>Bearer tokens, signed by an authority of the test's own.</summary>
public sealed class TokenTests(AzuriteFixture azurite, ApiWithAuthority shared) : IClassFixture<ApiWithAuthority>
{
    private const string Read = "/api/henan-2012/plans";
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";

    [Fact]
    public async Task Caller_IsThePersonOfTheToken()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var api = await StartAsync(authority);
        var unit = authority.Token(d => Claims(d, ("roles", "unit"), ("unit", "zhengzhou")));

        var put = await SendAsync(api, unit, "PUT", Entry, Sample.Task());
        var foreign = await SendAsync(api, authority.Token(d => Claims(d, ("roles", "unit"), ("unit", "jiaozuo"))), "GET", Entry);

        Assert.Equal((201, "王强"), (put.Status, (string?)put.Json["by"]));
        Assert.Equal((403, "not-yours"), (foreign.Status, foreign.Code));
        Assert.Equal((403, "role-not-allowed"), await CodeAsync(api, authority.Token(), "GET", "/api/keys"));
        Assert.Equal(200, (await SendAsync(api, authority.Token(d => Claims(d, ("name", null), ("preferred_username", "wang@example.org"))), "GET", Read)).Status);
    }

    public static TheoryData<string> BadTokens { get; } =
        ["signature", "issuer", "audience", "expired", "not yet", "no expiry", "none", "public key", "unknown key", "truncated", "words", "empty"];

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task Token_IsRefused_WhenItIsNotOurs(string fault)
    {
        var answer = await SendAsync(shared.Api, Bad(shared.Authority, fault), "GET", Read);

        Assert.Equal((401, "token-invalid"), (answer.Status, answer.Code));
        Assert.StartsWith("Bearer", answer.Response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(200, (await SendAsync(shared.Api, shared.Authority.Token(), "GET", Read)).Status);
    }

    [Theory]
    [InlineData("token-role", "roles", null)]
    [InlineData("token-role", "roles", "clerk")]
    [InlineData("token-role", "roles", "office,admin")]
    [InlineData("token-unit", "roles", "unit")]
    [InlineData("token-unit", "roles", "unit", "unit", "nowhere")]
    [InlineData("token-unit", "roles", "unit", "unit", "zhengzhou,jiaozuo")]
    [InlineData("token-unit", "roles", "leader", "unit", "zhengzhou")]
    [InlineData("token-unit", "roles", "admin", "unit", "zhengzhou")]
    [InlineData("token-person", "name", null)]
    [InlineData("token-person", "name", "王\u202e强")]
    [InlineData("token-person", "oid", null)]
    public async Task Caller_IsRefused_WhenTheTokenIsNotClear(string code, string claim, string? value, string second = "x", string? other = null)
    {
        var answer = await SendAsync(shared.Api, shared.Authority.Token(d => Claims(d, (claim, value), (second, other))), "GET", Read);

        Assert.Equal((403, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Claims_AreTranslatedAsSet()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var api = await StartAsync(
            authority, ("Entra:RoleClaim", "wids"), ("Entra:Roles:r-1", "unit"), ("Entra:UnitClaim", "groups"), ("Entra:Units:g-1", "zhengzhou"));
        string Token(string role, string groups) => authority.Token(d => Claims(d, ("roles", null), ("wids", role), ("groups", groups)));

        Assert.Equal(201, (await SendAsync(api, Token("r-1,r-0", "g-7,g-1"), "PUT", Entry, Sample.Task())).Status);
        Assert.Equal((403, "token-role"), await CodeAsync(api, Token("unit", "g-1"), "GET", Entry));
        Assert.Equal((403, "token-unit"), await CodeAsync(api, Token("r-1", "zhengzhou"), "GET", Entry));
    }

    [Fact]
    public async Task NewKey_IsTakenAtItsFirstToken_AndMadeUpOnesAreNotLookedFor()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var api = await StartAsync(authority);
        var old = authority.Token();
        Assert.Equal(200, (await SendAsync(api, old, "GET", Read)).Status);

        authority.RollOver();
        api.Clock.Now = api.Clock.Now.AddMinutes(10);
        Assert.Equal(200, (await SendAsync(api, authority.Token(), "GET", Read)).Status);
        Assert.Equal(200, (await SendAsync(api, old, "GET", Read)).Status);
        for (var guess = 0; guess < 5; guess++)
            Assert.Equal(401, (await SendAsync(api, authority.Token(key: TestAuthority.NewKey()), "GET", Read)).Status);

        Assert.Equal(2, authority.Asked);
    }

    [Fact]
    public async Task Authority_IsAnswered503_WhenItIsDown()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var api = await StartAsync(authority);
        var token = authority.Token();
        await authority.StopAsync();

        Assert.Equal((503, "authority-unavailable"), await CodeAsync(api, token, "GET", Read));
        Assert.Equal(200, (await SendAsync(api, token, "GET", "/health")).Status);
        Assert.Equal(200, (await api.SendAsync("GET", Read, await api.KeyAsync(Role.Leader))).Status);
    }

    [Fact]
    public async Task KnownKeys_AreGoodEnough_WhenTheAuthorityIsDownLater()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var api = await StartAsync(authority);
        var token = authority.Token(d => d.Expires = d.Expires?.AddDays(2));
        Assert.Equal(200, (await SendAsync(api, token, "GET", Read)).Status);

        await authority.StopAsync();
        api.Clock.Now = api.Clock.Now.AddDays(1);

        Assert.Equal(200, (await SendAsync(api, token, "GET", Read)).Status);
    }

    [Fact]
    public async Task KeyAndToken_AtOnce_AreRefused()
    {
        var key = await shared.Api.KeyAsync(Role.Leader);
        var both = await shared.Api.SendAsync(
            "GET", Read, key, adjust: r => r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", shared.Authority.Token()));
        var neither = await shared.Api.SendAsync("GET", Read, key: null);

        Assert.Equal((400, "two-credentials"), (both.Status, both.Code));
        Assert.Equal((401, "key-missing"), (neither.Status, neither.Code));
        Assert.Equal(["ApiKey", "Bearer"], neither.Response.Headers.WwwAuthenticate.Select(h => h.Scheme));
    }

    [Fact]
    public async Task Token_CountsForNothing_WhileNoAuthorityIsSet()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());

        Assert.Equal((401, "key-missing"), await CodeAsync(api, authority.Token(), "GET", Read));
        Assert.DoesNotContain("\"bearer\"", (await api.SendAsync("GET", "/openapi/v1.json", key: null)).Body, StringComparison.Ordinal);
        Assert.Equal("bearer", (string?)(await shared.Api.SendAsync("GET", "/openapi/v1.json", key: null)).Json["components"]?["securitySchemes"]?["Bearer"]?["scheme"]);
        Assert.Equal(0, authority.Asked);
    }

    [Theory]
    [InlineData("Entra:Audience", "Authority=https://login.example/t/v2.0")]
    [InlineData("Entra:TenantId", "Instance=https://login.example", "Audience=a")]
    [InlineData("Entra:Instance", "TenantId=t", "Audience=a")]
    [InlineData("Entra:Instance", "TenantId=t", "Instance=http://login.example", "Audience=a")]
    [InlineData("Entra:Authority", "Authority=http://login.example/t", "Audience=a")]
    [InlineData("Entra:Authority", "Authority=https://login.example/t", "TenantId=t", "Audience=a")]
    [InlineData("Entra:Roles:r-1", "Authority=https://login.example/t", "Audience=a", "Roles:r-1=clerk")]
    [InlineData("Entra:Units:g-1", "Authority=https://login.example/t", "Audience=a", "Units:g-1=nowhere")]
    public async Task Host_DoesNotStart_AndNamesTheKey_WhenASettingIsWrong(string named, params string[] settings)
    {
        var builder = RunningApi.Builder(azurite.FreshStorage());
        foreach (var setting in settings.Select(s => s.Split('=', 2)))
            builder.Configuration["Entra:" + setting[0]] = setting[1];
        await using var app = builder.Build();
        app.UseReportingWeb();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    private static string Bad(TestAuthority authority, string fault) => fault switch
    {
        // Same key id, another key.
        "signature" => authority.Token(key: new RsaSecurityKey(TestAuthority.NewKey().Rsa) { KeyId = authority.Key.KeyId }),
        "issuer" => authority.Token(d => d.Issuer = "https://login.example/t/v2.0"),
        "audience" => authority.Token(d => d.Audience = "api://other"),
        "expired" => authority.Token(d => (d.NotBefore, d.IssuedAt, d.Expires) = (d.NotBefore?.AddHours(-1), d.IssuedAt?.AddHours(-1), d.NotBefore?.AddMinutes(-2))),
        "not yet" => authority.Token(d => d.NotBefore = d.NotBefore?.AddMinutes(3)),
        "no expiry" => authority.Token(d => d.Expires = null),
        "none" => authority.Unsigned(),
        "public key" => authority.SignedWithThePublicKey(),
        "unknown key" => authority.Token(key: TestAuthority.NewKey()),
        "truncated" => authority.Token()[..^20],
        "words" => "not a token",
        _ => "\"\"",
    };

    // Several values of one claim are written with commas; null takes the claim out.
    private static void Claims(SecurityTokenDescriptor descriptor, params (string Type, string? Value)[] claims)
    {
        foreach (var (type, value) in claims)
        {
            if (value is null)
                descriptor.Claims.Remove(type);
            else
                descriptor.Claims[type] = value.Contains(',', StringComparison.Ordinal) ? value.Split(',') : value;
        }
    }

    private Task<RunningApi> StartAsync(TestAuthority authority, params (string Key, string Value)[] settings)
    {
        var all = authority.Settings;
        foreach (var (key, value) in settings)
            all[key] = value;
        return RunningApi.StartAsync(azurite.FreshStorage(), settings: all);
    }

    private static Task<Answer> SendAsync(RunningApi api, string token, string method, string path, string? json = null) =>
        api.SendAsync(method, path, key: null, json, r => r.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token));

    private static async Task<(int Status, string? Code)> CodeAsync(RunningApi api, string token, string method, string path)
    {
        var answer = await SendAsync(api, token, method, path);
        return (answer.Status, answer.Code);
    }
}
