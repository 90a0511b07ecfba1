using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>Leave to report after the lock: asked for by one person, granted by another, in force until its day and for its obligation only.</summary>
public sealed class ExceptionTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const string Exception = Entry + "/exception";
    private const string Office = "?unit=zhengzhou";
    private const string Request = """{"reason":"统计口径调整，数据补核。","until":"2012-05-10"}""";

    private static readonly DateTimeOffset AfterLock = Beijing(2012, 4, 25);

    [Fact]
    public async Task LockedObligation_IsReportedAndReviewed_UnderAnExceptionAndCountsAsLate()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (unit, office) = (await api.KeyAsync(Role.Unit, "zhengzhou", "李梅"), await api.KeyAsync(Role.Office, person: "王强"));
        api.Clock.Now = AfterLock;
        var closed = await api.ChangeAsync("PUT", Entry, unit, Sample.Task());
        Assert.Equal((423, "period-locked"), CodeOf(closed));
        Assert.StartsWith("2012年一季度已于2012年4月20日24时锁定，", (string?)closed.Json["detail"], StringComparison.Ordinal);

        var asked = await api.SendAsync("POST", Exception, unit, Request);
        Assert.Equal((201, "asked", 1), (asked.Status, (string?)asked.Json["state"], (int?)asked.Json["version"]));
        Assert.Equal((423, "period-locked"), CodeOf(await api.ChangeAsync("PUT", Entry, unit, Sample.Task())));
        var granted = await StepAsync(api, Exception + "/grant" + Office, office, null);
        Assert.Equal((200, "granted", "2012-05-10"), (granted.Status, (string?)granted.Json["state"], (string?)granted.Json["until"]));

        Assert.Equal(201, (await api.ChangeAsync("PUT", Entry, unit, Sample.Task())).Status);
        Assert.Equal("late", (string?)(await api.ChangeAsync("POST", Entry + "/submit", unit)).Json["arrival"]);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/withdraw", unit)).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/return" + Office, office, """{"reason":"请补充。"}""")).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/accept" + Office, office)).Status);
        // Another obligation of the same unit stays locked.
        Assert.Equal((423, "period-locked"), CodeOf(await api.ChangeAsync("PUT", Entry.Replace("R01", "R03", StringComparison.Ordinal), unit, Sample.Task())));

        var listed = (await api.SendAsync("GET", "/api/henan-2012/exceptions?period=2012Q1", unit)).Json["exceptions"]?.AsArray() ?? [];
        Assert.Equal(["asked 李梅 统计口径调整，数据补核。", "granted 王强 "], listed.Single()?["steps"]?.AsArray().Select(s => $"{s?["act"]} {s?["by"]} {s?["reason"]}"));
        var other = await api.KeyAsync(Role.Unit, "jiaozuo");
        Assert.Empty((await api.SendAsync("GET", "/api/henan-2012/exceptions?period=2012Q1", other)).Json["exceptions"]?.AsArray() ?? []);
    }

    [Theory]
    [InlineData("2012-05-10T23:59:59+08:00", 200, 200, 200)]
    [InlineData("2012-05-11T00:00:00+08:00", 423, 423, 200)]
    [InlineData("2012-05-12T23:59:59+08:00", 423, 423, 200)]
    [InlineData("2012-05-13T00:00:00+08:00", 423, 423, 423)]
    public async Task Exception_EndsAtMidnightInBeijing_AndItsReviewAfterTheCalendarsDays(string now, int withdrawn, int returned, int accepted)
    {
        foreach (var (change, status) in new[] { ("withdraw", withdrawn), ("return", returned), ("accept", accepted) })
        {
            await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
            var (unit, office) = await GrantedAsync(api);
            await api.ChangeAsync("PUT", Entry, unit, Sample.Task());
            await api.ChangeAsync("POST", Entry + "/submit", unit);

            api.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
            var answer = await api.ChangeAsync("POST", $"{Entry}/{change}{Office}", office, change == "return" ? """{"reason":"请补充。"}""" : null);

            Assert.Equal((change, status), (change, answer.Status));
        }
    }

    [Fact]
    public async Task Exception_IsNotGranted_ByThePersonWhoAskedNorWithTheSameKey()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        api.Clock.Now = AfterLock;
        var asker = await api.KeyAsync(Role.Office, person: "王强");
        Assert.Equal(201, (await api.SendAsync("POST", Exception + Office, asker, Request)).Status);

        Assert.Equal((403, "second-person-required"), CodeOf(await StepAsync(api, Exception + "/grant" + Office, asker, null)));
        var another = await api.KeyAsync(Role.Office, person: "王强");
        Assert.Equal((403, "second-person-required"), CodeOf(await StepAsync(api, Exception + "/grant" + Office, another, null)));
        Assert.Equal(200, (await StepAsync(api, Exception + "/grant" + Office, await api.KeyAsync(Role.Office, person: "李四"), null)).Status);
    }

    [Fact]
    public async Task Exception_IsOver_WhenItIsRefusedOrRevoked_AndMayBeAskedForAgain()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (unit, office) = await GrantedAsync(api);
        Assert.Equal((409, "exception-state"), CodeOf(await StepAsync(api, Exception, unit, Request)));
        Assert.Equal((409, "exception-state"), CodeOf(await StepAsync(api, Exception + "/grant" + Office, office, null)));
        Assert.Equal((409, "exception-state"), CodeOf(await StepAsync(api, Exception + "/refuse" + Office, office, """{"reason":"不。"}""")));
        Assert.Equal((422, "field-required"), CodeOf(await StepAsync(api, Exception + "/revoke" + Office, office, """{"reason":" "}""")));

        Assert.Equal("revoked", (string?)(await StepAsync(api, Exception + "/revoke" + Office, office, """{"reason":"情况有变。"}""")).Json["state"]);
        Assert.Equal((423, "period-locked"), CodeOf(await api.ChangeAsync("PUT", Entry, unit, Sample.Task())));
        Assert.Equal("asked", (string?)(await StepAsync(api, Exception, unit, Request)).Json["state"]);
        Assert.Equal("refused", (string?)(await StepAsync(api, Exception + "/refuse" + Office, office, """{"reason":"理由不足。"}""")).Json["state"]);
        Assert.Equal((423, "period-locked"), CodeOf(await api.ChangeAsync("PUT", Entry, unit, Sample.Task())));

        var steps = (await api.SendAsync("GET", Exception, unit)).Json["steps"]?.AsArray() ?? [];
        Assert.Equal(["asked", "granted", "revoked", "asked", "refused"], steps.Select(s => (string?)s?["act"]));
    }

    [Fact]
    public async Task Request_CanNoLongerBeGranted_WhenItsDayIsOver()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        api.Clock.Now = AfterLock;
        await api.SendAsync("POST", Exception, await api.KeyAsync(Role.Unit, "zhengzhou", "李梅"), Request);

        api.Clock.Now = Beijing(2012, 5, 11);

        Assert.Equal((409, "exception-state"), CodeOf(await StepAsync(api, Exception + "/grant" + Office, await api.KeyAsync(Role.Office, person: "王强"), null)));
    }

    [Theory]
    [InlineData("""{"reason":" ","until":"2012-05-10"}""", 422, "field-required")]
    [InlineData("""{"reason":"补报。","until":"2012-04-24"}""", 422, "expiry-past")]
    [InlineData("""{"reason":"补报。","until":"2012-06-25"}""", 422, "expiry-too-far")]
    [InlineData("""{"reason":"补报。","until":"soon"}""", 400, "not-a-date")]
    [InlineData("""{"reason":"补报。","until":"2012-02-30"}""", 400, "not-a-date")]
    [InlineData("""{"reason":"补报。"}""", 400, "member-required")]
    [InlineData("""{"reason":"补\u202e报。","until":"2012-05-10"}""", 422, "character-not-allowed")]
    public async Task Request_IsRefused_WhenItIsNotInOrder(string body, int status, string code)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou");
        api.Clock.Now = AfterLock;

        Assert.Equal((status, code), CodeOf(await api.SendAsync("POST", Exception, unit, body)));
        Assert.Equal((404, "exception-not-found"), CodeOf(await api.SendAsync("GET", Exception, unit)));
    }

    [Fact]
    public async Task Request_IsRefused_BeforeTheLock()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou");

        Assert.Equal((409, "period-not-locked"), CodeOf(await api.SendAsync("POST", Exception, unit, """{"reason":"补报。","until":"2012-05-10"}""")));
    }

    [Fact]
    public async Task Steps_AreTakenOnceAndOnTheVersionThatWasRead()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (unit, office) = (await api.KeyAsync(Role.Unit, "zhengzhou", "李梅"), await api.KeyAsync(Role.Office, person: "王强"));
        api.Clock.Now = AfterLock;
        Task<Answer> Ask() => api.SendAsync("POST", Exception, unit, Request, r => r.Headers.Add("Idempotency-Key", "ask-1"));

        var answers = await Task.WhenAll(Ask(), Ask(), Ask());
        Assert.All(answers, a => Assert.Equal((201, answers[0].Body, answers[0].ETag), (a.Status, a.Body, a.ETag)));
        Assert.Equal((428, "if-match-required"), CodeOf(await api.SendAsync("POST", Exception + "/grant" + Office, office)));
        await StepAsync(api, Exception + "/grant" + Office, office, null);
        var stale = await api.SendAsync("POST", Exception + "/revoke" + Office, office, """{"reason":"不。"}""", r => r.Headers.Add("If-Match", answers[0].ETag));

        Assert.Equal((412, "stale"), CodeOf(stale));
        Assert.Equal(answers[0].Body, (await Ask()).Body);
        Assert.Equal(2, (int?)(await api.SendAsync("GET", Exception, unit)).Json["version"]);
    }

    [Fact]
    public async Task History_IsBounded()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (unit, office) = (await api.KeyAsync(Role.Unit, "zhengzhou", "李梅"), await api.KeyAsync(Role.Office, person: "王强"));
        api.Clock.Now = AfterLock;
        var longest = new string('因', 500);
        for (var n = 0; n < 10; n++)
        {
            Assert.InRange((await StepAsync(api, Exception, unit, $$"""{"reason":"{{longest}}","until":"2012-05-10"}""")).Status, 200, 201);
            Assert.Equal(200, (await StepAsync(api, Exception + "/refuse" + Office, office, $$"""{"reason":"{{longest}}"}""")).Status);
        }

        Assert.Equal((409, "exception-exhausted"), CodeOf(await StepAsync(api, Exception, unit, Request)));
        Assert.Equal((422, "text-too-long"), CodeOf(await api.SendAsync("POST", Exception.Replace("R01", "R03", StringComparison.Ordinal), unit, $$"""{"reason":"{{longest}}因","until":"2012-05-10"}""")));
    }

    private static DateTimeOffset Beijing(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.FromHours(8));

    private static (int Status, string? Code) CodeOf(Answer answer) => (answer.Status, answer.Code);

    private static async Task<(string Unit, string Office)> GrantedAsync(RunningApi api)
    {
        var (unit, office) = (await api.KeyAsync(Role.Unit, "zhengzhou", "李梅"), await api.KeyAsync(Role.Office, person: "王强"));
        api.Clock.Now = AfterLock;
        await api.SendAsync("POST", Exception, unit, Request);
        Assert.Equal(200, (await StepAsync(api, Exception + "/grant" + Office, office, null)).Status);
        return (unit, office);
    }

    /// <summary>Reads the exception first and names the version that was read.</summary>
    private static async Task<Answer> StepAsync(RunningApi api, string path, string key, string? json)
    {
        var read = await api.SendAsync("GET", path.Contains('?', StringComparison.Ordinal) ? Exception + Office : Exception, key);
        return await api.SendAsync("POST", path, key, json, request =>
        {
            if (read.ETag is not null)
                request.Headers.Add("If-Match", read.ETag);
        });
    }
}
