using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Tick;
using Testing;
using UglyToad.PdfPig;

namespace Reporting.Web.Tests;

/// <summary>From draft to signature over HTTP, as the office does it.</summary>
public sealed class DraftTests(AzuriteFixture azurite)
{
    private const string Id = "2012Q1-bulletin-automotive";
    private const string Draft = "/api/henan-2012/drafts/" + Id;
    private const string Sign = "/api/henan-2012/bulletins/" + Id + "/sign";
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";

    /// <summary>The day after the lock, in the morning in Beijing.</summary>
    private static readonly DateTimeOffset InReview = new(2012, 4, 21, 9, 0, 0, TimeSpan.FromHours(8));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issue_GoesFromDraftToSignatureToPublication()
    {
        await using var api = await InReviewAsync();
        var office = await api.KeyAsync(Role.Office);

        var review = (await api.SendAsync("GET", Draft, office)).Json;
        Assert.Equal(("inReview", 1), ((string?)review["issue"]?["state"], (int?)review["issue"]?["draft"]));
        Assert.Equal(("2012-04-27", "2012-04-30"), ((string?)review["signBy"], (string?)review["publishBy"]));
        Assert.Equal(13, review["unreported"]?.AsArray().Count);
        Assert.DoesNotContain(review["unreported"]?.AsArray() ?? [], u => (string?)u?["unit"] == "zhengzhou" && (string?)u?["task"] == "R01");
        Assert.Null(review["changes"]);
        Assert.Contains("草稿", await PdfTextAsync(api, office, Draft + "/pdf"), StringComparison.Ordinal);

        var signed = await api.SendAsync("POST", Sign, office, """{"draft":1,"signer":"王建国"}""");
        Assert.Equal((200, "signed", "王建国", "2012-04-21"), (signed.Status, (string?)signed.Json["state"], (string?)signed.Json["signer"], (string?)signed.Json["signedOn"]));
        Assert.Equal(200, (await api.SendAsync("POST", Sign, office, """{"draft":1,"signer":"王建国"}""")).Status);
        await WorkAsync(api);

        var published = (await api.SendAsync("GET", "/api/henan-2012/bulletins/" + Id, office)).Json;
        Assert.Equal((1, "王建国", false), ((int?)published["number"], (string?)published["signer"], (bool?)published["autoSigned"]));
        var text = await PdfTextAsync(api, office, "/api/henan-2012/bulletins/" + Id + "/pdf");
        Assert.Contains("第1期", text, StringComparison.Ordinal);
        Assert.DoesNotContain("自动签发", text, StringComparison.Ordinal);
        Assert.Equal("published", (string?)(await api.SendAsync("GET", "/api/henan-2012/drafts?state=published", office)).Json["drafts"]?[0]?["state"]);
        Assert.Contains((await api.SendAsync("GET", "/api/henan-2012/runs", office)).Json["runs"]?.AsArray() ?? [], r => (string?)r?["outcome"] == "signed");
    }

