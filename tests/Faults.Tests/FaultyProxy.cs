using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Faults.Tests;

/// <summary>
/// Stands before the three services of the storage and fails, by a seed, one call in ten each: answers 503, keeps the caller waiting until it
/// gives up, cuts the connection before the call is carried out, or carries it out and answers only when the caller has given up.
/// </summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private static readonly string[] Endpoints = ["BlobEndpoint", "QueueEndpoint", "TableEndpoint"];

    private readonly List<WebApplication> fronts = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 64 });
    private readonly Lock one = new();
    private readonly Random random;
    private readonly Dictionary<Fault, int> counts = [];

    private FaultyProxy(int seed) => random = new Random(seed);

    private enum Fault
    {
        None,
        Unavailable,
        TimedOut,
        Cut,
        AnsweredLate,
    }

    public string ConnectionString { get; private set; } = "";

    /// <summary>e.g. None 812, Unavailable 130, ….</summary>
    public string Counts
    {
        get
        {
            lock (one)
                return string.Join(", ", counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}"));
        }
    }

    public static async Task<FaultyProxy> BeforeAsync(string connectionString, int seed)
    {
        var proxy = new FaultyProxy(seed);
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        foreach (var endpoint in Endpoints)
        {
            var behind = new Uri(parts[endpoint]);
            parts[endpoint] = new UriBuilder(behind) { Port = await proxy.ListenAsync(behind) }.Uri.ToString().TrimEnd('/');
        }
        proxy.ConnectionString = string.Join(';', parts.Select(p => $"{p.Key}={p.Value}"));
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var front in fronts)
            await front.DisposeAsync();
        http.Dispose();
    }

    private async Task<int> ListenAsync(Uri behind)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var front = builder.Build();
        front.Run(context => HandleAsync(context, behind));
        await front.StartAsync();
        fronts.Add(front);
        return new Uri(front.Urls.Single()).Port;
    }

    private async Task HandleAsync(HttpContext context, Uri behind)
    {
        var fault = Draw();
        try
        {
            switch (fault)
            {
                case Fault.Unavailable:
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    break;
                case Fault.TimedOut:
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    break;
                case Fault.Cut:
                    context.Abort();
                    break;
                case Fault.AnsweredLate:
                    await ForwardAsync(context, behind, answer: false);
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    break;
                default:
                    await ForwardAsync(context, behind, answer: true);
                    break;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or HttpRequestException)
        {
            context.Abort();
        }
    }

    private Fault Draw()
    {
        lock (one)
        {
            var fault = random.Next(10) is var n && n < 4 ? (Fault)(n + 1) : Fault.None;
            counts[fault] = counts.GetValueOrDefault(fault) + 1;
            return fault;
        }
    }

    /// <summary>The target goes on as it came, character by character: the caller has signed it.</summary>
    private async Task ForwardAsync(HttpContext context, Uri behind, bool answer)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "/";
        var address = new Uri($"{behind.Scheme}://{behind.Authority}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var header in context.Request.Headers.Where(h => h.Key is not ("Host" or "Connection" or "Expect" or "Transfer-Encoding")))
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray()))
                request.Content.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
        }
        // Carried out even when the caller has gone: that is what storage does.
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, CancellationToken.None);
        if (!answer)
            return;
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
            context.Response.Headers[header.Key] = header.Value.ToArray();
        if (context.Request.Method != "HEAD" && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
            await context.Response.Body.WriteAsync(await response.Content.ReadAsByteArrayAsync(CancellationToken.None), context.RequestAborted);
    }
}
