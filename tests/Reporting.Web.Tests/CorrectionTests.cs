using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Tick;
using Testing;
using UglyToad.PdfPig;

namespace Reporting.Web.Tests;

/// <summary>A published figure that an entry accepted later changes: it is seen, and corrected by an issue of its own where the office asks.</summary>
public sealed class CorrectionTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";
    private const string Route = "/api/henan-2012/corrections";
    private const string Id = "2012Q1-correction-automotive";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CorrectedFigure_IsListedWithOldAndNew_ReasonAndWho()
    {
        await using var api = await CorrectedAsync();

        var open = (await api.SendAsync("GET", Route, await api.KeyAsync(Role.Leader))).Json["corrections"]?.AsArray() ?? [];

        var one = Assert.Single(open, c => (string?)c?["field"] == "percent");
        Assert.Equal(("2012Q1-bulletin-automotive", 1, "10%", "21%"), ((string?)one?["issue"], (int?)one?["number"], (string?)one?["published"], (string?)one?["corrected"]));
        Assert.Equal(("小数点误置。", "李梅", "张三"), ((string?)one?["reason"], (string?)one?["submittedBy"], (string?)one?["acceptedBy"]));
    }

    [Fact]
    public async Task RequestedCorrection_IsDrafted_Signed_AndPublished_AndTheOriginalStays()
    {
        await using var api = await CorrectedAsync();
        var office = await api.KeyAsync(Role.Office);
        var before = (await api.SendAsync("GET", "/api/henan-2012/bulletins/2012Q1-bulletin-automotive", office)).Body;

        var requested = await api.SendAsync("POST", Route, office, """{"plan":"automotive"}""");
        await WorkAsync(api);
        Assert.Equal((200, "due"), (requested.Status, (string?)requested.Json["state"]));
        Assert.Equal("inReview", (string?)(await api.SendAsync("GET", "/api/henan-2012/drafts/" + Id, office)).Json["issue"]?["state"]);

        // Nobody but the office signs it, however late.
        api.Clock.Now += TimeSpan.FromDays(40);
        await api.Services.GetRequiredService<RunTick>().RunAsync(Cancellation);
        await WorkAsync(api);
        Assert.Equal(404, (await api.SendAsync("GET", "/api/henan-2012/bulletins/" + Id, office)).Status);

        var signed = await api.SendAsync("POST", $"/api/henan-2012/bulletins/{Id}/sign", office, """{"draft":1,"signer":"王建国"}""");
        Assert.Equal(200, signed.Status);
        await WorkAsync(api);
        var issue = await api.SendAsync("GET", "/api/henan-2012/bulletins/" + Id, office);
        Assert.Equal((200, 1), (issue.Status, (int?)issue.Json["number"]));
        Assert.Contains("“10%”应为“21%”", await PdfTextAsync(api, office), StringComparison.Ordinal);
        Assert.Equal(before, (await api.SendAsync("GET", "/api/henan-2012/bulletins/2012Q1-bulletin-automotive", office)).Body);

        var again = await api.SendAsync("POST", Route, office, """{"plan":"automotive"}""");
        Assert.Equal((409, "correction-exists"), (again.Status, again.Code));
    }

    [Fact]
    public async Task Correction_IsRefused_WhereNothingIsToBeCorrected()
    {
        await using var api = await CorrectedAsync();

        var refused = await api.SendAsync("POST", Route, await api.KeyAsync(Role.Office), """{"plan":"steel"}""");

        Assert.Equal((409, "nothing-to-correct"), (refused.Status, refused.Code));
        Assert.Equal(["plan"], refused.Fields);
    }

    /// <summary>An entry is accepted and published; under an exception it is put right and accepted again.</summary>
    private async Task<RunningApi> CorrectedAsync()
    {
        var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou", "李梅");
        var office = await api.KeyAsync(Role.Office);
        await PutAsync(api, unit, office, percent: 10, note: "");
        api.Clock.Now = new DateTimeOffset(2012, 4, 28, 9, 0, 0, TimeSpan.FromHours(8));
        await api.Services.GetRequiredService<RunTick>().RunAsync(Cancellation);
        await WorkAsync(api);

        var asked = await api.SendAsync("POST", Entry + "/exception", unit, """{"reason":"小数点误置。","until":"2012-05-05"}""");
        var second = await api.KeyAsync(Role.Office, person: "王强");
        var granted = await api.SendAsync("POST", Entry + "/exception/grant?unit=zhengzhou", second, adjust: r => r.Headers.TryAddWithoutValidation("If-Match", asked.ETag));
        Assert.Equal(200, granted.Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/return?unit=zhengzhou", office, """{"reason":"请更正。"}""")).Status);
        await PutAsync(api, unit, office, percent: 21, note: ",\"note\":\"小数点误置。\"");
        return api;
    }

    private static async Task PutAsync(RunningApi api, string unit, string office, int percent, string note)
    {
        var body = $$"""{"selfRating":"lagging","percent":{{percent}},"progress":"一期厂房主体完工。","nextStep":"安装设备。"{{note}}}""";
        Assert.True((await api.ChangeAsync("PUT", Entry, unit, body)).Status is 200 or 201);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", office)).Status);
    }

    private static async Task WorkAsync(RunningApi api)
    {
        while ((await api.Services.GetRequiredService<TakeWork>().RunOnceAsync(Cancellation)).Count > 0)
        {
            // Until no message waits.
        }
    }

    private static async Task<string> PdfTextAsync(RunningApi api, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/henan-2012/bulletins/{Id}/pdf");
        request.Headers.Add("X-Api-Key", key);
        using var response = await api.Http.SendAsync(request, Cancellation);
        using var pdf = PdfDocument.Open(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Cancellation));
        return string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);
    }
}
