using Reporting.Access;
using Testing;

namespace Reporting.Tests.Access;

public sealed class FindCallerTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Caller_IsThePersonOfTheKey()
    {
        var bench = await KeyBench.StartAsync(azurite);
        var key = await bench.GrantAsync(new KeyRequest(" 李梅 ", Role.Unit, "zhengzhou"));

        var caller = await bench.Find.RunAsync(key.Key, Cancellation);

        Assert.Equal(new Caller("李梅", Role.Unit, "zhengzhou", key.Id), caller);
        Assert.StartsWith(key.Id + ".", key.Key, StringComparison.Ordinal);
        Assert.True(ApiKey.IsId(key.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task Caller_IsUnknown_OnceTheKeyHasExpired(int cacheSeconds)
    {
        var bench = await KeyBench.StartAsync(azurite, cacheSeconds);
        var key = await bench.GrantAsync(new KeyRequest("李梅", Role.Leader, ExpiresAt: bench.Clock.Now.AddSeconds(10)));

        bench.Clock.Now = bench.Clock.Now.AddSeconds(10).AddTicks(-1);
        Assert.True(await bench.WorksAsync(key.Key));
        bench.Clock.Now = bench.Clock.Now.AddTicks(1);
        Assert.False(await bench.WorksAsync(key.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rk-00000000.x")]
    [InlineData(KeyBench.AdminKey + ".")]
    public async Task Caller_IsUnknown_WhenTheKeyIs(string key) => Assert.False(await (await KeyBench.StartAsync(azurite)).WorksAsync(key));

    [Fact]
    public async Task AdminKey_IsTaken_WhenItIsSet()
    {
        var bench = await KeyBench.StartAsync(azurite);

        Assert.Equal(Role.Admin, (await bench.Find.RunAsync(KeyBench.AdminKey, Cancellation))?.Role);
    }

    [Fact]
    public void Keys_AreLongAndAllDifferent()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => ApiKey.New().Clear).ToList();

        Assert.Distinct(keys);
        Assert.All(keys, k => Assert.Equal(3 + 8 + 1 + 43, k.Length));
    }
}
