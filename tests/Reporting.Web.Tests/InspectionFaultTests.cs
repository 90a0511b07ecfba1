using Reporting.Access;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>What a record of a visit must keep to, over HTTP, with nothing stored where it does not.</summary>
public sealed class InspectionFaultTests(AzuriteFixture azurite, ApiWithKeys shared) : IClassFixture<ApiWithKeys>
{
    private const string Inspections = "/api/henan-2012/inspections";

    private static readonly string[] Units =
    [
        "development-reform", "education", "science-technology", "industry-it", "public-security", "supervision", "finance", "human-resources", "land-resources", "environment", "housing-construction",
        "transport", "agriculture", "commerce", "health", "state-assets", "state-tax", "local-tax", "industry-commerce", "quality-supervision", "sport",
    ];

    public static TheoryData<string, int, string, string> Faults => new()
    {
        { VisitSample.New(VisitSample.Whole, plan: "shoes"), 422, "plan-not-in-catalogue", "plan" },
        { VisitSample.New(VisitSample.Of(period: "2013Q1")), 422, "period-not-in-calendar", "inspection.period" },
        { VisitSample.New(VisitSample.Of(period: "2012Q5")), 400, "not-a-period", "inspection.period" },
        { VisitSample.New(VisitSample.Of(on: "2012-04-11")), 422, "date-in-future", "inspection.visitedOn" },
        { VisitSample.New(VisitSample.Of(on: "2011-12-31")), 422, "date-order", "inspection.visitedOn" },
        { VisitSample.New(VisitSample.Of(on: "2012/4/6")), 400, "not-a-date", "inspection.visitedOn" },
        { VisitSample.New(VisitSample.Of(site: " \\n ")), 422, "field-required", "inspection.site" },
        { VisitSample.New(VisitSample.Of(site: new string('长', 201))), 422, "text-too-long", "inspection.site" },
        { VisitSample.New(VisitSample.Of(site: "现场\\u200b")), 422, "character-not-allowed", "inspection.site" },
        { VisitSample.New(VisitSample.Of(site: "现场\\uD83D\\uDE00")), 422, "character-not-printable", "inspection.site" },
        { VisitSample.New(VisitSample.Of(""","project":"equipment-P999" """)), 422, "unknown-project", "inspection.project" },
        { VisitSample.New(VisitSample.Of(""","project":"nev-P001" """)), 422, "unknown-project", "inspection.project" },
        { VisitSample.New(VisitSample.Of(""","project":"~/..#" """)), 422, "unknown-project", "inspection.project" },
        { VisitSample.New(VisitSample.Of(""","unit":"nowhere" """)), 422, "unit-not-in-catalogue", "inspection.unit" },
        { VisitSample.New(VisitSample.Of(""","unit":"cities-concerned" """)), 422, "unit-not-in-catalogue", "inspection.unit" },
        { VisitSample.New(VisitSample.Of(""","inspectors":["finance","nowhere"]""")), 422, "unit-not-in-catalogue", "inspection.inspectors[1]" },
        { VisitSample.New(VisitSample.Of(""","inspectors":["finance","finance"]""")), 422, "given-twice", "inspection.inspectors[1]" },
        { VisitSample.New(VisitSample.Of($""","inspectors":[{string.Join(',', Units.Take(21).Select(u => $"\"{u}\""))}]""")), 422, "too-many", "inspection.inspectors" },
        { VisitSample.New(VisitSample.Of($$""","findings":[{{Repeated("""{"text":"问题。"}""", 21)}}]""")), 422, "too-many", "inspection.findings" },
        { VisitSample.New(VisitSample.Of(""","findings":[{"text":""}]""")), 422, "field-required", "inspection.findings[0].text" },
        { VisitSample.New(VisitSample.Of(""","findings":[{}]""")), 400, "member-required", "inspection.findings[0].text" },
        { VisitSample.New(VisitSample.Of($$""","findings":[{"text":"{{new string('长', 1_501)}}"}]""")), 422, "text-too-long", "inspection.findings[0].text" },
        { VisitSample.New(VisitSample.Of(""","findings":[{"text":"问题。","kind":"water"}]""")), 400, "value-not-allowed", "inspection.findings[0].kind" },
        { VisitSample.New(VisitSample.Mending("required", "\"\"")), 422, "field-required", "inspection.findings[0].rectification.required" },
        { VisitSample.New(VisitSample.Mending("unit", "\"county-governments-concerned\"")), 422, "unit-not-in-catalogue", "inspection.findings[0].rectification.unit" },
        { VisitSample.New(VisitSample.Mending("due", "\"2012-04-05\"")), 422, "date-order", "inspection.findings[0].rectification.due" },
        { VisitSample.New(VisitSample.Mending("state", "\"整改中\"")), 400, "value-not-allowed", "inspection.findings[0].rectification.state" },
        { VisitSample.New(VisitSample.Mending("state", "\"done\"")), 422, "field-required", "inspection.findings[0].rectification.doneOn" },
        { VisitSample.New(VisitSample.Mending("doneOn", "\"2012-04-07\"")), 422, "field-not-allowed", "inspection.findings[0].rectification.doneOn" },
        { VisitSample.New(VisitSample.Mending("note", $"\"{new string('长', 1_501)}\"")), 422, "text-too-long", "inspection.findings[0].rectification.note" },
        { VisitSample.New(VisitSample.Done("2012-04-11")), 422, "date-in-future", "inspection.findings[0].rectification.doneOn" },
        { VisitSample.New(VisitSample.Done("2012-04-05")), 422, "date-order", "inspection.findings[0].rectification.doneOn" },
        { VisitSample.New(VisitSample.Of($""","conclusion":"{new string('长', 1_501)}" """)), 422, "text-too-long", "inspection.conclusion" },
        { VisitSample.New(VisitSample.Of(""","verdict":"好" """)), 400, "unknown-member", "inspection.verdict" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task BadField_IsNamedInBothLanguages_AndNothingIsStored(string body, int status, string code, string field)
    {
        var office = shared.Keys[Role.Office];

        var answer = await shared.Api.SendAsync("POST", Inspections, office, body);
        var english = await shared.Api.SendAsync("POST", Inspections, office, body, r => r.Headers.AcceptLanguage.ParseAdd("en"));

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal([field], answer.Fields);
        Assert.Equal((status, code), (english.Status, english.Code));
        Assert.NotEqual((string?)answer.Json["detail"], (string?)english.Json["detail"]);
        Assert.Empty(await StoredRows.OfAsync(shared.ConnectionString, "Inspections"));
    }

    [Fact]
    public async Task Record_IsRefused_WhenItsTextsAreTooLongTogether()
    {
        var storage = azurite.FreshStorage();
        await using var api = await RunningApi.StartAsync(storage);
        var office = await api.KeyAsync(Role.Office);
        string Long(int last) => VisitSample.Of($$""","findings":[{{Repeated($$"""{"text":"{{new string('长', 1_500)}}"}""", 19)}},{"text":"{{new string('长', last)}}"}]""");
        // 19 findings of 1,500 characters and what JSON needs around them, up to the last character that is taken.
        var spare = 29_999 - (await ReadDetailsAsync(api, office, Long(1))).Length;

        var tooLong = await api.SendAsync("POST", Inspections, office, VisitSample.New(Long(spare + 2)));

        Assert.Equal((422, "record-too-long"), (tooLong.Status, tooLong.Code));
        Assert.Equal(201, (await api.SendAsync("POST", Inspections, office, VisitSample.New(Long(spare + 1)))).Status);
        // The longest record can be withdrawn with the longest reason, also one whose characters take most room.
        var reason = string.Concat(Enumerable.Repeat("\\uD83D\\uDE00", 100));
        var withdrawn = await api.ChangeAsync("POST", Inspections + "/equipment-I002/withdraw", office, $$"""{"reason":"{{reason}}"}""");
        Assert.Equal((200, "withdrawn"), (withdrawn.Status, (string?)withdrawn.Json["state"]));
        Assert.Equal(3 + 2, (await StoredRows.OfAsync(storage, "Inspections")).Count);
    }

    private static string Repeated(string json, int times) => string.Join(',', Enumerable.Repeat(json, times));

    private static async Task<string> ReadDetailsAsync(RunningApi api, string office, string inspection) =>
        (await api.SendAsync("POST", Inspections, office, VisitSample.New(inspection))).Json["details"]?.ToJsonString(ReportingJson.Options) ?? "";
}
