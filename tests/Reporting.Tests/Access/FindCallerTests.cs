using Microsoft.Extensions.Options;
using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Storage;
using Reporting.Tests.Catalogue;
using Testing;

namespace Reporting.Tests.Access;

public sealed class FindCallerTests(AzuriteFixture azurite)
{
    private const string AdminKey = "an admin key for tests, forty characters long";

    private readonly SettableClock clock = new(new DateTimeOffset(2012, 4, 5, 9, 0, 0, TimeSpan.FromHours(8)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Caller_IsThePersonOfTheKey()
    {
        var (table, find) = await NewAsync();
        var key = await GrantAsync(table, new KeyRequest(" 李梅 ", Role.Unit, "zhengzhou"));

        var caller = await find.RunAsync(key.Key, Cancellation);

        Assert.Equal(new Caller("李梅", Role.Unit, "zhengzhou", key.Id), caller);
        Assert.StartsWith(key.Id + ".", key.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_IsUnknown_OnceTheKeyHasExpired()
    {
        var (table, find) = await NewAsync();
        var key = await GrantAsync(table, new KeyRequest("李梅", Role.Leader, ExpiresAt: clock.Now.AddDays(1)));

        clock.Now = clock.Now.AddDays(1).AddTicks(-1);
        Assert.NotNull(await find.RunAsync(key.Key, Cancellation));
        clock.Now = clock.Now.AddTicks(1);
        Assert.Null(await find.RunAsync(key.Key, Cancellation));
    }

    [Fact]
    public async Task Caller_IsUnknown_OnceTheKeyIsRevoked()
    {
        var (table, find) = await NewAsync();
        var key = await GrantAsync(table, new KeyRequest("李梅", Role.Leader));
        var stored = await table.FindAsync(ApiKey.HashOf(key.Key), Cancellation) ?? throw new InvalidOperationException("not stored");

        await table.AddAsync(stored with { RevokedAt = clock.Now }, Cancellation);

        Assert.Null(await find.RunAsync(key.Key, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rk-00000000.x")]
    [InlineData(AdminKey + ".")]
    public async Task Caller_IsUnknown_WhenTheKeyIs(string key) => Assert.Null(await (await NewAsync()).Find.RunAsync(key, Cancellation));

    [Fact]
    public async Task AdminKey_IsTaken_OnlyWhenItIsSet()
    {
        var (table, find) = await NewAsync();

        Assert.Equal(Role.Admin, (await find.RunAsync(AdminKey, Cancellation))?.Role);
        Assert.Null(await new FindCaller(table, Options.Create(new AccessOptions()), clock).RunAsync(AdminKey, Cancellation));
    }

    [Fact]
    public void Keys_AreLongAndAllDifferent()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => ApiKey.New().Clear).ToList();

        Assert.Distinct(keys);
        Assert.All(keys, k => Assert.Equal(3 + 8 + 1 + 43, k.Length));
    }

    private async Task<GrantedKey> GrantAsync(AccessTable table, KeyRequest request)
    {
        var outcome = await new GrantApiKey(table, new Programmes([Henan2012.Programme]), clock).RunAsync(request, "管理员", Cancellation);
        return outcome.Value ?? throw new InvalidOperationException(outcome.Refusals[0].DetailEn);
    }

    private async Task<(AccessTable Table, FindCaller Find)> NewAsync()
    {
        var connection = new StorageConnection(Options.Create(new StorageOptions { ConnectionString = azurite.FreshStorage() }));
        await new StorageSetup(connection).EnsureAsync(Cancellation);
        var table = new AccessTable(connection);
        return (table, new FindCaller(table, Options.Create(new AccessOptions { AdminKey = AdminKey }), clock));
    }
}
