using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Delivery;
using Reporting.Storage;
using Reporting.Tick;
using Reporting.Web;

namespace FunctionsApp.Tests;

public sealed class FunctionTests
{
    [Fact]
    public void Functions_AreAllReadable()
    {
        Assert.NotEqual(0, FunctionSources.Count);
        Assert.Equal(FunctionSources.Count, FunctionSources.All.Count);
    }

    [Fact]
    public void HttpFunctions_EqualTheEndpointTable()
    {
        var declared = FunctionSources.Http.Select(f => $"{f.Name} {f.Methods} {f.Route}");
        var mapped = ReportingEndpoints.All.Select(e => $"{e.Name} {(e.Method == "GET" ? "get, head" : MethodOf(e))} {e.Pattern}");

        Assert.Equal(mapped.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Routes_LeaveTheRestToNobody() =>
        Assert.DoesNotContain(FunctionSources.Http, f => f.Route.StartsWith("{*", StringComparison.Ordinal));

    [Fact]
    public void Triggers_AreTheTimerTheQueueAndHttp()
    {
        var others = FunctionSources.All.Where(f => !f.Trigger.StartsWith("HttpTrigger", StringComparison.Ordinal));

        Assert.Equal(
            [
                ("Deliver", $"QueueTrigger(\"{DeliveryQueue.Name}\", Connection = \"{StorageOptions.Section}\")"),
                ("Tick", $"TimerTrigger(\"{TickSchedule.Cron}\")"),
                ("Watchdog", $"TimerTrigger(\"{TickSchedule.WatchCron}\")"),
                ("Work", $"QueueTrigger(\"{WorkQueue.Name}\", Connection = \"{StorageOptions.Section}\")"),
            ],
            others.OrderBy(f => f.Name, StringComparer.Ordinal));
        Assert.DoesNotContain("RunOnStartup", FunctionSources.Whole, StringComparison.Ordinal);
    }

    /// <summary>A body that an endpoint takes is not cut off by the server before it.</summary>
    [Fact]
    public void Server_LetsPassWhatTheEndpointsTake() => Assert.Contains(
        "options.Limits.MaxRequestBodySize = ReportingPipeline.MostBodyBytes);", FunctionSources.Whole, StringComparison.Ordinal);

    [Fact]
    public void TickSchedule_SaysTheSameTwice()
    {
        var minutes = Regex.Match(TickSchedule.Cron, @"^0 \*/(\d+) \* \* \* \*$", RegexOptions.CultureInvariant).Groups[1].Value;

        Assert.Equal(TickSchedule.Every.TotalMinutes.ToString(System.Globalization.CultureInfo.InvariantCulture), minutes);
    }

    [Fact]
    public void HostJson_KeepsThePathsAndEndsAWorkBeforeItsLease()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        var extensions = host.RootElement.GetProperty("extensions");

        Assert.Equal("", extensions.GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal("base64", extensions.GetProperty("queues").GetProperty("messageEncoding").GetString());
        var limit = TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString() ?? "", System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(limit <= DoWork.Lease && limit <= SendDelivery.Lease, "A function that is ended by its host must not outlive its claim.");
    }

    /// <summary>The alerts wait for what is logged, so none of it may be left out where there is much of it.</summary>
    [Fact]
    public void HostJson_SamplesNeitherLogsNorExceptions()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        var logging = host.RootElement.GetProperty("logging");

        var excluded = logging.GetProperty("applicationInsights").GetProperty("samplingSettings").GetProperty("excludedTypes").GetString() ?? "";
        Assert.Equal(["Exception", "Trace"], excluded.Split(';').Order(StringComparer.Ordinal));
        Assert.Contains(logging.GetProperty("logLevel").GetProperty("default").GetString(), (string[])["Warning", "Information"]);
    }

    /// <summary>The limits of the queue extension; the host refuses to start, or sets the value aside, where one is passed.</summary>
    [Fact]
    public void HostJson_KeepsToTheLimitsOfTheQueue()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        var queues = host.RootElement.GetProperty("extensions").GetProperty("queues");

        Assert.InRange(queues.GetProperty("batchSize").GetInt32(), 1, 32);
        Assert.InRange(queues.GetProperty("newBatchThreshold").GetInt32(), 0, 32);
        Assert.InRange(queues.GetProperty("maxDequeueCount").GetInt32(), 1, 10);
        Assert.InRange(SpanOf(queues, "maxPollingInterval"), TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Assert.InRange(SpanOf(queues, "visibilityTimeout"), TimeSpan.Zero, DoWork.Lease);
    }

    private static TimeSpan SpanOf(JsonElement section, string name) =>
        TimeSpan.Parse(section.GetProperty(name).GetString() ?? "", System.Globalization.CultureInfo.InvariantCulture);

    private static string MethodOf(ReportingEndpoint endpoint) => endpoint.Method switch
    {
        "PUT" => "put",
        "POST" => "post",
        _ => throw new InvalidOperationException($"{endpoint.Name} has the method {endpoint.Method}."),
    };
}
