using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Storage;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>The ledger of problems over HTTP: asked, answered, struck off, opened again, each by whom it is allowed.</summary>
public sealed class ProblemTests(AzuriteFixture azurite)
{
    private const string Problems = "/api/henan-2012/problems";
    private const string Raised = """{"plan":"automotive","unit":"zhengzhou","kind":"land","text":"二期用地指标未落实。","helpAsked":"请协调。","askedOf":"land-resources"}""";
    private const string Question = """{"unit":"land-resources","text":"请提出意见。","due":"2012-04-20"}""";
    private const string Answered = """{"text":"已列入年度计划。"}""";
    private const string Evidence = """{"evidence":"用地批复〔2012〕12号。"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Problem_GoesThroughItsSteps_EachAVersionWithItsPerson()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office, person: "王处长");
        var asked = await api.KeyAsync(Role.Unit, "land-resources", person: "李梅");
        var raised = await api.SendAsync("POST", Problems, office, Raised);
        var one = $"{Problems}/{(string?)raised.Json["id"]}";

        Assert.Equal((201, "open"), (raised.Status, (string?)raised.Json["state"]));
        Assert.Equal("asked", await StateAfterAsync(api.ChangeAsync("POST", one + "/ask", office, Question)));
        Assert.Equal("answered", await StateAfterAsync(api.ChangeAsync("POST", one + "/answer", asked, Answered)));
        Assert.Equal("closed", await StateAfterAsync(api.ChangeAsync("POST", one + "/close", office, Evidence)));
        Assert.Equal("open", await StateAfterAsync(api.ChangeAsync("POST", one + "/reopen", office, """{"reason":"批复未执行。"}""")));

        var read = await api.SendAsync("GET", one, office);
        var steps = read.Json["steps"]?.AsArray() ?? [];
        Assert.Equal(["raised", "asked", "answered", "closed", "reopened"], steps.Select(s => (string?)s?["action"]));
        Assert.Equal(["王处长", "王处长", "李梅", "王处长", "王处长"], steps.Select(s => (string?)s?["by"]));
        Assert.Equal([null, null, "land-resources", null, null], steps.Select(s => (string?)s?["actedFor"]));
        Assert.Equal([null, null, "已列入年度计划。", "用地批复〔2012〕12号。", "批复未执行。"], steps.Select(s => (string?)s?["text"]));
        Assert.Equal("请提出意见。", (string?)steps[1]?["question"]?["text"]);
        Assert.Equal((string?)read.Json["problem"]?["hash"], (string?)steps[^1]?["hash"]);
        Assert.Null(await api.Services.GetRequiredService<ProblemsTable>().FirstBrokenVersionAsync("henan-2012", "automotive", (string?)raised.Json["id"] ?? "", Cancellation));
    }

    [Fact]
    public async Task Closing_IsRefusedToThoseWithAHandInIt()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office, person: "王处长");
        var one = await RaisedAsync(api, office);
        await api.ChangeAsync("POST", one + "/ask", office, Question);
        await api.ChangeAsync("POST", one + "/answer", await api.KeyAsync(Role.Unit, "land-resources", person: "李梅"), Answered);
        var before = await StoredRows.OfAsync(storage, "Problems");

        foreach (var unit in new[] { "zhengzhou", "land-resources" })
        {
            Assert.Equal((403, "role-not-allowed"), CodeOf(await api.ChangeAsync("POST", one + "/close", await api.KeyAsync(Role.Unit, unit), Evidence)));
            Assert.Equal((403, "own-problem"), CodeOf(await api.ChangeAsync("POST", one + "/close", await api.KeyAsync(Role.Office, unit, person: "赵六"), Evidence)));
        }
        Assert.Equal((403, "own-problem"), CodeOf(await api.ChangeAsync("POST", one + "/close", await api.KeyAsync(Role.Office, person: "李梅"), Evidence)));
        Assert.Equal((422, "field-required"), CodeOf(await api.ChangeAsync("POST", one + "/close", office, """{"evidence":" \n"}""")));
        Assert.Equal((428, "if-match-required"), CodeOf(await api.SendAsync("POST", one + "/close", office, Evidence)));
        Assert.Equal((412, "stale"), CodeOf(await api.SendAsync("POST", one + "/close", office, Evidence, r => r.Headers.TryAddWithoutValidation("If-Match", "\"00\""))));

        Assert.Equal(before, await StoredRows.OfAsync(storage, "Problems"));
        Assert.Equal(200, (await api.ChangeAsync("POST", one + "/close", office, Evidence)).Status);
    }

    [Fact]
    public async Task Closing_IsRefusedToWhoSubmittedTheEntryThatRaisedIt_WithWhicheverKey()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office, person: "王处长");
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou", person: "李梅");
        const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
        await api.SendAsync("PUT", Entry, unit, Sample.Task(more: ""","problems":[{"kind":"land","text":"二期用地指标未落实。"}]"""));
        await api.ChangeAsync("POST", Entry + "/submit", unit);
        await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office);
        var one = $"{Problems}/{(string?)(await api.SendAsync("GET", Problems, office)).Json["problems"]?[0]?["id"]}";

        Assert.Equal((403, "own-problem"), CodeOf(await api.ChangeAsync("POST", one + "/close", await api.KeyAsync(Role.Office, person: "李梅"), Evidence)));
        Assert.Equal(200, (await api.ChangeAsync("POST", one + "/close", office, Evidence)).Status);
    }

    [Fact]
    public async Task Steps_AreRefusedInTheWrongState_WithNothingStored()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office);
        var one = await RaisedAsync(api, office);
        var before = await StoredRows.OfAsync(storage, "Problems");

        Assert.Equal((409, "wrong-state"), CodeOf(await api.ChangeAsync("POST", one + "/answer", office, Answered)));
        Assert.Equal((409, "wrong-state"), CodeOf(await api.ChangeAsync("POST", one + "/reopen", office, """{"reason":"理由。"}""")));
        Assert.Equal((422, "due-past"), CodeOf(await api.ChangeAsync("POST", one + "/ask", office, """{"unit":"land-resources","text":"请办。","due":"2012-04-09"}""")));
        Assert.Equal((422, "unit-not-in-catalogue"), CodeOf(await api.ChangeAsync("POST", one + "/ask", office, """{"unit":"nowhere","text":"请办。","due":"2012-04-20"}""")));
        Assert.Equal((400, "not-a-date"), CodeOf(await api.ChangeAsync("POST", one + "/ask", office, """{"unit":"land-resources","text":"请办。","due":"2012/4/20"}""")));
        Assert.Equal((409, "problem-exists"), CodeOf(await api.SendAsync("POST", Problems, office, Raised)));
        Assert.Equal((404, "problem-not-found"), CodeOf(await api.ChangeAsync("POST", Problems + "/automotive-0000000000/close", office, Evidence)));
        Assert.Equal(before, await StoredRows.OfAsync(storage, "Problems"));

        await api.ChangeAsync("POST", one + "/close", office, Evidence);
        Assert.Equal((409, "wrong-state"), CodeOf(await api.ChangeAsync("POST", one + "/close", office, Evidence)));
        Assert.Equal((409, "wrong-state"), CodeOf(await api.ChangeAsync("POST", one + "/ask", office, Question)));
    }

    [Fact]
    public async Task Unit_SeesWhatItRaisedAndWhatIsAskedOfIt()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        var one = await RaisedAsync(api, office);
        await api.ChangeAsync("POST", one + "/ask", office, """{"unit":"finance","text":"请办。","due":"2012-04-20"}""");
        async Task<int?> CountAsync(string key, string query = "") => (await api.SendAsync("GET", Problems + query, key)).Json["problems"]?.AsArray().Count;

        foreach (var unit in new[] { "zhengzhou", "land-resources", "finance" })
        {
            var key = await api.KeyAsync(Role.Unit, unit);
            Assert.Equal(1, await CountAsync(key));
            Assert.Equal(200, (await api.SendAsync("GET", one, key)).Status);
        }
        var stranger = await api.KeyAsync(Role.Unit, "luoyang");
        Assert.Equal(0, await CountAsync(stranger));
        Assert.Equal((403, "not-yours"), CodeOf(await api.SendAsync("GET", one, stranger)));
        Assert.Equal((403, "not-yours"), CodeOf(await api.ChangeAsync("POST", one + "/answer", stranger, Answered)));
        // Help is asked of it, but the office has asked another unit.
        Assert.Equal((403, "not-yours"), CodeOf(await api.ChangeAsync("POST", one + "/answer", await api.KeyAsync(Role.Unit, "land-resources"), Answered)));
        var leader = await api.KeyAsync(Role.Leader);
        Assert.Equal([1, 1, 1, 0, 0], [await CountAsync(leader, "?askedOf=finance"), await CountAsync(leader, "?unit=zhengzhou&plan=automotive&kind=land&state=asked"), await CountAsync(leader), await CountAsync(leader, "?plan=nev"), await CountAsync(leader, "?state=open")]);
        Assert.Equal((400, "parameter-invalid"), CodeOf(await api.SendAsync("GET", Problems + "?kind=water", leader)));
    }

    [Fact]
    public async Task Answer_IsOverdue_WhenTheDueDayIsOver()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        var one = await RaisedAsync(api, office);
        await api.ChangeAsync("POST", one + "/ask", office, Question);
        async Task<bool?> OverdueAsync() => (bool?)(await api.SendAsync("GET", one, office)).Json["problem"]?["overdue"];

        api.Clock.Now = new DateTimeOffset(2012, 4, 20, 23, 59, 59, TimeSpan.FromHours(8));
        Assert.False(await OverdueAsync());
        api.Clock.Now = new DateTimeOffset(2012, 4, 21, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.True(await OverdueAsync());
        await api.ChangeAsync("POST", one + "/answer", office, Answered);
        Assert.False(await OverdueAsync());
    }

    [Fact]
    public async Task Step_HasOneWinner_WhenTwoOfTheOfficeTakeIt()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (one, other) = (await api.KeyAsync(Role.Office, person: "甲"), await api.KeyAsync(Role.Office, person: "乙"));
        var path = await RaisedAsync(api, one);
        var read = await api.SendAsync("GET", path, one);
        Task<Answer> Send(string key, string step, string body) =>
            api.SendAsync("POST", $"{path}/{step}", key, body, r => r.Headers.TryAddWithoutValidation("If-Match", read.ETag));

        var answers = await Task.WhenAll(Send(one, "close", Evidence), Send(other, "ask", Question));

        Assert.Equal([200, 412], answers.Select(a => a.Status).Order());
        Assert.Equal(2, (await api.SendAsync("GET", path, one)).Json["steps"]?.AsArray().Count);
    }

    [Fact]
    public async Task Step_IsTakenOnce_WhenRepeatedWithItsKey()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        var path = await RaisedAsync(api, office);
        var read = await api.SendAsync("GET", path, office);
        Task<Answer> Close() => api.SendAsync("POST", path + "/close", office, Evidence, r =>
        {
            r.Headers.TryAddWithoutValidation("If-Match", read.ETag);
            r.Headers.Add("Idempotency-Key", "k1");
        });

        var answers = await Task.WhenAll(Close(), Close(), Close());

        Assert.All(answers, a => Assert.Equal((200, answers[0].Body), (a.Status, a.Body)));
        Assert.Equal(2, (await api.SendAsync("GET", path, office)).Json["steps"]?.AsArray().Count);
    }

    private static async Task<string> RaisedAsync(RunningApi api, string office) =>
        $"{Problems}/{(string?)(await api.SendAsync("POST", Problems, office, Raised)).Json["id"]}";

    private static async Task<string?> StateAfterAsync(Task<Answer> sent)
    {
        var answer = await sent;
        Assert.True(answer.Status == 200, answer.Body);
        return (string?)answer.Json["state"];
    }

    private static (int Status, string? Code) CodeOf(Answer answer) => (answer.Status, answer.Code);
}
