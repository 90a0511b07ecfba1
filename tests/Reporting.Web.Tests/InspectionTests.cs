using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Storage;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>What the office records of visits, over HTTP: recorded, followed up, withdrawn, read by whom it concerns.</summary>
public sealed class InspectionTests(AzuriteFixture azurite)
{
    private const string Inspections = "/api/henan-2012/inspections";
    private const string One = Inspections + "/equipment-I001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Visit_IsRecordedFollowedUpAndWithdrawn_EachAVersionWithItsPerson()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (wang, li) = (await api.KeyAsync(Role.Office, person: "王处长"), await api.KeyAsync(Role.Office, "industry-it", person: "李梅"));

        var recorded = await api.SendAsync("POST", Inspections, wang, VisitSample.New(VisitSample.Whole));
        Assert.Equal((201, "equipment-I001", "recorded"), (recorded.Status, (string?)recorded.Json["id"], (string?)recorded.Json["state"]));
        Assert.Equal(One, recorded.Response.Headers.Location?.ToString());
        Assert.Equal($"\"{(string?)recorded.Json["hash"]}\"", recorded.ETag);
        var read = await api.SendAsync("GET", One, wang);
        Assert.Equal(
            """{"period":"2012Q2","visitedOn":"2012-04-06","site":"互感器项目现场","project":"equipment-P001","unit":"zhengzhou","inspectors":["industry-it","finance"],"findings":[{"text":"用地手续未办结。\n须尽快办理。","kind":"land","rectification":{"required":"办结用地手续。","unit":"land-resources","due":"2012-07-31","state":"notStarted","doneOn":null,"note":null}},{"text":"设备已到位。","kind":null,"rectification":null}],"conclusion":"总体正常。"}""",
            read.Json["record"]?["details"]?.ToJsonString(ReportingJson.Options));

        api.Clock.Now = new DateTimeOffset(2012, 7, 12, 9, 0, 0, TimeSpan.FromHours(8));
        var followed = await api.ChangeAsync("PUT", One, li, VisitSample.Done("2012-07-12"));
        Assert.Equal((200, "done"), (followed.Status, (string?)followed.Json["details"]?["findings"]?[0]?["rectification"]?["state"]));
        Assert.Equal("withdrawn", (string?)(await api.ChangeAsync("POST", One + "/withdraw", wang, """{"reason":" 重复登记。"}""")).Json["state"]);

