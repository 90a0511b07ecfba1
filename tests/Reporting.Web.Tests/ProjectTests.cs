using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Storage;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>The register of projects over HTTP.</summary>
public sealed class ProjectTests(AzuriteFixture azurite)
{
    private const string Projects = "/api/henan-2012/projects";
    private const string First = Projects + "/automotive-P001";
    private const string Facts = """{"name":"郑州百万辆汽车基地（一期）","kind":"base","plannedTotal":350000.5,"plannedStart":"2012-03","plannedCompletion":"2013-12-31"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_IsTheCatalogue_WhileNothingIsStored()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var leader = await api.KeyAsync(Role.Leader);

        var all = await api.SendAsync("GET", Projects, leader);
        var plan = await api.SendAsync("GET", Projects + "?plan=nev", leader);
        var one = await api.SendAsync("GET", First, leader);

        Assert.Equal(430, all.Json["projects"]?.AsArray().Count);
        Assert.Equal(11, plan.Json["projects"]?.AsArray().Count);
        Assert.Equal("nev-P001", (string?)plan.Json["projects"]?[0]?["project"]?["id"]);
        Assert.Equal(("郑州百万辆汽车基地", 0, false), ((string?)one.Json["project"]?["details"]?["name"], (int?)one.Json["project"]?["version"], (bool?)one.Json["project"]?["confirmed"]));
        Assert.Empty(await StoredRows.OfAsync(storage, "Projects"));
        Assert.Equal("project-not-found", (await api.SendAsync("GET", Projects + "/automotive-P999", leader)).Code);
        Assert.Equal("project-not-found", (await api.SendAsync("GET", Projects + "/automotive-P1", leader)).Code);
        Assert.Equal("project-not-found", (await api.SendAsync("GET", Projects + "/nonsense", leader)).Code);
    }

    [Fact]
    public async Task Change_IsAVersion_UponTheOneThatWasRead()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office, person: "王处长");

        Assert.Equal((428, "if-match-required"), CodeOf(await api.SendAsync("PUT", First, office, Facts)));
        var read = await api.SendAsync("GET", First, office);
        var changed = await api.SendAsync("PUT", First, office, Facts, r => r.Headers.TryAddWithoutValidation("If-Match", read.ETag));
        var stale = await api.SendAsync("PUT", First, office, Facts, r => r.Headers.TryAddWithoutValidation("If-Match", read.ETag));
        var confirmed = await api.ChangeAsync("POST", First + "/confirm", office, """{"counts":true}""");

        Assert.Equal((200, 412), (changed.Status, stale.Status));
        Assert.Equal(350000.5m, (decimal?)changed.Json["details"]?["plannedTotal"]);
        Assert.Equal((2, true), ((int?)confirmed.Json["version"], (bool?)confirmed.Json["confirmed"]));
        Assert.Equal("郑州百万辆汽车基地（一期）", (string?)confirmed.Json["details"]?["name"]);
        var versions = (await api.SendAsync("GET", First + "/versions", office)).Json["versions"]?.AsArray() ?? [];
        Assert.Equal(["changed", "confirmed"], versions.Select(v => (string?)v?["change"]?["action"]));
        Assert.All(versions, v => Assert.Equal("王处长", (string?)v?["by"]));
        Assert.Equal((string?)versions[0]?["hash"], (string?)versions[1]?["previousHash"]);
        Assert.Null(await api.Services.GetRequiredService<ProjectsTable>().FirstBrokenVersionAsync("henan-2012", "automotive", "automotive-P001", Cancellation));
    }

    [Fact]
    public async Task Change_HasOneWinner_WhenTwoOfTheOfficeChangeTheSameVersion()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (one, other) = (await api.KeyAsync(Role.Office, person: "甲"), await api.KeyAsync(Role.Office, person: "乙"));
        var read = await api.SendAsync("GET", First, one);
        Task<Answer> Send(string key, string path, string body) =>
            api.SendAsync(path == First ? "PUT" : "POST", path, key, body, r => r.Headers.TryAddWithoutValidation("If-Match", read.ETag));

        var answers = await Task.WhenAll(Send(one, First, Facts), Send(other, First + "/retire", """{"reason":"停建。"}"""));

        Assert.Equal([200, 412], answers.Select(a => a.Status).Order());
        Assert.Single((await api.SendAsync("GET", First + "/versions", one)).Json["versions"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task Added_ContinueTheNumbersWithoutGaps_WhenManyAddAtOnce()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n =>
            api.SendAsync("POST", Projects, office, $$$"""{"plan":"nev","project":{"name":"充电站{{{n}}}","kind":"facility"}}""")));

        Assert.All(answers, a => Assert.Equal(201, a.Status));
        Assert.Equal(Enumerable.Range(12, 8).Select(n => $"nev-P{n:000}"), answers.Select(a => (string?)a.Json["id"]).Order(StringComparer.Ordinal));
        Assert.Equal("/api/henan-2012/projects/" + (string?)answers[0].Json["id"], answers[0].Response.Headers.Location?.ToString());
        var list = (await api.SendAsync("GET", Projects + "?plan=nev&confirmed=false", office)).Json["projects"]?.AsArray() ?? [];
        Assert.Equal(19, list.Count);
    }

    [Fact]
    public async Task Added_IsOneProject_WhenTheRequestIsRepeatedWithItsKey()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        const string body = """{"plan":"nev","project":{"name":"充电站","kind":"facility"}}""";
        Task<Answer> Add(string json) => api.SendAsync("POST", Projects, office, json, r => r.Headers.Add("Idempotency-Key", "k1"));

        var answers = await Task.WhenAll(Add(body), Add(body), Add(body));
        var reused = await Add(body.Replace("充电站", "加氢站", StringComparison.Ordinal));

        Assert.All(answers, a => Assert.Equal((201, answers[0].Body, answers[0].ETag), (a.Status, a.Body, a.ETag)));
        Assert.Equal((409, "idempotency-key-reused"), CodeOf(reused));
        Assert.Equal(12, (await api.SendAsync("GET", Projects + "?plan=nev", office)).Json["projects"]?.AsArray().Count);
    }

    [Fact]
    public async Task Change_IsAnsweredAgain_WhenRepeatedWithItsKeyAfterAnotherChange()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        var read = await api.SendAsync("GET", First, office);
        Task<Answer> Put() => api.SendAsync("PUT", First, office, Facts, r =>
        {
            r.Headers.TryAddWithoutValidation("If-Match", read.ETag);
            r.Headers.Add("Idempotency-Key", "k1");
        });

        var first = await Put();
        await api.ChangeAsync("POST", First + "/retire", office, """{"reason":"停建。"}""");
        var again = await Put();

        Assert.Equal((200, first.Body, first.ETag), (again.Status, again.Body, again.ETag));
        Assert.Equal("retired", (string?)(await api.SendAsync("GET", First, office)).Json["project"]?["state"]);
    }

    [Fact]
    public async Task Unit_AddsOnlyWhereItReports_AndNeverCounts()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou");

        var own = await api.SendAsync("POST", Projects, unit, """{"plan":"automotive","project":{"name":"新项目","kind":"project"}}""");
        var before = await StoredRows.OfAsync(storage, "Projects");
        var foreign = await api.SendAsync("POST", Projects, unit, """{"plan":"steel","project":{"name":"新项目","kind":"project"}}""");
        var linked = await api.SendAsync("POST", Projects, unit, """{"plan":"automotive","project":{"name":"新项目","kind":"project","sameAs":["nev-P001"]}}""");

        Assert.Equal((201, false), (own.Status, (bool?)own.Json["confirmed"]));
        Assert.Equal((403, "not-yours"), CodeOf(foreign));
        Assert.Equal((422, "field-not-allowed"), CodeOf(linked));
        Assert.Equal(before, await StoredRows.OfAsync(storage, "Projects"));
    }

    [Theory]
    [InlineData("""{"name":" ","kind":"project"}""", 422, "field-required", "name")]
    [InlineData("""{"name":"甲","kind":"house"}""", 400, "value-not-allowed", "kind")]
    [InlineData("""{"name":"甲","kind":"project","plannedTotal":-1}""", 422, "negative-value", "plannedTotal")]
    [InlineData("""{"name":"甲","kind":"project","plannedStart":"2012年3月"}""", 422, "date-form", "plannedStart")]
    [InlineData("""{"name":"甲","kind":"project","plannedStart":"2012-13"}""", 422, "date-form", "plannedStart")]
    [InlineData("""{"name":"甲","kind":"project","actualStart":"2012-03-15","actualCompletion":"2012-02"}""", 422, "date-order", "actualCompletion")]
    [InlineData("""{"name":"甲","kind":"project","sameAs":["automotive-P002"]}""", 422, "same-plan", "sameAs[0]")]
    [InlineData("""{"name":"甲","kind":"project","sameAs":["nev-P999"]}""", 422, "unknown-project", "sameAs[0]")]
    [InlineData("""{"name":"甲","kind":"project","sameAs":["nev-P001","nev-P001"]}""", 422, "given-twice", "sameAs[1]")]
    [InlineData("""{"name":"甲乙","kind":"project","note":"\u0000"}""", 422, "character-not-allowed", "note")]
    [InlineData("""{"kind":"project"}""", 400, "member-required", "name")]
    public async Task Facts_AreRefusedByField_WithNothingStored(string body, int status, string code, string field)
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office);

        var answer = await api.ChangeAsync("PUT", First, office, body);

        Assert.Equal((status, code), CodeOf(answer));
        Assert.Contains(field, answer.Fields);
        Assert.Empty(await StoredRows.OfAsync(storage, "Projects"));
    }

    [Fact]
    public async Task Merger_LeavesOneProject_AndIsTakenBack()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office);
        const string second = Projects + "/automotive-P002";
        const string into = """{"into":"automotive-P001","reason":"同一项目。"}""";

        Assert.Equal((422, "field-not-allowed"), CodeOf(await api.ChangeAsync("POST", First + "/merge", office, into)));
        Assert.Equal((422, "field-not-allowed"), CodeOf(await api.ChangeAsync("POST", second + "/merge", office, """{"into":"nev-P001","reason":"同一项目。"}""")));
        Assert.Equal((422, "unknown-project"), CodeOf(await api.ChangeAsync("POST", second + "/merge", office, """{"into":"automotive-P999","reason":"同一项目。"}""")));
        Assert.Equal((422, "field-required"), CodeOf(await api.ChangeAsync("POST", second + "/merge", office, """{"into":"automotive-P001","reason":" "}""")));
        Assert.Empty(await StoredRows.OfAsync(storage, "Projects"));

        Assert.Equal(200, (await api.ChangeAsync("POST", second + "/merge", office, into)).Status);
        Assert.Equal("automotive-P002", (string?)(await api.SendAsync("GET", First, office)).Json["project"]?["absorbed"]?[0]);
        Assert.Equal((409, "wrong-state"), CodeOf(await api.ChangeAsync("POST", second + "/confirm", office, """{"counts":true}""")));
        Assert.Equal((409, "wrong-state"), CodeOf(await api.ChangeAsync("POST", First + "/merge", office, """{"into":"automotive-P002","reason":"反向。"}""")));
        Assert.Equal((409, "wrong-state"), CodeOf(await api.SendAsync("POST", Projects + "/confirm", office, """{"plan":"automotive","ids":["automotive-P003","automotive-P002"]}""")));
        Assert.False((bool?)(await api.SendAsync("GET", Projects + "/automotive-P003", office)).Json["project"]?["confirmed"]);

        Assert.Equal(200, (await api.ChangeAsync("POST", second + "/restore", office)).Status);
        Assert.Empty((await api.SendAsync("GET", First, office)).Json["project"]?["absorbed"]?.AsArray() ?? []);
        Assert.Equal((409, "wrong-state"), CodeOf(await api.ChangeAsync("POST", second + "/restore", office)));
    }

    [Fact]
    public async Task Mergers_MakeNoRing_WhenTwoAreMergedIntoEachOtherAtOnce()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        Task<Answer> Merge(string id, string into) => api.SendAsync(
            "POST", $"{Projects}/{id}/merge", office, $$"""{"into":"{{into}}","reason":"同一项目。"}""", r => r.Headers.TryAddWithoutValidation("If-Match", "*"));

        var answers = await Task.WhenAll(Merge("automotive-P001", "automotive-P002"), Merge("automotive-P002", "automotive-P001"));

        Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
        Assert.Single((await api.SendAsync("GET", Projects + "?plan=automotive&state=merged", office)).Json["projects"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task Confirmation_OfMany_IsAllOrNone()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        var ids = string.Join(',', Enumerable.Range(1, 29).Select(n => $"\"automotive-P{n:000}\""));
        Task<Answer> Confirm(string list) => api.SendAsync("POST", Projects + "/confirm", office, $$"""{"plan":"automotive","ids":[{{list}}]}""");

        Assert.Equal((422, "too-many"), CodeOf(await Confirm("")));
        Assert.Equal((422, "unknown-project"), CodeOf(await Confirm(ids + ",\"nev-P001\"")));
        Assert.Empty((await api.SendAsync("GET", Projects + "?plan=automotive&confirmed=true", office)).Json["projects"]?.AsArray() ?? []);
        var both = await Task.WhenAll(Confirm(ids), Confirm(ids));

        Assert.All(both, a => Assert.Equal((200, 29), (a.Status, a.Json["projects"]?.AsArray().Count)));
        Assert.Single((await api.SendAsync("GET", First + "/versions", office)).Json["versions"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task Confirmation_SentAgain_AnswersAsThen_AlsoWhereNothingChanged()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        Task<Answer> Confirm(string key, string list) => api.SendAsync(
            "POST", Projects + "/confirm", office, $$"""{"plan":"automotive","ids":[{{list}}]}""", r => r.Headers.Add("Idempotency-Key", key));
        const string First = "\"automotive-P001\"";
        const string Both = First + ",\"automotive-P002\"";

        await Confirm("one", First);
        var then = (await Confirm("both", Both)).Json.ToJsonString();
        var unchanged = (await Confirm("same", First)).Json.ToJsonString();
        await api.ChangeAsync("POST", $"{Projects}/automotive-P001/confirm", office, """{"counts":false}""");

        Assert.Equal(then, (await Confirm("both", Both)).Json.ToJsonString());
        Assert.Equal(unchanged, (await Confirm("same", First)).Json.ToJsonString());
        Assert.Equal((409, "idempotency-key-reused"), CodeOf(await Confirm("both", First)));
        Assert.Equal((409, "idempotency-key-reused"), CodeOf(await Confirm("same", Both)));
        Assert.Equal(["automotive-P002"], ((await api.SendAsync("GET", Projects + "?plan=automotive&confirmed=true", office)).Json["projects"]?.AsArray() ?? [])
            .Select(p => (string?)p?["project"]?["id"]));
    }

    [Fact]
    public async Task Link_StandsOnBothEnds_AndGoesFromBoth()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        async Task<string[]> LinksOf(string id) =>
            [.. ((await api.SendAsync("GET", $"{Projects}/{id}", office)).Json["project"]?["sameAs"]?.AsArray() ?? []).Select(s => (string?)s ?? "")];
        Task<Answer> Put(string sameAs) => api.ChangeAsync("PUT", First, office, $$"""{"name":"甲","kind":"project","sameAs":[{{sameAs}}]}""");

        await Put("\"nev-P001\",\"equipment-P002\"");
        Assert.Equal(["automotive-P001"], await LinksOf("nev-P001"));
        Assert.Equal(["automotive-P001"], await LinksOf("equipment-P002"));
        await Put("\"equipment-P002\"");

        Assert.Empty(await LinksOf("nev-P001"));
        Assert.Equal(["automotive-P001"], await LinksOf("equipment-P002"));
        Assert.Equal(["linked", "linked"], ((await api.SendAsync("GET", Projects + "/nev-P001/versions", office)).Json["versions"]?.AsArray() ?? []).Select(v => (string?)v?["change"]?["action"]));
    }

    [Theory]
    [InlineData("stage=built")]
    [InlineData("confirmed=yes")]
    [InlineData("obstacle=water")]
    [InlineData("state=gone")]
    public async Task List_RefusesAnUnknownFilter(string query)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());

        var answer = await api.SendAsync("GET", $"{Projects}?{query}", await api.KeyAsync(Role.Leader));

        Assert.Equal((400, "parameter-invalid"), CodeOf(answer));
        Assert.Equal([query.Split('=')[0]], answer.Fields);
    }

    private static (int Status, string? Code) CodeOf(Answer answer) => (answer.Status, answer.Code);
}
