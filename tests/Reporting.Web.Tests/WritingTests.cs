using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>Several writers, failing storage, dates: nothing is lost and nothing is taken that should not be.</summary>
public sealed class WritingTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";

    private static readonly EntryKey Key = new("henan-2012", new Period(2012, 1), "automotive", "R01", "zhengzhou");

    [Fact]
    public async Task Writers_AllGetTheirVersion_WhenTheyReadAgainAfterALostRace()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");

        async Task<Answer> WriteAsync(int n)
        {
            var answer = await api.ChangeAsync("PUT", Entry, key, Sample.Task($"第{n}稿。"));
            return answer.Status is 412 or 428 ? await WriteAsync(n) : answer;
        }

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(WriteAsync));

        Assert.All(answers, a => Assert.InRange(a.Status, 200, 201));
        var table = api.Services.GetRequiredService<ProgressTable>();
        var versions = await table.ReadVersionsAsync(Key, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 8), versions.Select(v => v.Version));
        Assert.Equal(Enumerable.Range(1, 8).Select(n => $"第{n}稿。"), versions.Select(v => v.Content.Progress).Order(StringComparer.Ordinal));
        Assert.True((bool?)(await api.SendAsync("GET", Entry + "/verify", key)).Json["whole"]);
        Assert.Equal(versions[^1].Hash, (string?)(await api.SendAsync("GET", Entry, key)).Json["hash"]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    public async Task Writers_OnlyOneWins_WhenAllNameTheVersionTheyRead(int writers)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var read = await api.ChangeAsync("PUT", Entry, key, Sample.Task());
        Task<Answer> Write(int n) => api.SendAsync("PUT", Entry, key, Sample.Task($"第{n}稿。"), r => r.Headers.TryAddWithoutValidation("If-Match", read.ETag));

        var answers = await Task.WhenAll(Enumerable.Range(1, writers).Select(Write));

        Assert.Equal([200, .. Enumerable.Repeat(412, writers - 1)], answers.Select(a => a.Status).Order());
        Assert.All(answers.Where(a => a.Status == 412), a => Assert.Equal("stale", a.Code));
        var stored = await api.SendAsync("GET", Entry + "/versions", key);
        Assert.Equal(2, stored.Json["versions"]?.AsArray().Count);
        Assert.Equal((string?)answers.Single(a => a.Status == 200).Json["hash"], (string?)stored.Json["versions"]?[1]?["hash"]);
    }

    [Fact]
    public async Task Change_NeedsAConditionOnceThereIsAnEntry()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var office = await api.KeyAsync(Role.Office);
        Assert.Equal(201, (await api.SendAsync("PUT", Entry, key, Sample.Task())).Status);

        Assert.Equal((428, "if-match-required"), await CodeOf(api.SendAsync("PUT", Entry, key, Sample.Task("改。"))));
        Assert.Equal((428, "if-match-required"), await CodeOf(api.SendAsync("POST", Entry + "/submit", key)));
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", key)).Status);
        Assert.Equal((428, "if-match-required"), await CodeOf(api.SendAsync("POST", Entry + "/return?unit=zhengzhou", office, """{"reason":"请补充。"}""")));
        Assert.Equal((428, "if-match-required"), await CodeOf(api.SendAsync("POST", Entry + "/accept?unit=zhengzhou", office)));
        Assert.Equal(2, (int?)(await api.SendAsync("GET", Entry, key)).Json["version"]);
    }

    [Theory]
    [InlineData("\"0000\"", 412, "stale")]
    [InlineData("W/\"0000\"", 412, "stale")]
    [InlineData("*", 412, "stale")]
    [InlineData("nonsense", 400, "if-match-malformed")]
    [InlineData("*, \"0000\"", 400, "if-match-malformed")]
    public async Task NewEntry_IsRefused_WhenAConditionIsSent(string condition, int status, string code)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");

        var answer = await api.SendAsync("PUT", Entry, key, Sample.Task(), r => r.Headers.TryAddWithoutValidation("If-Match", condition));

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(404, (await api.SendAsync("GET", Entry, key)).Status);
    }

    [Fact]
    public async Task Entry_IsStoredOnce_WhenStoragesAnswerIsLost()
    {
        await using var relay = StorageRelay.Before(azurite.FreshStorage());
        await using var api = await RunningApi.StartAsync(relay.ConnectionString);
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");

        relay.LoseAnswersTo("$batch", times: 1);
        var answer = await api.ChangeAsync("PUT", Entry, key, Sample.Task());

        Assert.Equal((201, 1), (answer.Status, relay.LostAnswers));
        Assert.Equal(1, (await api.SendAsync("GET", Entry + "/versions", key)).Json["versions"]?.AsArray().Count);
    }

    [Fact]
    public async Task Entry_IsAnswered503_WhenStorageDiesDuringTheWrite()
    {
        await using var relay = StorageRelay.Before(azurite.FreshStorage());
        await using var api = await RunningApi.StartAsync(relay.ConnectionString, retries: 0);
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");

        relay.LoseAnswersTo("$batch", times: int.MaxValue);
        var answer = await api.ChangeAsync("PUT", Entry, key, Sample.Task("写入时存储中断。"));

        Assert.Equal((503, "storage-unavailable"), (answer.Status, answer.Code));
        Assert.NotNull(answer.Response.Headers.RetryAfter);
        relay.LoseAnswersTo("$batch", times: 0);
        // The transaction was carried out, only its answer was lost: the entry is there, whole.
        Assert.Equal("写入时存储中断。", (string?)(await api.SendAsync("GET", Entry, key)).Json["content"]?["progress"]);
        Assert.True((bool?)(await api.SendAsync("GET", Entry + "/verify", key)).Json["whole"]);
    }

    [Fact]
    public async Task Everything_IsAnswered503_WhenStorageIsGone()
    {
        await using var relay = StorageRelay.Before(azurite.FreshStorage());
        await using var api = await RunningApi.StartAsync(relay.ConnectionString, retries: 0);
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        Assert.Equal(200, (await api.SendAsync("GET", "/health", key: null)).Status);

        relay.RefuseAll();

        foreach (var (method, path) in new[] { ("PUT", Entry), ("GET", Entry), ("GET", "/api/henan-2012/obligations?period=2012Q1"), ("GET", "/health") })
        {
            var answer = await api.SendAsync(method, path, key, method == "PUT" ? Sample.Task() : null);
            Assert.Equal((503, "storage-unavailable", "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
        }
    }

    [Theory]
    [InlineData("2012-02-29T23:59:59+08:00", 409, "period-not-open")]
    [InlineData("2012-03-01T00:00:00+08:00", 200, null)]
    [InlineData("2012-04-20T23:59:59+08:00", 200, null)]
    [InlineData("2012-04-21T00:00:00+08:00", 423, "period-locked")]
    public async Task Submission_IsTaken_WhileThePeriodIsOpen(string now, int status, string? code)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        await api.ChangeAsync("PUT", Entry, key, Sample.Task());

        api.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var answer = await api.ChangeAsync("POST", Entry + "/submit", key);

        Assert.Equal(status, answer.Status);
        if (code is not null)
            Assert.Equal(code, answer.Code);
        if (status == 423)
            Assert.Contains("2012年4月20日", (string?)answer.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_CannotBeChanged_WhileItIsWithTheOffice()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var office = await api.KeyAsync(Role.Office);
        Assert.Equal("entry-not-found", (await api.ChangeAsync("POST", Entry + "/submit", key)).Code);
        await api.ChangeAsync("PUT", Entry, key, Sample.Task());
        Assert.Equal("wrong-state", (await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office)).Code);
        await api.ChangeAsync("POST", Entry + "/submit", key);

        Assert.Equal((409, "wrong-state"), await CodeOf(api.ChangeAsync("PUT", Entry, key, Sample.Task())));
        Assert.Equal((409, "wrong-state"), await CodeOf(api.ChangeAsync("POST", Entry + "/submit", key)));
        Assert.Equal((422, "field-required"), await CodeOf(api.ChangeAsync("POST", Entry + "/return?unit=zhengzhou", office, """{"reason":" "}""")));
        await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office);
        Assert.Equal((409, "wrong-state"), await CodeOf(api.ChangeAsync("PUT", Entry, key, Sample.Task())));
        Assert.Equal((409, "wrong-state"), await CodeOf(api.ChangeAsync("POST", Entry + "/withdraw", key)));
    }

    [Fact]
    public async Task WithdrawnEntry_IsADraftThatWasNeverSubmitted()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        Assert.Equal((404, "entry-not-found"), await CodeOf(api.ChangeAsync("POST", Entry + "/withdraw", key)));
        await api.ChangeAsync("PUT", Entry, key, Sample.Task());
        Assert.Equal((409, "wrong-state"), await CodeOf(api.ChangeAsync("POST", Entry + "/withdraw", key)));
        Assert.Equal("on-time", (string?)(await api.ChangeAsync("POST", Entry + "/submit", key)).Json["arrival"]);

        api.Clock.Now = new DateTimeOffset(2012, 4, 12, 9, 0, 0, TimeSpan.FromHours(8));
        var withdrawn = await api.ChangeAsync("POST", Entry + "/withdraw", key);
        Assert.Equal((200, "draft", "overdue"), (withdrawn.Status, (string?)withdrawn.Json["state"], (string?)withdrawn.Json["arrival"]));
        Assert.Null(withdrawn.Json["firstSubmittedAt"]);
        Assert.Equal("按计划推进。", (string?)withdrawn.Json["content"]?["progress"]);
        Assert.Equal(200, (await api.ChangeAsync("PUT", Entry, key, Sample.Task("改过。"))).Status);
        Assert.Equal("grace", (string?)(await api.ChangeAsync("POST", Entry + "/submit", key)).Json["arrival"]);

        api.Clock.Now = new DateTimeOffset(2012, 4, 21, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal((423, "period-locked"), await CodeOf(api.ChangeAsync("POST", Entry + "/withdraw", key)));
    }

    [Fact]
    public async Task WithdrawnEntry_StaysOnTime_WhenTheOfficeHadReturnedItBefore()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var office = await api.KeyAsync(Role.Office);
        await api.ChangeAsync("PUT", Entry, key, Sample.Task());
        await api.ChangeAsync("POST", Entry + "/submit", key);
        api.Clock.Now = new DateTimeOffset(2012, 4, 12, 9, 0, 0, TimeSpan.FromHours(8));
        await api.ChangeAsync("POST", Entry + "/return?unit=zhengzhou", office, """{"reason":"请补充。"}""");
        await api.ChangeAsync("POST", Entry + "/submit", key);

        api.Clock.Now = api.Clock.Now.AddHours(1);
        Assert.Equal("on-time", (string?)(await api.ChangeAsync("POST", Entry + "/withdraw", key)).Json["arrival"]);

        Assert.Equal("on-time", (string?)(await api.ChangeAsync("POST", Entry + "/submit", key)).Json["arrival"]);
    }

    [Fact]
    public async Task AcceptedEntry_CanBeTakenBackAndMended_UntilTheLock()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var office = await api.KeyAsync(Role.Office);
        await api.ChangeAsync("PUT", Entry, key, Sample.Task());
        await api.ChangeAsync("POST", Entry + "/submit", key);
        await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office);

        var returned = await api.ChangeAsync("POST", Entry + "/return?unit=zhengzhou", office, """{"reason":"投资数有误。"}""");
        Assert.Equal((200, "returned", "on-time"), (returned.Status, (string?)returned.Json["state"], (string?)returned.Json["arrival"]));
        // What is derived from accepted entries followed, and the mark that says so is gone.
        Assert.DoesNotContain(await StoredRows.OfAsync(storage, "Progress"), r => r.Contains("RowKey=derive~", StringComparison.Ordinal));
        var taken = Assert.Single(await StoredRows.OfAsync(storage, "Problems"), r => r.Contains("RowKey=report~2012Q1~R01~zhengzhou", StringComparison.Ordinal));
        Assert.Contains("EntryVersion=4", taken, StringComparison.Ordinal);
        Assert.Equal(200, (await api.ChangeAsync("PUT", Entry, key, Sample.Task("改过。"))).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", key)).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office)).Status);

        // The unit could not mend it any more, and it would count as missing.
        api.Clock.Now = new DateTimeOffset(2012, 4, 21, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(
            (423, "period-locked"), await CodeOf(api.ChangeAsync("POST", Entry + "/return?unit=zhengzhou", office, """{"reason":"晚了。"}""")));
        Assert.Equal("accepted", (string?)(await api.SendAsync("GET", Entry, key)).Json["state"]);
    }

    [Theory]
    [InlineData("2012-04-10T23:59:59+08:00", "on-time", "pending")]
    [InlineData("2012-04-11T00:00:00+08:00", "grace", "overdue")]
    [InlineData("2012-04-15T23:59:59+08:00", "grace", "overdue")]
    [InlineData("2012-04-16T00:00:00+08:00", "late", "overdue")]
    [InlineData("2012-04-20T23:59:59+08:00", "late", "overdue")]
    public async Task Answer_SaysHowTheEntryStandsAgainstItsDates(string now, string submitted, string before)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        await api.ChangeAsync("PUT", Entry, key, Sample.Task());

        api.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(before, (string?)(await api.SendAsync("GET", Entry, key)).Json["arrival"]);
        Assert.Equal(submitted, (string?)(await api.ChangeAsync("POST", Entry + "/submit", key)).Json["arrival"]);
    }

    [Fact]
    public async Task Submission_NamesWhatIsMissing()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        var owner = await api.KeyAsync(Role.Unit, "industry-it");
        await api.ChangeAsync("PUT", Entry, key, "{}");
        const string indicators = "/api/henan-2012/indicators/2012Q1/automotive";
        await api.ChangeAsync("PUT", indicators, owner, """{"figures":[{"indicator":"automotive-T05","value":12,"unit":"万辆"}]}""");

        var task = await api.ChangeAsync("POST", Entry + "/submit", key);
        var figures = await api.ChangeAsync("POST", indicators + "/submit", owner);

        Assert.Equal((422, "field-required"), (task.Status, task.Code));
        Assert.Equal(["selfRating", "percent", "progress"], task.Fields);
        Assert.Equal((422, "indicator-missing"), (figures.Status, figures.Code));
        Assert.Equal(2, figures.Fields.Count);
    }

    [Fact]
    public async Task FallingFigure_NeedsANote_AgainstTheLastAcceptedPeriod()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var unit = await api.KeyAsync(Role.Unit, "industry-it");
        var office = await api.KeyAsync(Role.Office);
        const string first = "/api/henan-2012/indicators/2012Q1/steel";
        const string second = "/api/henan-2012/indicators/2012Q2/steel";
        await api.ChangeAsync("PUT", first, unit, """{"figures":[{"indicator":"steel-T02","value":800,"unit":"亿元"}]}""");
        await api.ChangeAsync("POST", first + "/submit", unit);
        Assert.Equal(200, (await api.ChangeAsync("POST", first + "/accept", office)).Status);

        api.Clock.Now = new DateTimeOffset(2012, 7, 5, 9, 0, 0, TimeSpan.FromHours(8));
        await api.ChangeAsync("PUT", second, unit, """{"figures":[{"indicator":"steel-T02","value":7999999,"unit":"万元"}]}""");
        var refused = await api.ChangeAsync("POST", second + "/submit", unit);
        await api.ChangeAsync("PUT", second, unit, """{"figures":[{"indicator":"steel-T02","value":7999999,"unit":"万元"}],"note":"一季度数含外省企业，已核减。"}""");
        var taken = await api.ChangeAsync("POST", second + "/submit", unit);

        Assert.Equal((422, "note-required"), (refused.Status, refused.Code));
        Assert.Equal(["figures[0].value"], refused.Fields);
        Assert.Contains("800亿元", (string?)refused.Json["detail"], StringComparison.Ordinal);
        Assert.Equal(200, taken.Status);
    }

    [Fact]
    public async Task Text_IsKeptCharacterForCharacter()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var key = await api.KeyAsync(Role.Unit, "zhengzhou");
        const string text = "“郑州日产”<二期>& 𬭎\\n第二行——完成①";

        await api.ChangeAsync("PUT", Entry, key, Sample.Task(text.Replace("\"", "\\\"", StringComparison.Ordinal)));

        var read = await api.SendAsync("GET", Entry, key);
        Assert.Equal(text.Replace("\\n", "\n", StringComparison.Ordinal), (string?)read.Json["content"]?["progress"]);
        Assert.Contains("<二期>& ", read.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoredKeys_HoldNoClearKey()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var answer = await api.SendAsync("POST", "/api/keys", RunningApi.AdminKey, """{"person":"李梅","role":"unit","unit":"zhengzhou"}""");
        var key = (string?)answer.Json["key"] ?? "";

        Assert.Equal(201, answer.Status);
        Assert.Equal(200, (await api.SendAsync("GET", "/api/programmes", key)).Status);
        var rows = await StoredRows.OfAsync(storage, "Access");
        Assert.Contains("李梅", Assert.Single(rows, r => r.Contains("Person=", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.All(rows, row => Assert.DoesNotContain(key, row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain(key.Split('.')[1], row, StringComparison.Ordinal));
    }

    private static async Task<(int Status, string? Code)> CodeOf(Task<Answer> sent)
    {
        var answer = await sent;
        return (answer.Status, answer.Code);
    }
}
