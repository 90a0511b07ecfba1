using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reporting.Storage;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>The pipeline in the hosts it has to live in.</summary>
public sealed class HostingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Pipeline_Answers_WhenBuiltOnABareApplicationBuilder()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var builder = RunningApi.Builder(azurite.FreshStorage());
        await using var app = builder.Build();
        var bare = new ApplicationBuilder(app.Services);
        bare.UseReportingWeb();
        var pipeline = bare.Build();
        // What the Functions worker does: its own endpoint is set, and the function clears it before passing the context on.
        app.Run(context =>
        {
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            return pipeline(context);
        });
        await app.Services.GetRequiredService<StorageSetup>().EnsureAsync(cancellation);
        await app.StartAsync(cancellation);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal(401, (int)(await http.GetAsync("/api/programmes", cancellation)).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync("/nowhere", cancellation)).StatusCode);
        Assert.Equal(200, (int)(await http.GetAsync("/openapi/v1.json", cancellation)).StatusCode);
        Assert.Equal(200, (int)(await http.GetAsync("/docs/", cancellation)).StatusCode);
        http.DefaultRequestHeaders.Add("X-Api-Key", RunningApi.AdminKey);
        Assert.Equal(200, (int)(await http.GetAsync("/api/henan-2012/plans", cancellation)).StatusCode);
        await app.StopAsync(cancellation);
    }

    [Fact]
    public async Task MalformedBody_Is400_AlsoInDevelopment()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage(), "Development");

        var answer = await api.SendAsync("POST", "/api/keys", RunningApi.AdminKey, "{");

        Assert.Equal((400, "malformed-json", "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
    }

    [Theory]
    [InlineData("Storage:ConnectionString", "", "Storage:ConnectionString")]
    [InlineData("Storage:ConnectionString", "nonsense", "Storage:ConnectionString")]
    [InlineData("Storage:BlobServiceUri", "https://a.blob.core.windows.net", "Storage:ConnectionString")]
    [InlineData("Storage:NamePrefix", "Über", "Storage:NamePrefix")]
    [InlineData("Storage:Retries", "99", "Storage:Retries")]
    [InlineData("Access:AdminKey", "short", "Access:AdminKey")]
    [InlineData("Access:KeyCacheSeconds", "301", "Access:KeyCacheSeconds")]
    [InlineData("Access:KeyCacheSeconds", "-1", "Access:KeyCacheSeconds")]
    public async Task Host_DoesNotStart_AndNamesTheKey_WhenASettingIsWrong(string key, string value, string named)
    {
        var builder = RunningApi.Builder(azurite.FreshStorage());
        builder.Configuration[key] = value;
        await using var app = builder.Build();
        app.UseReportingWeb();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }
}
