using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Storage;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>The zones of food's year-end ranking over HTTP: recorded, corrected, withdrawn, never two of one name.</summary>
public sealed class ZoneTests(AzuriteFixture azurite, ApiWithKeys shared) : IClassFixture<ApiWithKeys>
{
    private const string Zones = "/api/henan-2012/zones";
    private const string One = Zones + "/food-Z001";
    private const string Withdrawal = """{"reason":"不以食品工业为主导。"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Zone_IsRecordedCorrectedAndWithdrawn_EachAVersionWithItsPerson()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (wang, li) = (await api.KeyAsync(Role.Office, person: "王处长"), await api.KeyAsync(Role.Office, person: "李梅"));

        var recorded = await api.SendAsync("POST", Zones, wang, New(Zone(""","city":"zhengzhou","revenueLastYear":430.00,"rankLastYear":2,"achievements":" 引进龙头企业。 ","note":"待统计局核定。" """)));
        Assert.Equal((201, "food-Z001", One), (recorded.Status, (string?)recorded.Json["id"], recorded.Response.Headers.Location?.ToString()));
        Assert.Equal(
            """{"name":"马寨产业集聚区","city":"zhengzhou","revenue":512.4,"revenueLastYear":430,"revenueUnit":"亿元","rankLastYear":2,"preliminary":true,"achievements":"引进龙头企业。","note":"待统计局核定。"}""",
            recorded.Json["details"]?.ToJsonString(ReportingJson.Options));
        var final = await api.ChangeAsync("PUT", One, li, Zone(revenue: "5150000", unit: "万元", preliminary: "false"));
        Assert.Equal((200, "5150000", false), (final.Status, final.Json["details"]?["revenue"]?.ToJsonString(), (bool?)final.Json["details"]?["preliminary"]));
        Assert.Equal("withdrawn", (string?)(await api.ChangeAsync("POST", One + "/withdraw", wang, Withdrawal)).Json["state"]);

        var versions = (await api.SendAsync("GET", One, wang)).Json["versions"]?.AsArray() ?? [];
        Assert.Equal([("recorded", "王处长"), ("changed", "李梅"), ("withdrawn", "王处长")], versions.Select(v => ((string?)v?["change"]?["action"], (string?)v?["by"])));
        Assert.Equal("不以食品工业为主导。", (string?)versions[2]?["change"]?["reason"]);
        Assert.Equal((409, "wrong-state"), CodeOf(await api.ChangeAsync("PUT", One, li, Zone())));
        Assert.Null(await api.Services.GetRequiredService<ZonesTable>().FirstBrokenVersionAsync("henan-2012", "food", "food-Z001", Cancellation));
    }

    public static TheoryData<string, int, string, string> Faults => new()
    {
        { New(Zone(), plan: "shoes"), 422, "plan-not-in-catalogue", "plan" },
        { New(Zone(), plan: "equipment"), 422, "plan-without-ranking", "plan" },
        { New(Zone(name: " ")), 422, "field-required", "zone.name" },
        { New(Zone(name: new string('长', 201))), 422, "text-too-long", "zone.name" },
        { New(Zone(name: "集聚区\\uD83D\\uDE00")), 422, "character-not-printable", "zone.name" },
        { New(Zone(""","city":"nowhere" """)), 422, "unit-not-in-catalogue", "zone.city" },
        { New(Zone(""","city":"finance" """)), 422, "not-a-city", "zone.city" },
        { New(Zone(revenue: "-1")), 422, "negative-value", "zone.revenue" },
        { New(Zone(revenue: "0.1234567")), 422, "too-many-decimals", "zone.revenue" },
        { New(Zone(revenue: "1000000000000")), 422, "number-out-of-range", "zone.revenue" },
        { New(Zone(revenue: "\"512\"")), 400, "not-a-number", "zone.revenue" },
        { New(Zone(revenue: "null")), 400, "null-not-allowed", "zone.revenue" },
        { New(Zone(""","revenueLastYear":-1""")), 422, "negative-value", "zone.revenueLastYear" },
        { New(Zone(unit: "元")), 400, "value-not-allowed", "zone.revenueUnit" },
        { New(Zone(""","rankLastYear":0""")), 422, "number-out-of-range", "zone.rankLastYear" },
        { New(Zone(""","rankLastYear":1.5""")), 400, "number-form", "zone.rankLastYear" },
        { New(Zone(""","rankLastYear":"2" """)), 400, "not-a-number", "zone.rankLastYear" },
        { New(Zone(preliminary: "\"yes\"")), 400, "not-a-boolean", "zone.preliminary" },
        { New("""{"name":"马寨产业集聚区","revenue":1,"revenueUnit":"亿元"}"""), 400, "member-required", "zone.preliminary" },
        { New(Zone($""","achievements":"{new string('长', 1_501)}" """)), 422, "text-too-long", "zone.achievements" },
        { New(Zone($""","note":"{new string('长', 1_501)}" """)), 422, "text-too-long", "zone.note" },
        { New(Zone(""","rank":1""")), 400, "unknown-member", "zone.rank" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task BadField_IsNamedInBothLanguages_AndNothingIsStored(string body, int status, string code, string field)
    {
        var answer = await shared.Api.SendAsync("POST", Zones, shared.Keys[Role.Office], body);
        var english = await shared.Api.SendAsync("POST", Zones, shared.Keys[Role.Office], body, r => r.Headers.AcceptLanguage.ParseAdd("en"));

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal([field], answer.Fields);
        Assert.NotEqual((string?)answer.Json["detail"], (string?)english.Json["detail"]);
        Assert.Empty(await StoredRows.OfAsync(shared.ConnectionString, "Zones"));
    }

    [Fact]
    public async Task Name_IsOneZonesInItsPlan_UntilItIsGivenUp()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office);
        await api.SendAsync("POST", Zones, office, New(Zone(name: "马寨(食品)产业集聚区")));
        await api.SendAsync("POST", Zones, office, New(Zone(name: "临颍产业集聚区")));
        var before = await StoredRows.OfAsync(storage, "Zones");

        // As a reader sees them, these are the same.
        foreach (var name in new[] { "马寨(食品)产业集聚区", "马寨（食品）产业集聚区", "马寨 (食品) 产业集聚区" })
        {
            var added = await api.SendAsync("POST", Zones, office, New(Zone(name: name)));
            var renamed = await api.ChangeAsync("PUT", Zones + "/food-Z002", office, Zone(name: name));
            Assert.Equal((409, "zone-exists", "zone.name"), (added.Status, added.Code, added.Fields.Single()));
            Assert.Equal((409, "zone-exists", "name"), (renamed.Status, renamed.Code, renamed.Fields.Single()));
            Assert.Contains("food-Z001", (string?)added.Json["detail"], StringComparison.Ordinal);
        }
        Assert.Equal(before, await StoredRows.OfAsync(storage, "Zones"));

        // Its own name in another spelling, and what another gave up by renaming or withdrawing.
        Assert.Equal(200, (await api.ChangeAsync("PUT", One, office, Zone(name: "马寨（食品）产业集聚区"))).Status);
        Assert.Equal(200, (await api.ChangeAsync("PUT", One, office, Zone(name: "二七产业集聚区"))).Status);
        Assert.Equal(200, (await api.ChangeAsync("PUT", Zones + "/food-Z002", office, Zone(name: "马寨（食品）产业集聚区"))).Status);
        await api.ChangeAsync("POST", One + "/withdraw", office, Withdrawal);
        Assert.Equal("food-Z003", (string?)(await api.SendAsync("POST", Zones, office, New(Zone(name: "二七产业集聚区")))).Json["id"]);
        Assert.Equal(["food-Z002", "food-Z003"], await IdsAsync(api, office, "?state=recorded&plan=food"));
        Assert.Equal(["food-Z001", "food-Z002", "food-Z003"], await IdsAsync(api, office));
    }

    [Fact]
    public async Task Name_HasOneWinner_WhenSeveralGiveItAtOnce()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office);
        await api.SendAsync("POST", Zones, office, New(Zone(name: "临颍产业集聚区")));
        var tag = (await api.SendAsync("GET", One, office)).ETag;

        var answers = await Task.WhenAll(
            api.SendAsync("POST", Zones, office, New(Zone(revenue: "1"))),
            api.SendAsync("POST", Zones, office, New(Zone(revenue: "2"))),
            api.SendAsync("POST", Zones, office, New(Zone(revenue: "3"))),
            api.SendAsync("PUT", One, office, Zone(), r => r.Headers.TryAddWithoutValidation("If-Match", tag)));

        Assert.Single(answers, a => a.Status is 200 or 201);
        Assert.All(answers.Where(a => a.Status is not (200 or 201)), a => Assert.Equal((409, "zone-exists"), CodeOf(a)));
        Assert.Single((await api.SendAsync("GET", Zones, office)).Json["zones"]?.AsArray() ?? [], z => (string?)z?["details"]?["name"] == "马寨产业集聚区");
    }

    [Fact]
    public async Task Change_NeedsTheVersionRead_AndIsMadeOnceUnderItsKey()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office);
        Task<Answer> Send(string method, string path, string body, string? key = null, string? tag = null) => api.SendAsync(method, path, office, body, r =>
        {
            if (key is not null)
                r.Headers.Add("Idempotency-Key", key);
            if (tag is not null)
                r.Headers.TryAddWithoutValidation("If-Match", tag);
        });
        var added = await Task.WhenAll(Send("POST", Zones, New(Zone()), "k1"), Send("POST", Zones, New(Zone()), "k1"));
        Assert.All(added, a => Assert.Equal((201, added[0].Body), (a.Status, a.Body)));
        var put = await Send("PUT", One, Zone(revenue: "520"), "k2", added[0].ETag);
        var rows = await StoredRows.OfAsync(storage, "Zones");

        Assert.Equal(put.Body, (await Send("PUT", One, Zone(revenue: "520"), "k2", added[0].ETag)).Body);
        Assert.Equal((409, "idempotency-key-reused"), CodeOf(await Send("PUT", One, Zone(revenue: "530"), "k2", added[0].ETag)));
        Assert.Equal((409, "idempotency-key-reused"), CodeOf(await Send("POST", Zones, New(Zone(revenue: "530")), "k1")));
        Assert.Equal((428, "if-match-required"), CodeOf(await Send("PUT", One, Zone())));
        Assert.Equal((412, "stale"), CodeOf(await Send("PUT", One, Zone(), tag: added[0].ETag)));
        Assert.Equal((428, "if-match-required"), CodeOf(await Send("POST", One + "/withdraw", Withdrawal)));
        Assert.Equal((404, "zone-not-found"), CodeOf(await Send("PUT", Zones + "/food-Z002", Zone(), tag: "*")));
        Assert.Equal((404, "zone-not-found"), CodeOf(await api.SendAsync("GET", Zones + "/food-I001", office)));
        Assert.Equal((404, "unknown-plan"), CodeOf(await api.SendAsync("GET", Zones + "?plan=shoes", office)));
        Assert.Equal((400, "parameter-invalid"), CodeOf(await api.SendAsync("GET", Zones + "?state=open", office)));
        Assert.Equal(rows, await StoredRows.OfAsync(storage, "Zones"));
    }

    private static string New(string zone, string plan = "food") => $$"""{"plan":"{{plan}}","zone":{{zone}}}""";

    private static string Zone(string more = "", string name = "马寨产业集聚区", string revenue = "512.40", string unit = "亿元", string preliminary = "true") =>
        $$"""{"name":"{{name}}","revenue":{{revenue}},"revenueUnit":"{{unit}}","preliminary":{{preliminary}}{{more}}}""";

    private static async Task<IReadOnlyList<string?>> IdsAsync(RunningApi api, string key, string query = "") =>
        [.. (await api.SendAsync("GET", Zones + query, key)).Json["zones"]?.AsArray().Select(z => (string?)z?["id"]) ?? []];

    private static (int Status, string? Code) CodeOf(Answer answer) => (answer.Status, answer.Code);
}
