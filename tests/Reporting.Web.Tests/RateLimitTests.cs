using Microsoft.Extensions.Options;
using Reporting.Access;
using Reporting.Web.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>Who asks for too much is told when to come again, and hinders nobody else.</summary>
public sealed class RateLimitTests(AzuriteFixture azurite)
{
    private const string Read = "/api/programmes";

    [Fact]
    public async Task Key_IsHeldBack_WhenItsBurstIsUsedUp_AndNobodyElseIs()
    {
        await using var api = await StartAsync(("PerSecond", "2"), ("Burst", "5"));
        var (flooding, calm) = (await api.KeyAsync(Role.Leader), await api.KeyAsync(Role.Leader));

        for (var n = 0; n < 5; n++)
            Assert.Equal(200, (await api.SendAsync("GET", Read, flooding)).Status);
        var refused = await api.SendAsync("GET", Read, flooding);
        var english = await api.SendAsync("GET", Read, flooding, adjust: r => r.Headers.AcceptLanguage.ParseAdd("en"));

        Assert.Equal((429, "too-many-requests", "请求过于频繁"), (refused.Status, refused.Code, (string?)refused.Json["title"]));
        Assert.Equal("Too many requests", (string?)english.Json["title"]);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Response.Headers.RetryAfter?.Delta);
        Assert.Equal(200, (await api.SendAsync("GET", Read, calm)).Status);
        Assert.Equal(200, (await api.SendAsync("GET", "/health", key: null)).Status);
        api.Clock.Now = api.Clock.Now.AddSeconds(1);
        Assert.Equal("200 200 429", await StatusesAsync(api, flooding, flooding, flooding));
    }

    [Fact]
    public async Task Address_IsHeldBack_WhenItGuessesKeys_AndGoodKeysAreNot()
    {
        await using var api = await StartAsync(("FailuresPerMinute", "3"));
        var key = await api.KeyAsync(Role.Leader);

        Assert.Equal("401 401 401 429 200", await StatusesAsync(api, "a", "b", null, "c", key));
        api.Clock.Now = api.Clock.Now.AddSeconds(20);
        Assert.Equal("401 429", await StatusesAsync(api, "d", "e"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.1, 198.51.100.7:1024", "203.0.113.9, 198.51.100.7:1025", true)]
    [InlineData("X-Forwarded-For", "198.51.100.7", "198.51.100.8", false)]
    [InlineData("", "198.51.100.7", "198.51.100.8", true)]
    public async Task Addresses_AreToldApart_ByWhatTheProxyWrote(string header, string first, string second, bool same)
    {
        await using var api = await StartAsync(("AnonymousBurst", "1"), ("AddressHeader", header));
        Task<Answer> Send(string address) => api.SendAsync("GET", "/health", key: null, adjust: r => r.Headers.TryAddWithoutValidation("X-Forwarded-For", address));

        Assert.Equal(200, (await Send(first)).Status);
        Assert.Equal(same ? 429 : 200, (await Send(second)).Status);
    }

    [Fact]
    public void Allowance_ForgetsWhoIsFullAgain()
    {
        var allowance = new Allowance(most: 1, perSecond: 1);
        for (var n = 1; n < 10_000; n++)
            allowance.Take($"a{n}", TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromSeconds(1), allowance.Take("a1", TimeSpan.Zero));

        Assert.Null(allowance.Take("b", TimeSpan.FromSeconds(1)));
        Assert.Null(allowance.Take("c", TimeSpan.FromSeconds(1)));

        // b is not full yet, c is new.
        Assert.Equal(2, allowance.Count);
    }

    [Theory]
    [InlineData("PerSecond", "0")]
    [InlineData("Burst", "-1")]
    [InlineData("AnonymousPerSecond", "1000001")]
    [InlineData("AddressHeader", "X-Forwarded-For:")]
    public async Task Host_DoesNotStart_AndNamesTheKey_WhenALimitIsWrong(string key, string value)
    {
        var builder = RunningApi.Builder(azurite.FreshStorage());
        builder.Configuration["RateLimits:" + key] = value;
        await using var app = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("RateLimits:" + key, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string> StatusesAsync(RunningApi api, params string?[] keys)
    {
        var statuses = new List<int>();
        foreach (var key in keys)
            statuses.Add((await api.SendAsync("GET", Read, key)).Status);
        return string.Join(' ', statuses);
    }

    private Task<RunningApi> StartAsync(params (string Key, string Value)[] limits) =>
        RunningApi.StartAsync(azurite.FreshStorage(), settings: limits.ToDictionary(l => "RateLimits:" + l.Key, string? (l) => l.Value));
}
