using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Reporting.Access;
using Reporting.Catalogue;
using Reporting.Storage;
using Reporting.Tests.Catalogue;
using Testing;

namespace Reporting.Tests.Access;

/// <summary>The use cases of keys over a store of their own, as one process has them; <see cref="Another"/> is a second process on it.</summary>
internal sealed class KeyBench
{
    public const string AdminKey = "an admin key for tests, forty characters long";

    private readonly string storage;

    private KeyBench(string storage, SettableClock clock, int cacheSeconds)
    {
        (this.storage, Clock) = (storage, clock);
        Connection = new StorageConnection(Options.Create(new StorageOptions { ConnectionString = storage, Retries = 0 }));
        Table = new AccessTable(Connection);
        var options = Options.Create(new AccessOptions { AdminKey = AdminKey, KeyCacheSeconds = cacheSeconds });
        var cache = new KeyCache(options);
        Find = new FindCaller(Table, cache, new KeyUse(Table, NullLogger<KeyUse>.Instance), options, Clock);
        Grant = new GrantApiKey(Table, new Programmes([Henan2012.Programme]), Clock);
        Rotate = new RotateApiKey(Table, cache, Clock);
        Revoke = new RevokeApiKey(Table, cache, Clock);
    }

    public static Caller Admin { get; } = new("管理员", Role.Admin, null, "rk-0000aaaa");

    public SettableClock Clock { get; }

    public StorageConnection Connection { get; }

    public AccessTable Table { get; }

    public FindCaller Find { get; }

    public GrantApiKey Grant { get; }

    public RotateApiKey Rotate { get; }

    public RevokeApiKey Revoke { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<KeyBench> StartAsync(AzuriteFixture azurite, int cacheSeconds = 30)
    {
        var clock = new SettableClock(new DateTimeOffset(2012, 4, 5, 9, 0, 0, TimeSpan.FromHours(8)));
        var bench = new KeyBench(azurite.FreshStorage(), clock, cacheSeconds);
        await new StorageSetup(bench.Connection).EnsureAsync(Cancellation);
        return bench;
    }

    public KeyBench Another(int cacheSeconds = 30) => new(storage, Clock, cacheSeconds);

    public async Task<GrantedKey> GrantAsync(KeyRequest request) => Value(await Grant.RunAsync(request, "管理员", Cancellation));

    public async Task<RotatedKey> RotateAsync(string id, RotateRequest request) => Value(await Rotate.RunAsync(Admin, id, request, Cancellation));

    public async Task<StoredKey> RevokeAsync(string id, string reason = "调离岗位") => Value(await Revoke.RunAsync(Admin, id, reason, Cancellation));

    public async Task<bool> WorksAsync(string key) => await Find.RunAsync(key, Cancellation) is not null;

    private static T Value<T>(Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new InvalidOperationException(outcome.Refusals[0].DetailEn);
}
