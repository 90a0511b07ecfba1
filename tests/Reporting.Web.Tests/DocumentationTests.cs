using System.Text.RegularExpressions;
using Reporting.Access;

namespace Reporting.Web.Tests;

public sealed partial class DocumentationTests(ApiWithKeys shared) : IClassFixture<ApiWithKeys>
{
    [Fact]
    public async Task OpenApi_DescribesEveryEndpointOfTheTable()
    {
        var answer = await shared.Api.SendAsync("GET", "/openapi/v1.json", key: null);
        var operations = (answer.Json["paths"]?.AsObject() ?? [])
            .SelectMany(path => path.Value?.AsObject().Select(o => $"{o.Key.ToUpperInvariant()} {path.Key[1..]} {o.Value?["operationId"]}") ?? []);

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            ReportingEndpoints.All.Where(e => e.Handler is not null).Select(e => $"{e.Method} {e.Pattern.Replace("*", "", StringComparison.Ordinal)} {e.Name}").Order(StringComparer.Ordinal),
            operations.Order(StringComparer.Ordinal));
        Assert.Equal("X-Api-Key", (string?)answer.Json["components"]?["securitySchemes"]?["ApiKey"]?["name"]);
        var entry = answer.Json["components"]?["schemas"]?["EntryContent"]?["properties"]?.AsObject().Select(p => p.Key);
        Assert.Equal(["selfRating", "percent", "progress", "nextStep", "figures", "problems", "projects", "note"], entry);
        Assert.DoesNotContain("\"double\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal("string", (string?)answer.Json["components"]?["schemas"]?["Period"]?["type"]);
        Assert.Equal(["indicator", "unit"], answer.Json["components"]?["schemas"]?["EntryFigure"]?["required"]?.AsArray().Select(r => (string?)r));
    }

    [Fact]
    public async Task OpenApi_ExampleIsTaken()
    {
        var document = await shared.Api.SendAsync("GET", "/openapi/v1.json", key: null);
        var example = document.Json["components"]?["schemas"]?["EntryContent"]?["examples"]?[0]?.ToJsonString() ?? "";

        var answer = await shared.Api.SendAsync("PUT", "/api/henan-2012/progress/2012Q1/automotive/R01", shared.Keys[Role.Unit], example);

        Assert.Equal(201, answer.Status);
    }

    [Theory]
    [InlineData("Inspection", "inspections", """{"plan":"equipment","inspection":@}""")]
    [InlineData("Zone", "zones", """{"plan":"food","zone":@}""")]
    public async Task OpenApi_ExampleOfTheOfficesRecords_IsTaken(string schema, string register, string body)
    {
        var document = await shared.Api.SendAsync("GET", "/openapi/v1.json", key: null);
        var example = document.Json["components"]?["schemas"]?[schema]?["examples"]?[0]?.ToJsonString() ?? "";

        var answer = await shared.Api.SendAsync("POST", $"/api/henan-2012/{register}", shared.Keys[Role.Office], body.Replace("@", example, StringComparison.Ordinal));

        Assert.True(answer.Status == 201, answer.Body);
    }

    [Theory]
    [InlineData("/openapi/v2.json")]
    [InlineData("/openapi/v1xjson")]
    [InlineData("/openapi/..%2fv1.json")]
    public async Task OpenApi_IsAProblemDocument_WhenThereIsNoSuchDocument(string path)
    {
        var answer = await shared.Api.SendAsync("GET", path, key: null);

        Assert.Equal((404, "not-found", "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
    }

    [Fact]
    public async Task Docs_OfferNoServiceOfOthers()
    {
        var page = await shared.Api.SendAsync("GET", "/docs/", key: null);

        foreach (var setting in (string[])["\"telemetry\":false", "\"showDeveloperTools\":\"never\"", "\"agent\":{\"disabled\":true", "\"mcp\":{\"disabled\":true", "\"hideClientButton\":true"])
            Assert.Contains(setting, page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docs_LoadNothingFromOtherHosts()
    {
        var page = await shared.Api.SendAsync("GET", "/docs/", key: null);
        var scripts = ScriptSource().Matches(page.Body).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal((200, "text/html"), (page.Status, page.MediaType));
        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            Assert.DoesNotContain("//", script, StringComparison.Ordinal);
            var file = await shared.Api.SendAsync("GET", new Uri(new Uri("http://x/docs/"), script).AbsolutePath, key: null);
            Assert.Equal(200, file.Status);
        }
        Assert.Contains("connect-src 'self'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [GeneratedRegex("""(?:src|href)="([^"]+\.(?:js|css))""", RegexOptions.CultureInvariant)]
    private static partial Regex ScriptSource();
}
