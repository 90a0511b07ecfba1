using Microsoft.Extensions.Options;
using Reporting.Access;

namespace Reporting.Tests.Access;

public sealed class KeyCacheTests
{
    private static readonly DateTimeOffset Now = new(2012, 4, 5, 9, 0, 0, TimeSpan.FromHours(8));

    private int reads;

    [Theory]
    [InlineData(30, 0, 1)]
    [InlineData(30, 29, 1)]
    [InlineData(30, 30, 2)]
    [InlineData(30, -1, 2)]
    [InlineData(0, 0, 2)]
    public async Task Key_IsReadAgain_WhenItsTimeIsOver(int life, int secondsLater, int expected)
    {
        var cache = Cache(life);

        await ReadAsync(cache, Now, Key("a"));
        await ReadAsync(cache, Now.AddSeconds(secondsLater), Key("a"));

        Assert.Equal(expected, reads);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Key_IsReadAgain_OnceItIsForgotten(bool known)
    {
        var cache = Cache(30);
        await ReadAsync(cache, Now, known ? Key("a") : null);

        cache.Forget("a");

        Assert.Equal("b", (await ReadAsync(cache, Now, Key("b")))?.Id);
    }

    [Fact]
    public async Task Key_IsNotKept_WhenItChangedWhileItWasRead()
    {
        var cache = Cache(30);

        await cache.GetAsync("a", Now, () =>
        {
            cache.Forget("a");
            return Task.FromResult<StoredKey?>(Key("old"));
        });

        Assert.Equal("new", (await ReadAsync(cache, Now, Key("new")))?.Id);
    }

    [Fact]
    public async Task Guessing_DoesNotPushOutWhatIsInUse()
    {
        var cache = Cache(30);
        await ReadAsync(cache, Now, Key("a"));

        for (var guess = 0; guess < 20_001; guess++)
            await cache.GetAsync($"guess{guess}", Now, () => Task.FromResult<StoredKey?>(null));
        await ReadAsync(cache, Now, Key("a"));

        Assert.Equal(1, reads);
        Assert.InRange(cache.Count, 1, 10_001);
    }

    private static KeyCache Cache(int seconds) => new(Options.Create(new AccessOptions { KeyCacheSeconds = seconds }));

    private static StoredKey Key(string id) => new("a", id, "李梅", Role.Leader, null, Now, "管理员", null);

    private Task<StoredKey?> ReadAsync(KeyCache cache, DateTimeOffset now, StoredKey? stored) => cache.GetAsync("a", now, () =>
    {
        reads++;
        return Task.FromResult(stored);
    });
}
