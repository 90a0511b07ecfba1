using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Reporting.Access;
using Reporting.Storage;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>The pipeline on Kestrel at a free port over a storage account of its own, on 10 April 2012 unless the test sets the clock.</summary>
public sealed partial class RunningApi : IAsyncDisposable
{
    public const string AdminKey = "an admin key for tests, forty characters long";

    private readonly WebApplication app;

    private RunningApi(WebApplication app, SettableClock clock)
    {
        this.app = app;
        Clock = clock;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public SettableClock Clock { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="adjust">Changes what the pipeline is made of.</param>
    /// <param name="settings">Settings beside those that every test needs.</param>
    public static async Task<RunningApi> StartAsync(
        string connectionString, string environment = "Production", int retries = 3, Action<IServiceCollection>? adjust = null, Dictionary<string, string?>? settings = null)
    {
        var builder = Builder(connectionString, environment, settings);
        builder.Configuration["Storage:Retries"] = retries.ToString(CultureInfo.InvariantCulture);
        var clock = new SettableClock(new DateTimeOffset(2012, 4, 10, 9, 0, 0, TimeSpan.FromHours(8)));
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        adjust?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseReportingWeb();
        await app.Services.GetRequiredService<StorageSetup>().EnsureAsync(Cancellation);
        await app.StartAsync(Cancellation);
        return new RunningApi(app, clock);
    }

    /// <summary>A web application with the pipeline's services, no settings but those it needs, on a free port.</summary>
    /// <param name="settings">Beside those that every test needs.</param>
    public static WebApplicationBuilder Builder(string connectionString, string environment = "Production", Dictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = connectionString,
            ["Access:AdminKey"] = AdminKey,
            ["Publishing:StartOn"] = "2012-01-01",
            // The tests' clock stands still, so nothing that is used up comes back.
            ["RateLimits:Burst"] = "1000000",
            ["RateLimits:FailuresPerMinute"] = "1000000",
            ["RateLimits:AnonymousBurst"] = "1000000",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddReportingWeb(builder.Configuration);
        return builder;
    }

    /// <summary>A new key, in clear.</summary>
    public async Task<string> KeyAsync(Role role, string? unit = null, string person = "张三")
    {
        var outcome = await app.Services.GetRequiredService<GrantApiKey>().RunAsync(new KeyRequest(person, role, unit), "测试", Cancellation);
        return outcome.Value?.Key ?? throw new InvalidOperationException(outcome.Refusals[0].DetailEn);
    }

    /// <summary>Sends JSON text (or nothing) and reads the answer.</summary>
    public async Task<Answer> SendAsync(string method, string path, string? key, string? json = null, Action<HttpRequestMessage>? adjust = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null)
            request.Headers.Add("X-Api-Key", key);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
        adjust?.Invoke(request);
        using var response = await Http.SendAsync(request, Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response.Headers.ETag?.ToString(), response);
    }

    /// <summary>Changes an entry, a project or a problem as a clerk does: reads it first, and sends the ETag that came with it.</summary>
    public async Task<Answer> ChangeAsync(string method, string path, string key, string? json = null)
    {
        var read = await SendAsync("GET", ChangedEntry().Replace(path, ""), key);
        return await SendAsync(method, path, key, json, request =>
        {
            if (read.ETag is not null)
                request.Headers.TryAddWithoutValidation("If-Match", read.ETag);
        });
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    /// <summary>What a change adds to the address of the entry.</summary>
    [GeneratedRegex("/(submit|withdraw|return|accept|confirm|merge|retire|restore|ask|answer|close|reopen)(?=$|[?])", RegexOptions.CultureInvariant)]
    private static partial Regex ChangedEntry();
}

/// <summary>What came back.</summary>
public sealed record Answer(int Status, string? MediaType, string Body, string? ETag, HttpResponseMessage Response)
{
    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The answer is null.");

    public string? Code => Json["code"]?.GetValue<string>();

    public IReadOnlyList<string?> Fields => [.. Json["errors"]?.AsArray().Select(e => e?["field"]?.GetValue<string>()) ?? []];
}
