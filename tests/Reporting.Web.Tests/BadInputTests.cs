using System.Net.Http.Headers;
using System.Text;
using Reporting.Access;

namespace Reporting.Web.Tests;

/// <summary>Bad input is answered with a problem document that names status, code and field, and nothing of it is stored.</summary>
public sealed class BadInputTests(ApiWithKeys shared) : IClassFixture<ApiWithKeys>
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const string Indicators = "/api/henan-2012/indicators/2012Q1/automotive";

    public static TheoryData<string, int, string, string?> Bodies { get; } = new()
    {
        { "", 400, "malformed-json", null },
        { "{", 400, "malformed-json", null },
        { """{"percent":NaN}""", 400, "malformed-json", null },
        { """{"percent":1,}""", 400, "malformed-json", null },
        { """{} {}""", 400, "malformed-json", null },
        { """{"figures":""" + new string('[', 40) + new string(']', 40) + "}", 400, "malformed-json", null },
        { "null", 400, "null-not-allowed", null },
        { "[]", 400, "not-an-object", null },
        { """{"selfRating":"onTrack","colour":1}""", 400, "unknown-member", "colour" },
        { """{"SelfRating":"onTrack"}""", 400, "unknown-member", "SelfRating" },
        { """{"percent":25,"percent":26}""", 400, "duplicate-member", "percent" },
        { """{"percent":"25"}""", 400, "not-a-number", "percent" },
        { """{"percent":1e400}""", 400, "number-form", "percent" },
        { """{"percent":0.00000000000000000000000000000000000001}""", 400, "number-form", "percent" },
        { """{"percent":101}""", 422, "percent-out-of-range", "percent" },
        { """{"percent":-1}""", 422, "percent-out-of-range", "percent" },
        { """{"percent":25.123}""", 422, "too-many-decimals", "percent" },
        { """{"selfRating":"great"}""", 400, "value-not-allowed", "selfRating" },
        { """{"selfRating":"OnTrack"}""", 400, "value-not-allowed", "selfRating" },
        { """{"selfRating":1}""", 400, "not-a-string", "selfRating" },
        { """{"progress":7}""", 400, "not-a-string", "progress" },
        { """{"progress":"\ud800"}""", 400, "invalid-text", "progress" },
        { """{"progress":"响铃\u0007"}""", 422, "character-not-allowed", "progress" },
        { """{"progress":"看不见\u200b"}""", 422, "character-not-allowed", "progress" },
        { """{"nextStep":"反向\u202e"}""", 422, "character-not-allowed", "nextStep" },
        { """{"progress":"进展顺利😀"}""", 422, "character-not-printable", "progress" },
        { """{"nextStep":"سلام"}""", 422, "character-not-printable", "nextStep" },
        { """{"note":"\ud840\udc00"}""", 422, "character-not-printable", "note" },
        { """{"problems":[{"kind":"land","text":"한국"}]}""", 422, "character-not-printable", "problems[0].text" },
        { """{"problems":[{"kind":"land","text":"征地","helpAsked":"🇨🇳"}]}""", 422, "character-not-printable", "problems[0].helpAsked" },
        { """{"figures":[{"indicator":"automotive-T05","unit":"万辆","missingReason":"✔"}]}""", 422, "character-not-printable", "figures[0].missingReason" },
        { """{"projects":[{"project":"automotive-P001","stage":"completed","note":"☎\ufe0f"}]}""", 422, "character-not-printable", "projects[0].note" },
        { """{"progress":""" + Text(4001) + "}", 422, "text-too-long", "progress" },
        { """{"note":""" + Text(4001) + "}", 422, "text-too-long", "note" },
        { """{"problems":[""" + string.Join(',', Enumerable.Repeat("""{"kind":"land","text":""" + Text(4000) + "}", 8)) + "]}", 422, "entry-too-long", null },
        { """{"figures":null}""", 400, "null-not-allowed", "figures" },
        { """{"figures":{}}""", 400, "not-an-array", "figures" },
        { """{"figures":[null]}""", 400, "null-not-allowed", "figures[0]" },
        { """{"figures":[{"indicator":"automotive-T05","unit":"万辆"}]}""", 422, "value-or-reason", "figures[0].value" },
        { """{"figures":[{"indicator":"automotive-T05","unit":"万辆","missingReason":"  "}]}""", 422, "value-or-reason", "figures[0].value" },
        { """{"figures":[{"indicator":"automotive-T05","unit":"万辆","value":1,"missingReason":"未统计"}]}""", 422, "value-and-reason", "figures[0].missingReason" },
        { """{"figures":[{"value":1,"unit":"万辆"}]}""", 400, "member-required", "figures[0].indicator" },
        { """{"figures":[{"indicator":"automotive-T05","value":1}]}""", 400, "member-required", "figures[0].unit" },
        { """{"figures":[{"indicator":"steel-T02","unit":"亿元","value":1}]}""", 422, "unknown-indicator", "figures[0].indicator" },
        { """{"figures":[{"indicator":"automotive-T01","unit":"万辆","value":1}]}""", 422, "unknown-indicator", "figures[0].indicator" },
        { """{"figures":[{"indicator":"automotive-T07","unit":"亿美元","value":1}]}""", 422, "unit-not-convertible", "figures[0].unit" },
        { """{"figures":[{"indicator":"automotive-T07","unit":"亿元","value":"12"}]}""", 400, "not-a-number", "figures[0].value" },
        { """{"figures":[{"indicator":"automotive-T07","unit":"亿元","value":-12}]}""", 422, "negative-value", "figures[0].value" },
        { """{"figures":[{"indicator":"automotive-T07","unit":"亿元","value":0.1234567}]}""", 422, "too-many-decimals", "figures[0].value" },
        { """{"figures":[{"indicator":"automotive-T07","unit":"亿元","value":1,"lastYear":1000000000000}]}""", 422, "number-out-of-range", "figures[0].lastYear" },
        { """{"figures":[{"indicator":"automotive-T07","unit":"亿元","value":1,"preliminary":"yes"}]}""", 400, "not-a-boolean", "figures[0].preliminary" },
        { """{"figures":[{"indicator":"automotive-T07","unit":"亿元","value":1},{"indicator":"automotive-T07","unit":"亿元","value":2}]}""", 422, "given-twice", "figures[1].indicator" },
        { """{"problems":[{"text":"征地未完成"}]}""", 400, "member-required", "problems[0].kind" },
        { """{"problems":[{"kind":"weather","text":"雨"}]}""", 400, "value-not-allowed", "problems[0].kind" },
        { """{"problems":[{"kind":"land","text":" "}]}""", 422, "field-required", "problems[0].text" },
        { """{"problems":[{"kind":"land","text":"征地","askedOf":"nobody"}]}""", 422, "unit-not-in-catalogue", "problems[0].askedOf" },
        { """{"projects":[{"project":"automotive-P001"}]}""", 400, "member-required", "projects[0].stage" },
        { """{"projects":[{"project":"nev-P001","stage":"completed"}]}""", 422, "unknown-project", "projects[0].project" },
        { """{"projects":[{"project":"automotive-P001","stage":"completed","plannedInvestment":-1}]}""", 422, "negative-value", "projects[0].plannedInvestment" },
        { """{"projects":[{"project":"automotive-P001","stage":"completed","note":"a\tb"}]}""", 422, "character-not-allowed", "projects[0].note" },
    };

    public static TheoryData<string, string, int, string, string?> Addresses { get; } = new()
    {
        { "unit", "/api/henan-2013/progress/2012Q1/automotive/R01", 404, "unknown-programme", "programme" },
        { "unit", "/api/henan-2012/progress/2012Q5/automotive/R01", 404, "unknown-period", "period" },
        { "unit", "/api/henan-2012/progress/2013Q1/automotive/R01", 404, "unknown-period", "period" },
        { "unit", "/api/henan-2012/progress/2012Q1/shipbuilding/R01", 404, "unknown-plan", "plan" },
        { "unit", "/api/henan-2012/progress/2012Q1/automotive/R99", 404, "unknown-task", "task" },
        { "unit", "/api/henan-2012/progress/2012Q1/automotive/R01~x", 404, "unknown-task", "task" },
        { "unit", "/api/henan-2012/progress/2012Q1/automotive/%27%20or%20true", 404, "unknown-task", "task" },
        { "unit", "/api/henan-2012/progress/2012Q1/automotive/R02", 403, "not-yours", "task" },
        { "unit", "/api/henan-2012/progress/2012Q1/automotive/R03?unit=jiaozuo", 403, "not-yours", "unit" },
        { "unit", "/api/henan-2012/indicators/2012Q1/automotive", 403, "not-yours", "plan" },
        { "office", "/api/henan-2012/progress/2012Q1/automotive/R01", 400, "unit-required", "unit" },
        { "office", "/api/henan-2012/progress/2012Q1/automotive/R01?unit=nobody", 404, "unknown-unit", "unit" },
        { "office", "/api/henan-2012/progress/2012Q1/automotive/R01?unit=jiaozuo", 404, "not-owed", "unit" },
        { "leader", "/api/henan-2012/progress/2012Q1/automotive/R01?unit=zhengzhou", 403, "role-not-allowed", null },
        { "admin", "/api/henan-2012/progress/2012Q1/automotive/R01?unit=zhengzhou", 403, "role-not-allowed", null },
        { "unit", "/api/henan-2012/progress/2012Q1/automotive", 404, "not-found", null },
        { "unit", "/api/henan-2012/obligations", 405, "method-not-allowed", null },
        { "unit", "/api/henan-2012/progress/2012Q2/automotive/R01", 409, "period-not-open", "period" },
    };

    private RunningApi Api => shared.Api;

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Entry_IsRefusedAndNotStored_WhenItsBodyIsBad(string body, int status, string code, string? field)
    {
        var answer = await Api.SendAsync("PUT", Entry, shared.Keys[Role.Unit], body);

        AssertProblem(answer, status, code, field);
        Assert.Empty(await StoredRows.OfAsync(shared.ConnectionString, "Progress"));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Entry_IsRefusedAndNotStored_WhenItsAddressIsBad(string role, string path, int status, string code, string? field)
    {
        var answer = await Api.SendAsync("PUT", path, shared.Keys[Enum.Parse<Role>(role, ignoreCase: true)], Sample.Task());

        AssertProblem(answer, status, code, field);
        Assert.Empty(await StoredRows.OfAsync(shared.ConnectionString, "Progress"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=gb2312")]
    public async Task Entry_IsRefused_WhenItsContentTypeIsNotJson(string? type)
    {
        var answer = await Api.SendAsync("PUT", Entry, shared.Keys[Role.Unit], Sample.Task(), request =>
        {
            request.Content?.Headers.Remove("Content-Type");
            if (type is not null)
                request.Content?.Headers.TryAddWithoutValidation("Content-Type", type);
        });

        AssertProblem(answer, 415, "unsupported-media-type", null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Entry_IsRefused_WhenItsBodyIsOverOneMegabyte(bool chunked)
    {
        var answer = await Api.SendAsync("PUT", Entry, shared.Keys[Role.Unit], """{"progress":""" + Text(1024 * 1024) + "}", request =>
            request.Headers.TransferEncodingChunked = chunked);

        AssertProblem(answer, 413, "body-too-large", null);
    }

    [Fact]
    public async Task Entry_IsRefused_WhenItsBytesAreNotUtf8()
    {
        var answer = await Api.SendAsync("PUT", Entry, shared.Keys[Role.Unit], "", request =>
        {
            request.Content = new ByteArrayContent([.. "{\"progress\":\""u8, 0xB0, 0xA1, .. "\"}"u8]);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        });

        AssertProblem(answer, 400, "malformed-json", null);
    }

    [Theory]
    [InlineData(null, "key-missing")]
    [InlineData("", "key-invalid")]
    [InlineData("rk-00000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "key-invalid")]
    [InlineData("nonsense", "key-invalid")]
    public async Task Entry_IsRefused_WhenTheKeyIsMissingOrWrong(string? key, string code)
    {
        var answer = await Api.SendAsync("PUT", Entry, key, Sample.Task());

        AssertProblem(answer, 401, code, key is null ? null : "X-Api-Key");
        Assert.Equal("ApiKey", answer.Response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Entry_IsRefused_WhenItsBodyIsCompressed()
    {
        var answer = await Api.SendAsync("PUT", Entry, shared.Keys[Role.Unit], Sample.Task(), r => r.Content?.Headers.ContentEncoding.Add("gzip"));

        AssertProblem(answer, 415, "unsupported-media-type", "Content-Encoding");
    }

    [Fact]
    public async Task Problem_IsChinese_WhenEnglishIsRuledOut()
    {
        var answer = await Api.SendAsync("PUT", Entry, shared.Keys[Role.Unit], "{", r => r.Headers.AcceptLanguage.ParseAdd("de, en;q=0"));

        Assert.Equal("请求不是合法的 JSON", (string?)answer.Json["title"]);
    }

    [Fact]
    public async Task Problem_SpeaksTheCallersLanguage()
    {
        var chinese = await Api.SendAsync("PUT", Entry, shared.Keys[Role.Unit], """{"percent":101}""");
        var english = await Api.SendAsync("PUT", Entry, shared.Keys[Role.Unit], """{"percent":101}""", r => r.Headers.AcceptLanguage.ParseAdd("fr, en-GB;q=0.8, zh;q=0.5"));

        Assert.Equal("完成比例超出范围", (string?)chinese.Json["title"]);
        Assert.Equal("Percent out of range", (string?)english.Json["title"]);
        Assert.Equal("Percent lies between 0 and 100.", (string?)english.Json["detail"]);
        Assert.Contains("完成比例", chinese.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problem_NamesEveryFault_WhenThereAreSeveral()
    {
        var answer = await Api.SendAsync("PUT", Entry, shared.Keys[Role.Unit], """{"percent":"x","progress":1,"figures":[{"valu":2}]}""");

        Assert.Equal(["percent", "progress", "figures[0].valu", "figures[0].indicator", "figures[0].unit"], answer.Fields);
    }

    [Fact]
    public async Task Problem_StaysShort_WhenTheFaultyInputIsLong()
    {
        var figures = string.Join(',', Enumerable.Repeat("{\"indicator\":" + Text(400) + ",\"value\":1,\"unit\":\"亿元\"}", 500));
        var answer = await Api.SendAsync("PUT", Entry, shared.Keys[Role.Unit], "{\"figures\":[" + figures + "]}", r => r.Headers.AcceptLanguage.ParseAdd("en"));

        Assert.Equal(422, answer.Status);
        Assert.InRange(Encoding.UTF8.GetByteCount(answer.Body), 1, 100_000);
    }

    [Fact]
    public async Task IndicatorEntry_IsRefused_WhenItHasWhatOnlyTasksHave()
    {
        var answer = await Api.SendAsync("PUT", Indicators, shared.Keys[Role.Office], """{"selfRating":"onTrack","percent":1}""");

        AssertProblem(answer, 422, "field-not-allowed", "selfRating");
        Assert.Equal(["selfRating", "percent"], answer.Fields);
    }

    [Theory]
    [InlineData("?period=2012Q1&state=done", 400, "parameter-invalid", "state")]
    [InlineData("?period=2012Q1&plan=x", 404, "unknown-plan", "plan")]
    [InlineData("?period=2012Q1&unit=x", 404, "unknown-unit", "unit")]
    [InlineData("?period=", 404, "unknown-period", "period")]
    [InlineData("", 400, "parameter-required", "period")]
    public async Task Obligations_AreRefused_WhenAParameterIsBad(string query, int status, string code, string? field) =>
        AssertProblem(await Api.SendAsync("GET", "/api/henan-2012/obligations" + query, shared.Keys[Role.Office]), status, code, field);

    [Theory]
    [InlineData("""{"person":"","role":"leader"}""", 422, "field-required", "person")]
    [InlineData("""{"person":"李\u202e梅","role":"leader"}""", 422, "character-not-allowed", "person")]
    [InlineData("""{"person":"李\u200b梅","role":"leader"}""", 422, "character-not-allowed", "person")]
    [InlineData("""{"person":"李梅","role":"unit"}""", 422, "field-required", "unit")]
    [InlineData("""{"person":"李梅","role":"unit","unit":"nobody"}""", 422, "unit-not-in-catalogue", "unit")]
    [InlineData("""{"person":"李梅","role":"leader","unit":"zhengzhou"}""", 422, "field-not-allowed", "unit")]
    [InlineData("""{"person":"李梅","role":"king"}""", 400, "value-not-allowed", "role")]
    [InlineData("""{"person":"李梅","role":"leader","expiresAt":"2012-01-01T00:00:00Z"}""", 422, "expiry-past", "expiresAt")]
    [InlineData("""{"person":"李梅","role":"leader","expiresAt":"2013-01-01T00:00:00"}""", 400, "not-a-date", "expiresAt")]
    public async Task Key_IsRefused_WhenTheRequestIsBad(string body, int status, string code, string? field) =>
        AssertProblem(await Api.SendAsync("POST", "/api/keys", RunningApi.AdminKey, body), status, code, field);

    private static void AssertProblem(Answer answer, int status, string code, string? field)
    {
        Assert.Equal((status, code, "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
        Assert.Equal(field, answer.Fields[0]);
        Assert.Equal(status, (int?)answer.Json["status"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)answer.Json["title"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)answer.Json["detail"]));
    }

    private static string Text(int length) => "\"" + new string('字', length) + "\"";
}
