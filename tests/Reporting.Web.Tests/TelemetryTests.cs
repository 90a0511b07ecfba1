using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Reporting.Access;
using Reporting.Delivery;
using Reporting.Tick;
using Testing;

namespace Reporting.Web.Tests;

/// <summary>Traces, metrics and logs to a collector over real HTTP; nothing anywhere unless the settings say so.</summary>
public sealed class TelemetryTests(AzuriteFixture azurite)
{
    private const string Entry = "/api/henan-2012/progress/2012Q1/automotive/R01";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_IsToldToTheCollector_WithoutWhatUnitsAndPersonsWrote()
    {
        await using var collector = await CollectorAsync();
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage(), settings: new()
        {
            ["Telemetry:OtlpEndpoint"] = collector.App.Urls.Single(),
            // The discard port: nobody listens there, so that what went wrong with a mail is told, too.
            ["Delivery:Mail:Host"] = "127.0.0.1",
            ["Delivery:Mail:Port"] = "9",
            ["Delivery:Mail:Security"] = "None",
            ["Delivery:Mail:From"] = "bulletins@example.cn",
        });
        var unit = await api.KeyAsync(Role.Unit, "zhengzhou", "填报人赵敏");
        await api.ChangeAsync("PUT", Entry, unit, """{"selfRating":"lagging","percent":10,"progress":"一期厂房主体完工。","nextStep":"安装设备。"}""");
        Assert.Equal(200, (await api.ChangeAsync("POST", Entry + "/submit", unit)).Status);
        await api.SendAsync("PUT", "/api/henan-2012/subscribers/governor", await api.KeyAsync(Role.Office, person: "孙主任"), """{"name":"周秘书","channel":"email","address":"zhou@example.cn"}""");
        api.Clock.Now = new DateTimeOffset(2012, 4, 28, 0, 10, 0, TimeSpan.FromHours(8));
        await api.Services.GetRequiredService<RunTick>().RunAsync(Cancellation);
        await api.Services.GetRequiredService<TakeWork>().RunOnceAsync(Cancellation);
        Assert.NotEqual(0, await api.Services.GetRequiredService<TakeDeliveries>().RunOnceAsync(Cancellation));

        Assert.True(api.Services.GetRequiredService<TracerProvider>().ForceFlush(5000));
        Assert.True(api.Services.GetRequiredService<MeterProvider>().ForceFlush(5000));
        Assert.True(api.Services.GetRequiredService<LoggerProvider>().ForceFlush(5000));

        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], collector.Received.Select(r => r.Path).Distinct().Order(StringComparer.Ordinal));
        var told = string.Concat(collector.Received.Select(r => r.Body));
        Assert.All(["reporting.entries.submitted", "on-time", "reporting.tick.duration", "henan-2012", "bulletins", "governor", "Deferred"], word => Assert.Contains(word, told, StringComparison.Ordinal));
        Assert.All(["赵敏", "一期厂房", "安装设备", unit, "孙主任", "周秘书", "zhou@example.cn"], secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutSettings_NothingIsSent()
    {
        await using var api = await RunningApi.StartAsync(azurite.FreshStorage());

        Assert.Null(api.Services.GetService<TracerProvider>());
        Assert.Null(api.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task AddressThatIsNone_IsRefusedAtStart() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => RunningApi.StartAsync(azurite.FreshStorage(), settings: new() { ["Telemetry:OtlpEndpoint"] = "ftp://collector" }));

    private static async Task<Collector> CollectorAsync()
    {
        var app = WebApplication.CreateBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", async (HttpContext context, string signal) =>
        {
            using var reader = new StreamReader(context.Request.Body, System.Text.Encoding.UTF8);
            collector.Received.Enqueue(($"/v1/{signal}", await reader.ReadToEndAsync(context.RequestAborted)));
            return Results.Ok();
        });
        await app.StartAsync(Cancellation);
        return collector;
    }

    private sealed record Collector(WebApplication App) : IAsyncDisposable
    {
        public ConcurrentQueue<(string Path, string Body)> Received { get; } = new();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
