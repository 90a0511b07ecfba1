using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>Two clerks and a client that sends again hammer one entry, while storage loses answers and the clock goes back: one consistent history.</summary>
public sealed class HammeringTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const int WritesEach = 8;

    private readonly ConcurrentBag<string> confirmed = [];
    private readonly ConcurrentBag<string> unknown = [];

    /// <param name="retries">Of the storage client: with none every lost answer reaches the callers, with some the client meets its own rows.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task History_HoldsEveryConfirmedWriteOnce(int retries)
    {
        await using var relay = StorageRelay.Before(azurite.FreshStorage());
        await using var api = await RunningApi.StartAsync(relay.ConnectionString, retries: retries);
        string[] keys = [await api.KeyAsync(Role.Unit, "zhengzhou", "李梅"), await api.KeyAsync(Role.Unit, "zhengzhou", "张三"), await api.KeyAsync(Role.Unit, "zhengzhou", "王强")];
        foreach (var key in keys)
            await api.SendAsync("GET", Entry, key);
        relay.LoseEveryAnswerTo("$batch", nth: 4);

        await Task.WhenAll(ClerkAsync(api, keys[0], "李梅"), ClerkAsync(api, keys[1], "张三"), RetryingClientAsync(api, keys[2]));

        relay.LoseEveryAnswerTo("$batch", nth: 0);
        Assert.NotEqual(0, relay.LostAnswers);
        var versions = (await api.SendAsync("GET", Entry + "/versions", keys[0])).Json["versions"]?.AsArray() ?? [];
        var texts = versions.Select(v => (string?)v?["content"]?["progress"] ?? "").ToList();
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(v => (int?)v?["version"] ?? 0));
        Assert.Distinct(texts);
        Assert.Equal(3 * WritesEach, confirmed.Count + unknown.Count);
        Assert.Empty(confirmed.Except(texts, StringComparer.Ordinal));
        Assert.Empty(texts.Except(confirmed.Concat(unknown), StringComparer.Ordinal));
        Assert.Equal(WritesEach, confirmed.Count(t => t.StartsWith("王强", StringComparison.Ordinal)));
        await AssertConsistentAsync(api, keys[0], versions.Count);
    }

    [Fact]
    public async Task EveryWrite_IsConfirmedOrAbsent_WhenStorageDiesInBetween()
    {
        await using var relay = StorageRelay.Before(azurite.FreshStorage());
        await using var api = await RunningApi.StartAsync(relay.ConnectionString, retries: 0);
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var written = await api.SendAsync("PUT", Entry, key, Sample.Task("第一稿。"));

        relay.RefuseAll();
        var refused = await SendAsync(api, key, "第二稿。", written.ETag, "k-2");
        relay.TakeAll();
        var again = await SendAsync(api, key, "第二稿。", written.ETag, "k-2");

        Assert.Equal((503, 200, 2), (refused.Status, again.Status, (int?)again.Json["version"]));
        await AssertConsistentAsync(api, key, 2);
    }

    [Fact]
    public async Task History_StaysWhole_WhenTheClockGoesBack()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        await api.ChangeAsync("PUT", Entry, key, Sample.Task());
        await api.ChangeAsync("POST", Entry + "/submit", key);

        api.Clock.Now = api.Clock.Now.AddDays(-3);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/withdraw", key)).Status);
        Assert.Equal("on-time", (string?)(await api.ChangeAsync("POST", Entry + "/submit", key)).Json["arrival"]);

        await AssertConsistentAsync(api, key, 4);
    }

    /// <summary>Reads, writes, and reads again when somebody else was first; does not know what became of a write that was answered 503.</summary>
    private async Task ClerkAsync(RunningApi api, string key, string name)
    {
        for (var n = 1; n <= WritesEach; n++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{name}第{n}稿。");
            var answer = await UntilTakenAsync(api, key, text);
            (answer.Status == 503 ? unknown : confirmed).Add(text);
            api.Clock.Now = api.Clock.Now.AddSeconds(n % 2 == 0 ? -90 : 60);
        }
    }

    private static async Task<Answer> UntilTakenAsync(RunningApi api, string key, string text)
    {
        while (true)
        {
            var answer = await SendAsync(api, key, text, (await ReadAsync(api, key)).ETag, idempotency: null);
            if (answer.Status is not (412 or 428))
            {
                Assert.True(answer.Status is 200 or 201 or 503, answer.Body);
                return answer;
            }
        }
    }

    /// <summary>Sends the same request until it is answered, and a new one when somebody else was first.</summary>
    private async Task RetryingClientAsync(RunningApi api, string key)
    {
        for (var n = 1; n <= WritesEach; n++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"王强第{n}稿。");
            var taken = false;
            for (var attempt = 1; !taken; attempt++)
            {
                var version = (await ReadAsync(api, key)).ETag;
                var idempotency = string.Create(CultureInfo.InvariantCulture, $"{n}-{attempt}");
                Answer answer;
                do
                    answer = await SendAsync(api, key, text, version, idempotency);
                while (answer.Status == 503);
                taken = answer.Status is 200 or 201;
                Assert.True(taken || answer.Status is 412 or 428, answer.Body);
            }
            confirmed.Add(text);
        }
    }

    private static async Task<Answer> ReadAsync(RunningApi api, string key)
    {
        Answer read;
        do
            read = await api.SendAsync("GET", Entry, key);
        while (read.Status == 503);
        return read;
    }

    private static Task<Answer> SendAsync(RunningApi api, string key, string text, string? version, string? idempotency) =>
        api.SendAsync("PUT", Entry, key, Sample.Task(text), request =>
        {
            if (version is not null)
                request.Headers.Add("If-Match", version);
            if (idempotency is not null)
                request.Headers.Add("Idempotency-Key", idempotency);
        });

    private static async Task AssertConsistentAsync(RunningApi api, string key, int versions)
    {
        var verified = (await api.SendAsync("GET", Entry + "/verify", key)).Json;
        var current = (await api.SendAsync("GET", Entry, key)).Json;
        var stored = await api.Services.GetRequiredService<ProgressTable>().FindAsync(
            new EntryKey("henan-2012", new Period(2012, 1), "automotive", "R01", "zhengzhou"), TestContext.Current.CancellationToken);

        Assert.Equal((true, versions), ((bool?)verified["whole"], (int?)verified["versions"]));
        Assert.Equal((versions, (string?)verified["lastHash"]), ((int?)current["version"], (string?)current["hash"]));
        Assert.Equal(
            (stored?.Entry.Version, stored?.Entry.Hash, stored?.Entry.Content.Progress, stored?.Entry.By),
            ((int?)current["version"], (string?)current["hash"], (string?)current["content"]?["progress"], (string?)current["by"]));
    }
}
