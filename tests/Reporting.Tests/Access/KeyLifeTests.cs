using Reporting.Access;
using Testing;

namespace Reporting.Tests.Access;

/// <summary>Keys replaced, taken back and used, in one process and in two.</summary>
public sealed class KeyLifeTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Revocation_WorksAtOnceHere_AndWithinTheCachesTimeElsewhere()
    {
        var here = await KeyBench.StartAsync(azurite);
        var elsewhere = here.Another();
        var key = await here.GrantAsync(new KeyRequest("李梅", Role.Leader));
        Assert.True(await here.WorksAsync(key.Key));
        Assert.True(await elsewhere.WorksAsync(key.Key));

        await here.RevokeAsync(key.Id);

        Assert.False(await here.WorksAsync(key.Key));
        Assert.True(await elsewhere.WorksAsync(key.Key));
        here.Clock.Now = here.Clock.Now.AddSeconds(30);
        Assert.False(await elsewhere.WorksAsync(key.Key));
    }

    [Fact]
    public async Task Revocation_StaysTheFirst_WhenItIsRepeated()
    {
        var bench = await KeyBench.StartAsync(azurite);
        var key = await bench.GrantAsync(new KeyRequest("李梅", Role.Leader));
        var first = await bench.RevokeAsync(key.Id);

        bench.Clock.Now = bench.Clock.Now.AddDays(1);
        var second = await bench.RevokeAsync(key.Id, "另一理由");

        Assert.Equal(first, second);
        Assert.Equal(("管理员", "调离岗位"), (second.RevokedBy, second.Reason));
    }

    [Theory]
    [InlineData("rk-ffffffff", "理由", "key-not-found")]
    [InlineData("rk-0000aaaa", "理由", "key-own")]
    [InlineData("bootstrap", "理由", "key-not-found")]
    [InlineData("x~y' or true", "理由", "key-not-found")]
    [InlineData("rk-ffffffff", " ", "field-required")]
    [InlineData("rk-ffffffff", "反向\u202e", "character-not-allowed")]
    public async Task Revocation_IsRefused_When(string id, string reason, string code)
    {
        var bench = await KeyBench.StartAsync(azurite);

        var outcome = await bench.Revoke.RunAsync(KeyBench.Admin, id, reason, Cancellation);

        Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(0.5)]
    [InlineData(0)]
    public async Task OldKey_EndsAfterTheOverlap_AndTheNewOneIsTheSameHolders(double overlapHours)
    {
        var bench = await KeyBench.StartAsync(azurite);
        var old = await bench.GrantAsync(new KeyRequest("李梅", Role.Unit, "zhengzhou", bench.Clock.Now.AddDays(30)));
        Assert.True(await bench.WorksAsync(old.Key));

        var fresh = await bench.RotateAsync(old.Id, new RotateRequest((decimal)overlapHours));

        Assert.Equal(new Caller("李梅", Role.Unit, "zhengzhou", fresh.Id), await bench.Find.RunAsync(fresh.Key, Cancellation));
        Assert.Equal((old.Id, old.ExpiresAt, bench.Clock.Now.AddHours(overlapHours)), (fresh.Replaces, fresh.ExpiresAt, fresh.OldKeyUntil));
        Assert.Equal(overlapHours > 0, await bench.WorksAsync(old.Key));
        bench.Clock.Now = bench.Clock.Now.AddHours(overlapHours);
        Assert.False(await bench.WorksAsync(old.Key));
        Assert.True(await bench.WorksAsync(fresh.Key));
    }

    [Fact]
    public async Task Rotation_NeverProlongsTheOldKey()
    {
        var bench = await KeyBench.StartAsync(azurite);
        var old = await bench.GrantAsync(new KeyRequest("李梅", Role.Leader, ExpiresAt: bench.Clock.Now.AddHours(1)));

        var fresh = await bench.RotateAsync(old.Id, new RotateRequest(24, bench.Clock.Now.AddDays(90)));

        Assert.Equal(old.ExpiresAt, fresh.OldKeyUntil);
        Assert.Equal(bench.Clock.Now.AddDays(90), fresh.ExpiresAt);
    }

    [Fact]
    public async Task Rotation_IsRefused_WhenTheKeyIsReplacedRevokedOrExpired()
    {
        var bench = await KeyBench.StartAsync(azurite);
        var replaced = await bench.GrantAsync(new KeyRequest("甲", Role.Leader));
        var revoked = await bench.GrantAsync(new KeyRequest("乙", Role.Leader));
        var expired = await bench.GrantAsync(new KeyRequest("丙", Role.Leader, ExpiresAt: bench.Clock.Now.AddTicks(1)));
        var successor = await bench.RotateAsync(replaced.Id, new RotateRequest());
        await bench.RevokeAsync(revoked.Id);
        bench.Clock.Now = bench.Clock.Now.AddTicks(1);

        async Task<Refusal> RefusalAsync(string id, decimal hours = 1) =>
            Assert.Single((await bench.Rotate.RunAsync(KeyBench.Admin, id, new RotateRequest(hours), Cancellation)).Refusals);
        var again = await RefusalAsync(replaced.Id);

        Assert.Equal("key-replaced", again.Code);
        Assert.Contains(successor.Id, again.DetailZh, StringComparison.Ordinal);
        Assert.Equal("key-not-in-force", (await RefusalAsync(revoked.Id)).Code);
        Assert.Equal("key-not-in-force", (await RefusalAsync(expired.Id)).Code);
        Assert.Equal("key-not-found", (await RefusalAsync("rk-ffffffff")).Code);
        Assert.Equal("overlap-out-of-range", (await RefusalAsync(successor.Id, 168.1m)).Code);
        Assert.Equal("overlap-out-of-range", (await RefusalAsync(successor.Id, -0.1m)).Code);
        Assert.Equal(4, (await bench.Table.ListAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task Rotations_AtOnce_MakeOneNewKey()
    {
        var bench = await KeyBench.StartAsync(azurite);
        var old = await bench.GrantAsync(new KeyRequest("李梅", Role.Leader));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => bench.Rotate.RunAsync(KeyBench.Admin, old.Id, new RotateRequest(), Cancellation)));

        var made = Assert.Single(outcomes, o => o.Value is not null);
        Assert.All(outcomes.SelectMany(o => o.Refusals), r => Assert.Contains(r.Code, (string[])["busy", "key-replaced"]));
        Assert.Equal([old.Id, made.Value?.Id], (await bench.Table.ListAsync(Cancellation)).OrderBy(k => k.Key.Replaces is not null).Select(k => k.Key.Id));
    }

    [Fact]
    public async Task Use_IsRecordedOnceAnHour_AndDoesNotUndoARevocation()
    {
        var bench = await KeyBench.StartAsync(azurite);
        var key = await bench.GrantAsync(new KeyRequest("李梅", Role.Leader));
        var first = bench.Clock.Now;
        var hour = TimeSpan.FromHours(1);

        await bench.RevokeAsync(key.Id);
        await bench.Table.MarkUsedAsync(key.Id, first, hour, Cancellation);
        await bench.Table.MarkUsedAsync(key.Id, first.AddMinutes(59), hour, Cancellation);

        var listed = Assert.Single(await bench.Table.ListAsync(Cancellation));
        Assert.Equal((first, first), (listed.LastUsedAt, listed.Key.RevokedAt));
        await bench.Table.MarkUsedAsync(key.Id, first.AddHours(1), hour, Cancellation);
        Assert.Equal(first.AddHours(1), (await bench.Table.ListAsync(Cancellation))[0].LastUsedAt);
        Assert.False(await bench.Another().WorksAsync(key.Key));
    }
}