        var versions = (await api.SendAsync("GET", One, wang)).Json["versions"]?.AsArray() ?? [];
        Assert.Equal(["recorded", "changed", "withdrawn"], versions.Select(v => (string?)v?["change"]?["action"]));
        Assert.Equal(["王处长", "李梅", "王处长"], versions.Select(v => (string?)v?["by"]));
        Assert.Equal([null, "industry-it", null], versions.Select(v => (string?)v?["change"]?["unit"]));
        Assert.Equal([null, null, "重复登记。"], versions.Select(v => (string?)v?["change"]?["reason"]));
        Assert.Equal([null, .. versions.SkipLast(1).Select(v => (string?)v?["hash"])], versions.Select(v => (string?)v?["previousHash"]));
        Assert.Equal("2012-07-12T09:00:00+08:00", (string?)versions[1]?["at"]);
        Assert.Null(await api.Services.GetRequiredService<InspectionsTable>().FirstBrokenVersionAsync("henan-2012", "equipment", "equipment-I001", Cancellation));
    }

    [Fact]
    public async Task Change_IsRefused_WithoutTheVersionRead_OrOfWhatIsNotThere()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office);
        await api.SendAsync("POST", Inspections, office, VisitSample.New(VisitSample.Whole));
        var before = await StoredRows.OfAsync(storage, "Inspections");

        foreach (var (method, path, body) in new[] { ("PUT", One, VisitSample.Whole), ("POST", One + "/withdraw", """{"reason":"重复登记。"}""") })
        {
            Assert.Equal((428, "if-match-required"), CodeOf(await api.SendAsync(method, path, office, body)));
            Assert.Equal((412, "stale"), CodeOf(await api.SendAsync(method, path, office, body, r => r.Headers.TryAddWithoutValidation("If-Match", "\"00\""))));
            foreach (var other in new[] { "equipment-I002", "equipment-I1", "shoes-I001", "equipment-P001" })
                Assert.Equal((404, "inspection-not-found"), CodeOf(await api.ChangeAsync(method, path.Replace("equipment-I001", other, StringComparison.Ordinal), office, body)));
            Assert.Equal((404, "unknown-programme"), CodeOf(await api.SendAsync(method, path.Replace("henan-2012", "henan-2011", StringComparison.Ordinal), office, body)));
        }
        Assert.Equal((422, "date-in-future"), CodeOf(await api.ChangeAsync("PUT", One, office, VisitSample.Of(on: "2012-04-11"))));
        Assert.Equal((422, "field-required"), CodeOf(await api.ChangeAsync("POST", One + "/withdraw", office, """{"reason":" "}""")));
        Assert.Equal((422, "text-too-long"), CodeOf(await api.ChangeAsync("POST", One + "/withdraw", office, $$"""{"reason":"{{new string('长', 201)}}"}""")));

        Assert.Equal(before, await StoredRows.OfAsync(storage, "Inspections"));
    }

    [Fact]
    public async Task Withdrawn_IsNotChangedAnyMore_AndItsNumberIsNotUsedAgain()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office);
        await api.SendAsync("POST", Inspections, office, VisitSample.New(VisitSample.Whole));
        await api.ChangeAsync("POST", One + "/withdraw", office, """{"reason":"重复登记。"}""");
        var before = await StoredRows.OfAsync(storage, "Inspections");

        Assert.Equal((409, "wrong-state"), CodeOf(await api.ChangeAsync("PUT", One, office, VisitSample.Whole)));
        Assert.Equal((409, "wrong-state"), CodeOf(await api.ChangeAsync("POST", One + "/withdraw", office, """{"reason":"再次。"}""")));
        Assert.Equal(before, await StoredRows.OfAsync(storage, "Inspections"));

        Assert.Equal("equipment-I002", (string?)(await api.SendAsync("POST", Inspections, office, VisitSample.New(VisitSample.Whole))).Json["id"]);
        Assert.Equal(["equipment-I002"], await IdsAsync(api, office, "?state=recorded"));
        Assert.Equal(["equipment-I001"], await IdsAsync(api, office, "?state=withdrawn"));
    }

    [Fact]
    public async Task Unit_SeesWhatItAnswersForAndWhatItHasToMend()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        await api.SendAsync("POST", Inspections, office, VisitSample.New(VisitSample.Whole));
        await api.SendAsync("POST", Inspections, office, VisitSample.New(VisitSample.Of(""","unit":"luoyang" """, period: "2012Q1"), plan: "nev"));

        foreach (var role in new[] { Role.Office, Role.Leader, Role.Admin })
            Assert.Equal(["equipment-I001", "nev-I001"], await IdsAsync(api, await api.KeyAsync(role)));
        foreach (var unit in new[] { "zhengzhou", "land-resources" })
        {
            var key = await api.KeyAsync(Role.Unit, unit);
            Assert.Equal(["equipment-I001"], await IdsAsync(api, key));
            Assert.Equal(["equipment-I001"], await IdsAsync(api, key, $"?unit={unit}"));
            Assert.Equal(200, (await api.SendAsync("GET", One, key)).Status);
            Assert.Equal((403, "not-yours"), CodeOf(await api.SendAsync("GET", Inspections + "/nev-I001", key)));
            Assert.Equal((403, "not-yours"), CodeOf(await api.SendAsync("GET", Inspections + "?unit=luoyang", key)));
        }
        // Who took part in the visit is no party to it.
        var inspector = await api.KeyAsync(Role.Unit, "finance");
        Assert.Empty(await IdsAsync(api, inspector));
        Assert.Equal((403, "not-yours"), CodeOf(await api.SendAsync("GET", One, inspector)));

        foreach (var (query, found) in new[] { ("?plan=nev", "nev-I001"), ("?period=2012Q2", "equipment-I001"), ("?unit=land-resources", "equipment-I001"), ("?plan=food", ""), ("?state=withdrawn", "") })
            Assert.Equal(found, string.Join(' ', await IdsAsync(api, office, query)));
        foreach (var (query, code) in new[] { ("plan=shoes", "unknown-plan"), ("period=2013Q1", "unknown-period"), ("unit=nowhere", "unknown-unit"), ("state=open", "parameter-invalid") })
            Assert.Equal(code, (await api.SendAsync("GET", $"{Inspections}?{query}", office)).Code);
    }

    [Fact]
    public async Task Writing_IsTheOfficesAlone()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        await api.SendAsync("POST", Inspections, await api.KeyAsync(Role.Office), VisitSample.New(VisitSample.Whole));
        var before = await StoredRows.OfAsync(storage, "Inspections");

        foreach (var key in new[] { await api.KeyAsync(Role.Unit, "zhengzhou"), await api.KeyAsync(Role.Unit, "land-resources"), await api.KeyAsync(Role.Leader), await api.KeyAsync(Role.Admin) })
        {
            Assert.Equal((403, "role-not-allowed"), CodeOf(await api.SendAsync("POST", Inspections, key, VisitSample.New(VisitSample.Whole))));
            Assert.Equal((403, "role-not-allowed"), CodeOf(await api.ChangeAsync("PUT", One, key, VisitSample.Whole)));
            Assert.Equal((403, "role-not-allowed"), CodeOf(await api.ChangeAsync("POST", One + "/withdraw", key, """{"reason":"重复。"}""")));
        }
        Assert.Equal(before, await StoredRows.OfAsync(storage, "Inspections"));
    }

    [Fact]
    public async Task Writers_AllGetTheirNumber_AndOneWinsAChange()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var (one, other) = (await api.KeyAsync(Role.Office, person: "甲"), await api.KeyAsync(Role.Office, person: "乙"));

        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => api.SendAsync("POST", Inspections, i % 2 == 0 ? one : other, VisitSample.New(VisitSample.Of(site: $"{i}号厂")))));
        Assert.Equal(
            ["equipment-I001", "equipment-I002", "equipment-I003", "equipment-I004", "equipment-I005", "equipment-I006"],
            added.Select(a => (string?)a.Json["id"]).Order(StringComparer.Ordinal));

        var read = await api.SendAsync("GET", One, one);
        Task<Answer> Put(string key, string site) =>
            api.SendAsync("PUT", One, key, VisitSample.Of(site: site), r => r.Headers.TryAddWithoutValidation("If-Match", read.ETag));
        var answers = await Task.WhenAll(Put(one, "甲厂"), Put(other, "乙厂"));
        Assert.Equal([200, 412], answers.Select(a => a.Status).Order());
        var after = await api.SendAsync("GET", One, one);
        Assert.Equal(2, after.Json["versions"]?.AsArray().Count);
        Assert.Equal((string?)answers.Single(a => a.Status == 200).Json["hash"], (string?)after.Json["record"]?["hash"]);
    }

    [Fact]
    public async Task Request_IsCarriedOutOnce_WhenRepeatedWithItsKey()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office);
        Task<Answer> Send(string method, string path, string body, string key, string? tag = null) => api.SendAsync(method, path, office, body, r =>
        {
            r.Headers.Add("Idempotency-Key", key);
            if (tag is not null)
                r.Headers.TryAddWithoutValidation("If-Match", tag);
        });

        var added = await Task.WhenAll(Send("POST", Inspections, VisitSample.New(VisitSample.Whole), "k1"), Send("POST", Inspections, VisitSample.New(VisitSample.Whole), "k1"), Send("POST", Inspections, VisitSample.New(VisitSample.Whole), "k1"));
        Assert.All(added, a => Assert.Equal((201, added[0].Body), (a.Status, a.Body)));
        Assert.Equal((409, "idempotency-key-reused"), CodeOf(await Send("POST", Inspections, VisitSample.New(VisitSample.Of()), "k1")));
        var tag = added[0].ETag;
        var put = await Send("PUT", One, VisitSample.Of(site: "新址"), "k2", tag);
        var withdrawn = await Send("POST", One + "/withdraw", """{"reason":"重复。"}""", "k3", put.ETag);
        var rows = await StoredRows.OfAsync(storage, "Inspections");

        // Repeated when the record has gone on, they answer what they answered then.
        Assert.Equal((200, put.Body), await StatusAndBodyAsync(Send("PUT", One, VisitSample.Of(site: "新址"), "k2", tag)));
        Assert.Equal((200, withdrawn.Body), await StatusAndBodyAsync(Send("POST", One + "/withdraw", """{"reason":"重复。"}""", "k3", put.ETag)));
        Assert.Equal((201, added[0].Body), await StatusAndBodyAsync(Send("POST", Inspections, VisitSample.New(VisitSample.Whole), "k1")));
        Assert.Equal((409, "idempotency-key-reused"), CodeOf(await Send("PUT", One, VisitSample.Of(site: "别处"), "k2", tag)));
        Assert.Equal(rows, await StoredRows.OfAsync(storage, "Inspections"));
    }

    [Fact]
    public async Task Project_MayHaveLeftTheRegister_WhereItWasNamedBefore()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var office = await api.KeyAsync(Role.Office);
        await api.SendAsync("POST", Inspections, office, VisitSample.New(VisitSample.Whole));
        await api.ChangeAsync("POST", "/api/henan-2012/projects/equipment-P001/merge", office, """{"into":"equipment-P002","reason":"同一项目。"}""");
        await api.ChangeAsync("POST", "/api/henan-2012/projects/equipment-P003/retire", office, """{"reason":"停建。"}""");

        Assert.Equal((422, "project-merged"), CodeOf(await api.SendAsync("POST", Inspections, office, VisitSample.New(VisitSample.Whole))));
        Assert.Equal((422, "project-retired"), CodeOf(await api.ChangeAsync("PUT", One, office, VisitSample.Of(""","project":"equipment-P003" """))));
        Assert.Equal(200, (await api.ChangeAsync("PUT", One, office, VisitSample.Whole)).Status);
        Assert.Equal(200, (await api.ChangeAsync("PUT", One, office, VisitSample.Of(""","project":"equipment-P002" """))).Status);
    }

    private static async Task<IReadOnlyList<string?>> IdsAsync(RunningApi api, string key, string query = "") =>
        [.. (await api.SendAsync("GET", Inspections + query, key)).Json["inspections"]?.AsArray().Select(i => (string?)i?["id"]) ?? []];

    private static async Task<(int, string)> StatusAndBodyAsync(Task<Answer> sent)
    {
        var answer = await sent;
        return (answer.Status, answer.Body);
    }

    private static (int Status, string? Code) CodeOf(Answer answer) => (answer.Status, answer.Code);
}
