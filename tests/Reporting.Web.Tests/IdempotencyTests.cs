using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>A request that is sent twice under one Idempotency-Key is carried out once and answered the same twice, whatever happened in between.</summary>
public sealed class IdempotencyTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const string Other = "/api/henan-2012/progress/2012Q1/automotive/R03";

    [Fact]
    public async Task Repetition_GetsTheSameAnswer_AlsoWhenTheEntryHasGoneOnAndThePeriodIsLocked()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var written = await SendAsync(api, "PUT", Entry, key, Sample.Task(), "a-1");
        var changed = await SendAsync(api, "PUT", Entry, key, Sample.Task("再改。"), "a-2", written.ETag);
        var submitted = await SendAsync(api, "POST", Entry + "/submit", key, null, "a-3", changed.ETag);

        api.Clock.Now = new DateTimeOffset(2012, 4, 21, 0, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal((201, 200, 200), (written.Status, changed.Status, submitted.Status));
        AssertSame(written, await SendAsync(api, "PUT", Entry, key, Sample.Task(), "a-1"));
        AssertSame(changed, await SendAsync(api, "PUT", Entry, key, Sample.Task("再改。"), "a-2", written.ETag));
        AssertSame(submitted, await SendAsync(api, "POST", Entry + "/submit", key, null, "a-3", changed.ETag));
        Assert.Equal(3, await VersionsAsync(api, key));
    }

    [Fact]
    public async Task Repetition_IsFound_WhenNothingElseWouldHaveRefusedIt()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var first = await SendAsync(api, "PUT", Entry, key, Sample.Task(), "a-1");
        var second = await SendAsync(api, "PUT", Entry, key, Sample.Task("再改。"), "a-2", "*");

        // If-Match: * holds for any version, so that only the transaction can find out.
        AssertSame(second, await SendAsync(api, "PUT", Entry, key, Sample.Task("再改。"), "a-2", "*"));
        AssertSame(first, await SendAsync(api, "PUT", Entry, key, Sample.Task(), "a-1", "*"));
        Assert.Equal(2, await VersionsAsync(api, key));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    public async Task Key_IsRefused_WhenItComesWithAnotherBody(string? condition)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        await SendAsync(api, "PUT", Entry, key, Sample.Task(), "a-1");

        var answer = await SendAsync(api, "PUT", Entry, key, Sample.Task("别的内容。"), "a-1", condition);

        Assert.Equal((409, "idempotency-key-reused"), (answer.Status, answer.Code));
        Assert.Equal(1, await VersionsAsync(api, key));
    }

    [Fact]
    public async Task Key_IsKnownOnlyToItsCallerAndItsAddress()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var rotated = await api.KeyAsync(Role.Unit, "zhengzhou");
        var written = await SendAsync(api, "PUT", Entry, key, Sample.Task(), "a-1");

        Assert.Equal(201, (await SendAsync(api, "PUT", Other, key, Sample.Task(), "a-1")).Status);
        Assert.Equal((428, "if-match-required"), CodeOf(await SendAsync(api, "PUT", Entry, rotated, Sample.Task(), "a-1")));
        Assert.Equal(200, (await SendAsync(api, "POST", Entry + "/submit", key, null, "a-1", written.ETag)).Status);
        Assert.Equal(2, await VersionsAsync(api, key));
    }

    [Fact]
    public async Task Refusal_IsNotRemembered()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");

        Assert.Equal(422, (await SendAsync(api, "PUT", Entry, key, """{"percent":101}""", "a-1")).Status);
        Assert.Equal(201, (await SendAsync(api, "PUT", Entry, key, """{"percent":100}""", "a-1")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("a,b\tc")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task Key_IsRefused_WhenItIsMalformed(string value)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");

        var answer = await SendAsync(api, "PUT", Entry, key, Sample.Task(), value);

        Assert.Equal((400, "idempotency-key-malformed"), CodeOf(answer));
        Assert.Equal(404, (await api.SendAsync("GET", Entry, key)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    public async Task OneVersion_IsWritten_WhenTheSameRequestRacesItself(string? condition)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var before = condition is null ? 0 : 1;
        if (condition is not null)
            await api.SendAsync("PUT", Entry, key, Sample.Task("原稿。"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => SendAsync(api, "PUT", Entry, key, Sample.Task(), "a-1", condition)));

        Assert.All(answers, a => AssertSame(answers[0], a));
        Assert.Equal(condition is null ? 201 : 200, answers[0].Status);
        Assert.Equal(before + 1, await VersionsAsync(api, key));
    }

    [Theory]
    [InlineData(3, 201)]
    [InlineData(0, 503)]
    public async Task OneVersion_IsWritten_WhenStoragesAnswerIsLost(int retries, int status)
    {
        await using var relay = StorageRelay.Before(azurite.FreshStorage());
        await using var api = await RunningApi.StartAsync(relay.ConnectionString, retries: retries);
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");

        relay.LoseAnswersTo("$batch", times: 1);
        var first = await SendAsync(api, "PUT", Entry, key, Sample.Task(), "a-1");
        var again = await SendAsync(api, "PUT", Entry, key, Sample.Task(), "a-1");

        Assert.Equal((status, 201, 1), (first.Status, again.Status, relay.LostAnswers));
        if (status == 201)
            AssertSame(first, again);
        Assert.Equal(1, await VersionsAsync(api, key));
    }

    private static (int Status, string? Code) CodeOf(Answer answer) => (answer.Status, answer.Code);

    private static void AssertSame(Answer expected, Answer actual) =>
        Assert.Equal((expected.Status, expected.ETag, expected.Body), (actual.Status, actual.ETag, actual.Body));

    private static async Task<int> VersionsAsync(RunningApi api, string key)
    {
        var versions = (await api.SendAsync("GET", Entry + "/versions", key)).Json["versions"]?.AsArray() ?? [];
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(v => (int?)v?["version"] ?? 0));
        Assert.True((bool?)(await api.SendAsync("GET", Entry + "/verify", key)).Json["whole"]);
        return versions.Count;
    }

    private static Task<Answer> SendAsync(
        RunningApi api, string method, string path, string key, string? json, string idempotency, string? condition = null) =>
        api.SendAsync(method, path, key, json, request =>
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotency);
            if (condition is not null)
                request.Headers.TryAddWithoutValidation("If-Match", condition);
        });
}
