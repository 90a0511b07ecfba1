using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;
using Reporting.Publishing;
using Reporting.Tick;
using Testing;

namespace Reporting.Web.Tests;

public sealed class BulletinTests(BulletinTests.PublishedApi published) : IClassFixture<BulletinTests.PublishedApi>
{
    private const string Id = "2012Q1-bulletin-nev";
    private const string Path = "/api/henan-2012/bulletins/" + Id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bulletin_IsListedReadAndDownloaded_ByEveryRole()
    {
        var api = published.Api;
        foreach (var role in Enum.GetValues<Role>())
        {
            var key = await api.KeyAsync(role, role == Role.Unit ? "industry-it" : null);
            var list = await api.SendAsync("GET", "/api/henan-2012/bulletins", key);
            Assert.Equal(Id, Assert.Single(list.Json["bulletins"]?.AsArray() ?? [])?["id"]?.GetValue<string>());
            Assert.Equal(200, (await api.SendAsync("GET", Path, key)).Status);
            Assert.Equal(200, (await api.SendAsync("GET", Path + "/pdf", key)).Status);
        }
        Assert.Equal(401, (await api.SendAsync("GET", Path, null)).Status);
    }

    [Fact]
    public async Task Pdf_IsShownInPlaceUnderItsChineseName_AndKeptForever()
    {
        var api = published.Api;
        var key = await api.KeyAsync(Role.Leader);
        var issue = (await api.SendAsync("GET", Path, key)).Json;
        var sha256 = FileOf(issue, "bulletin.pdf")["sha256"]?.GetValue<string>();

        var response = await GetAsync(api, key, Path + "/pdf");
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF-"u8.ToArray(), bytes[..5]);
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal($"\"{sha256}\"", response.Headers.ETag?.Tag);
        Assert.Equal("inline", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("新能源汽车产业通报（2012年第1期）.pdf", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains("immutable", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Contains("private", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(bytes.Length, FileOf(issue, "bulletin.pdf")["length"]?.GetValue<long>());
    }

    [Fact]
    public async Task WordFile_IsServedUnderItsChineseName()
    {
        var api = published.Api;
        var response = await GetAsync(api, await api.KeyAsync(Role.Leader), Path + "/docx");

        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("新能源汽车产业通报（2012年第1期）.docx", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("PK"u8.ToArray(), (await response.Content.ReadAsByteArrayAsync(Cancellation))[..2]);
    }

    [Fact]
    public async Task Html_IsShownInPlace_UnderAPolicyThatLetsItsStyleSheetPass()
    {
        var api = published.Api;
        var key = await api.KeyAsync(Role.Leader);

        var response = await GetAsync(api, key, Path + "/html");

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("新能源汽车产业通报（2012年第1期）.html", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.StartsWith("<!doctype html>", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
            response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Pdf_IsAnsweredInPartOrNotAtAll_WhenTheReaderHasTheRest()
    {
        var api = published.Api;
        var key = await api.KeyAsync(Role.Leader);
        var whole = await (await GetAsync(api, key, Path + "/pdf")).Content.ReadAsByteArrayAsync(Cancellation);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(whole))}\"");

        var part = await GetAsync(api, key, Path + "/pdf", r => r.Headers.Range = new RangeHeaderValue(5, 9));
        var unchanged = await GetAsync(api, key, Path + "/pdf", r => r.Headers.IfNoneMatch.Add(tag));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[5..10], await part.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task StoredIssue_IsVerified_WithItsEntries()
    {
        var api = published.Api;

        var verified = await api.SendAsync("POST", Path + "/verify", await api.KeyAsync(Role.Leader));

        Assert.Equal((200, true, Id), (verified.Status, (bool?)verified.Json["holds"], (string?)verified.Json["issue"]));
        Assert.Equal(
            ["signature", "files", "snapshot", "chain", "trace", "rebuild", "rebuild", "rebuild", "rebuild", "register", "entries"],
            (verified.Json["checks"]?.AsArray() ?? []).Select(c => (string?)c?["name"]));
        Assert.All(verified.Json["checks"]?.AsArray() ?? [], c => Assert.Equal("passed", (string?)c?["outcome"]));
        Assert.Equal(404, (await api.SendAsync("POST", "/api/henan-2012/bulletins/2012Q1-bulletin-automotive/verify", RunningApi.AdminKey)).Status);
    }

    [Fact]
    public async Task Manifest_VerifiesWithTheServedKey()
    {
        var api = published.Api;
        var key = await api.KeyAsync(Role.Leader);
        var manifest = await (await GetAsync(api, key, Path + "/manifest")).Content.ReadAsByteArrayAsync(Cancellation);
        var signature = await (await GetAsync(api, key, Path + "/signature")).Content.ReadAsByteArrayAsync(Cancellation);

        var served = await api.SendAsync("GET", "/api/signing-key", null);

        Assert.True(ManifestSigner.Verify(manifest, signature, served.Body));
    }

    [Theory]
    [InlineData("?period=2012Q1&kind=bulletin&plan=nev", 1)]
    [InlineData("?period=2012Q2", 0)]
    [InlineData("?kind=overall", 0)]
    [InlineData("?plan=automotive", 0)]
    [InlineData("?plan=all", 0)]
    public async Task List_IsNarrowed(string query, int expected)
    {
        var api = published.Api;

        var list = await api.SendAsync("GET", "/api/henan-2012/bulletins" + query, await api.KeyAsync(Role.Leader));

        Assert.Equal(expected, list.Json["bulletins"]?.AsArray().Count);
    }

    [Theory]
    [InlineData("/api/henan-1999/bulletins", 404, "unknown-programme")]
    [InlineData("/api/henan-2012/bulletins?period=2011Q4", 404, "unknown-period")]
    [InlineData("/api/henan-2012/bulletins?kind=leaflet", 400, "parameter-invalid")]
    [InlineData("/api/henan-2012/bulletins?plan=none", 404, "unknown-plan")]
    [InlineData("/api/henan-1999/bulletins/2012Q1-bulletin-nev", 404, "unknown-programme")]
    [InlineData("/api/henan-2012/bulletins/2012Q1-bulletin-%E6%96%B0", 404, "bulletin-not-found")]
    [InlineData("/api/henan-2012/bulletins/2012Q1-bulletin-automotive", 404, "bulletin-not-found")]
    [InlineData("/api/henan-2012/bulletins/~", 404, "bulletin-not-found")]
    [InlineData(Path + "/xlsx", 404, "file-not-found")]
    [InlineData("/api/henan-1999/runs", 404, "unknown-programme")]
    [InlineData("/api/henan-2012/runs?month=2012-13", 400, "parameter-invalid")]
    public async Task Request_IsRefused_WhenItNamesWhatIsNotThere(string path, int status, string code)
    {
        var api = published.Api;

        var answer = await api.SendAsync("GET", path, RunningApi.AdminKey);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Runs_AreShownToOfficeAndAdminOnly()
    {
        var api = published.Api;

        var runs = await api.SendAsync("GET", "/api/henan-2012/runs", await api.KeyAsync(Role.Office));
        var none = await api.SendAsync("GET", "/api/henan-2012/runs?month=2012-01", RunningApi.AdminKey);

        Assert.Equal(["published", "ticked"], (runs.Json["runs"]?.AsArray() ?? []).Select(r => r?["outcome"]?.GetValue<string>()));
        Assert.Equal(Id, runs.Json["runs"]?[0]?["what"]?.GetValue<string>());
        Assert.Empty(none.Json["runs"]?.AsArray() ?? [null]);
        Assert.Equal(403, (await api.SendAsync("GET", "/api/henan-2012/runs", await api.KeyAsync(Role.Leader))).Status);
        Assert.Equal(403, (await api.SendAsync("GET", "/api/henan-2012/runs", await api.KeyAsync(Role.Unit, "industry-it"))).Status);
    }

    private static JsonNode FileOf(JsonNode issue, string name) =>
        (issue["files"]?.AsArray() ?? []).Single(f => f?["name"]?.GetValue<string>() == name) ?? throw new InvalidOperationException(name);

    private static async Task<HttpResponseMessage> GetAsync(RunningApi api, string key, string path, Action<HttpRequestMessage>? adjust = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", key);
        adjust?.Invoke(request);
        return await api.Http.SendAsync(request, Cancellation);
    }

    /// <summary>The API with one issue published, of the 15 that are due.</summary>
    public sealed class PublishedApi(AzuriteFixture azurite) : IAsyncLifetime
    {
        private RunningApi? api;

        internal RunningApi Api => api ?? throw new InvalidOperationException("The fixture has not been initialised.");

        public async ValueTask InitializeAsync()
        {
            api = await RunningApi.StartAsync(azurite.FreshStorage());
            api.Clock.Now = new DateTimeOffset(2012, 5, 10, 9, 0, 0, TimeSpan.Zero);
            await api.Services.GetRequiredService<RunTick>().RunAsync(Cancellation);
            api.Clock.Now += TimeSpan.FromMinutes(1);
            var message = $$"""{"schemaVersion":1,"programme":"henan-2012","issue":"{{Id}}"}""";
            Assert.Equal(WorkOutcome.Published, await api.Services.GetRequiredService<DoWork>().HandleAsync(message, Cancellation));
        }

        public async ValueTask DisposeAsync()
        {
            if (api is not null)
                await api.DisposeAsync();
        }
    }
}