    [Fact]
    public async Task WhatWasRead_IsWhatIsPublished_EvenWhenAnEntryChangesMeanwhile()
    {
        await using var api = await InReviewAsync();
        var office = await api.KeyAsync(Role.Office);
        await ReturnAsync(api, office);

        var signed = await api.SendAsync("POST", Sign, office, """{"draft":1,"signer":"王建国"}""");
        await WorkAsync(api);

        Assert.Equal(200, signed.Status);
        Assert.Contains("一期厂房主体完工", await PdfTextAsync(api, office, "/api/henan-2012/bulletins/" + Id + "/pdf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenewedDraft_SaysWhatChanged_AndTheOldOneIsNotSigned()
    {
        await using var api = await InReviewAsync();
        var office = await api.KeyAsync(Role.Office);
        Assert.Equal(1, (int?)(await api.SendAsync("POST", Draft + "/renew", office)).Json["draft"]);
        await ReturnAsync(api, office);

        var renewed = await api.SendAsync("POST", Draft + "/renew", office);

        Assert.Equal((200, 2), (renewed.Status, (int?)renewed.Json["draft"]));
        var review = (await api.SendAsync("GET", Draft, office)).Json;
        Assert.Contains(review["unreported"]?.AsArray() ?? [], u => (string?)u?["unit"] == "zhengzhou" && (string?)u?["state"] == "returned");
        Assert.Contains(review["changes"]?["noLongerSaid"]?.AsArray() ?? [], s => ((string?)s?["text"] ?? "").Contains("一期厂房主体完工", StringComparison.Ordinal));
        Assert.Contains(review["changes"]?["said"]?.AsArray() ?? [], s => ((string?)s?["text"] ?? "").Contains("退回", StringComparison.Ordinal));
        var refused = await api.SendAsync("POST", Sign, office, """{"draft":1,"signer":"王建国"}""");
        Assert.Equal((409, "draft-outdated"), (refused.Status, refused.Code));
        Assert.Equal(["draft"], refused.Fields);
    }

    [Fact]
    public async Task OneSignerWins_WhenTwoSignAtOnce()
    {
        await using var api = await InReviewAsync();
        var office = await api.KeyAsync(Role.Office);

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => api.SendAsync("POST", Sign, office, $$"""{"draft":1,"signer":"签发人{{i}}"}""")));

        var winner = Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a != winner), a => Assert.Equal((409, "issue-signed"), (a.Status, a.Code)));
        await WorkAsync(api);
        Assert.Equal((string?)winner.Json["signer"], (string?)(await api.SendAsync("GET", "/api/henan-2012/bulletins/" + Id, office)).Json["signer"]);
    }

    [Theory]
    [InlineData("{\"draft\":1}", 422, "field-required", "signer")]
    [InlineData("{\"draft\":1,\"signer\":\" \"}", 422, "field-required", "signer")]
    [InlineData("{\"draft\":7,\"signer\":\"王建国\"}", 409, "draft-outdated", "draft")]
    [InlineData("{\"signer\":\"王建国\"}", 400, "member-required", "draft")]
    public async Task Signing_IsRefusedNamingTheField(string body, int status, string code, string field)
    {
        await using var api = await InReviewAsync();
        var office = await api.KeyAsync(Role.Office);

        var refused = await api.SendAsync("POST", Sign, office, body);

        Assert.Equal((status, code), (refused.Status, refused.Code));
        Assert.Equal([field], refused.Fields);
        Assert.Equal("inReview", (string?)(await api.SendAsync("GET", Draft, office)).Json["issue"]?["state"]);
    }

    [Fact]
    public async Task IssueThatSignedItself_IsNotSignedAgain()
    {
        await using var api = await InReviewAsync();
        var office = await api.KeyAsync(Role.Office);
        api.Clock.Now = InReview.AddDays(7);
        await TickAndWorkAsync(api);

        var late = await api.SendAsync("POST", Sign, office, """{"draft":1,"signer":"王建国"}""");

        Assert.Equal((409, "issue-signed"), (late.Status, late.Code));
        Assert.True((bool?)(await api.SendAsync("GET", "/api/henan-2012/bulletins/" + Id, office)).Json["autoSigned"]);
    }

    [Fact]
    public async Task Preview_ShowsAnUnfinishedPeriod_AndStoresNothing()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var leader = await api.KeyAsync(Role.Leader);

        var pdf = await PdfTextAsync(api, leader, "/api/henan-2012/bulletins/preview", """{"period":"2012Q1","kind":"bulletin","plan":"steel"}""");
        var html = await api.SendAsync("POST", "/api/henan-2012/bulletins/preview", leader, """{"period":"2012Q1","kind":"overall","format":"html"}""");

        Assert.Contains("草稿", pdf, StringComparison.Ordinal);
        Assert.Equal("text/html", html.MediaType);
        Assert.Empty((await api.SendAsync("GET", "/api/henan-2012/drafts", leader)).Json["drafts"]?.AsArray() ?? [null]);
    }

    [Theory]
    [InlineData("{\"period\":\"2012Q1\",\"kind\":\"leaflet\",\"plan\":\"steel\"}", "kind")]
    [InlineData("{\"period\":\"2012Q1\",\"kind\":\"overall\",\"plan\":\"steel\"}", "plan")]
    [InlineData("{\"period\":\"2012Q1\",\"kind\":\"bulletin\"}", "plan")]
    [InlineData("{\"period\":\"2012Q1\",\"kind\":\"bulletin\",\"plan\":\"steel\",\"format\":\"odt\"}", "format")]
    public async Task Preview_IsRefusedNamingTheField(string body, string field)
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());

        var refused = await api.SendAsync("POST", "/api/henan-2012/bulletins/preview", RunningApi.AdminKey, body);

        Assert.Equal((400, "parameter-invalid"), (refused.Status, refused.Code));
        Assert.Equal([field], refused.Fields);
    }

    /// <summary>One entry of the plan is accepted, its period is locked, and the draft is made.</summary>
    private async Task<RunningApi> InReviewAsync()
    {
        var api = await RunningApi.StartAsync(azurite.FreshStorage());
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou");
        await api.ChangeAsync("PUT", Entry, unit, """{"selfRating":"lagging","percent":10,"progress":"一期厂房主体完工。","nextStep":"安装设备。"}""");
        await api.ChangeAsync("POST", Entry + "/submit", unit);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/accept?unit=zhengzhou", await api.KeyAsync(Role.Office))).Status);
        api.Clock.Now = InReview;
        await TickAndWorkAsync(api);
        return api;
    }

    /// <summary>Under an exception a locked entry can still be given back.</summary>
    private static async Task ReturnAsync(RunningApi api, string office)
    {
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou");
        var asked = await api.SendAsync("POST", Entry + "/exception", unit, """{"reason":"投资数有误。","until":"2012-04-25"}""");
        Assert.Equal(201, asked.Status);
        var second = await api.KeyAsync(Role.Office, person: "李梅");
        var granted = await api.SendAsync("POST", Entry + "/exception/grant?unit=zhengzhou", second, adjust: request => request.Headers.TryAddWithoutValidation("If-Match", asked.ETag));
        Assert.Equal(200, granted.Status);
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/return?unit=zhengzhou", office, """{"reason":"请核对投资数。"}""")).Status);
    }

    private static async Task TickAndWorkAsync(RunningApi api)
    {
        await api.Services.GetRequiredService<RunTick>().RunAsync(Cancellation);
        await WorkAsync(api);
    }

    private static async Task WorkAsync(RunningApi api)
    {
        while ((await api.Services.GetRequiredService<TakeWork>().RunOnceAsync(Cancellation)).Count > 0)
        {
            // Until no message waits.
        }
    }

    private static async Task<string> PdfTextAsync(RunningApi api, string key, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        request.Headers.Add("X-Api-Key", key);
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await api.Http.SendAsync(request, Cancellation);
        response.EnsureSuccessStatusCode();
        using var pdf = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync(Cancellation));
        return string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);
    }
}
