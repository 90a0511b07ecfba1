using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Reporting.Web.Problems;

namespace Reporting.Web.Access;

/// <summary>
/// Answers 429 to who asks for too much: by key or token once it is known, by address for failed authentications and where no caller is needed.
/// </summary>
internal sealed class RateLimits
{
    private readonly RequestDelegate next;
    private readonly TimeProvider clock;
    private readonly long start;
    private readonly string addressHeader;
    private readonly Allowance callers;
    private readonly Allowance failures;
    private readonly Allowance anonymous;

    public RateLimits(RequestDelegate next, IOptions<RateLimitOptions> options, TimeProvider clock)
    {
        var settings = options.Value;
        (this.next, this.clock, start, addressHeader) = (next, clock, clock.GetTimestamp(), settings.AddressHeader);
        callers = new Allowance(settings.Burst, settings.PerSecond);
        failures = new Allowance(settings.FailuresPerMinute, settings.FailuresPerMinute / 60.0);
        anonymous = new Allowance(settings.AnonymousBurst, settings.AnonymousPerSecond);
    }

    public async Task InvokeAsync(HttpContext context)
    {
        // Time that has really passed: a clock that shows another day, or is set, lets nobody through and keeps nobody out.
        var now = clock.GetElapsedTime(start);
        var endpoint = context.GetEndpoint()?.Metadata;
        if (endpoint?.GetMetadata<SignInAttempt>() is not null)
        {
            await TryAsync(context, now);
            return;
        }
        if (Callers.Find(context.User) is { } caller)
        {
            await RunAsync(context, callers.Take(caller.KeyId, now));
            return;
        }
        var address = AddressOf(context);
        var needsCaller = endpoint?.GetMetadata<ReportingEndpoint>() is { Roles.Count: > 0 };
        // Who forgot the key is counted among the failures: what follows is 401 in any case.
        await RunAsync(context, (needsCaller ? failures : anonymous).Take(address, now));
    }

    /// <summary>A key that is typed may be a guess, whoever is signed in: it is counted as a failure until it has let somebody in.</summary>
    private async Task TryAsync(HttpContext context, TimeSpan now)
    {
        var address = AddressOf(context);
        await RunAsync(context, failures.Take(address, now));
        if (context.Response.StatusCode == StatusCodes.Status302Found)
            failures.GiveBack(address);
    }

    private Task RunAsync(HttpContext context, TimeSpan? wait)
    {
        if (wait is not { } pause)
            return next(context);
        var seconds = Math.Max(1, (int)Math.Ceiling(pause.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new ProblemResult(new Refusal(
            "too-many-requests", null, $"请求过于频繁，请在{seconds}秒后重试。", $"Too many requests; try again in {seconds} seconds.")).ExecuteAsync(context);
    }

    private string AddressOf(HttpContext context)
    {
        if (addressHeader.Length > 0 && context.Request.Headers[addressHeader] is [.., { } forwarded])
        {
            var last = forwarded[(forwarded.LastIndexOf(',') + 1)..].Trim();
            // Some proxies write the port too, which is another for every connection.
            return IPEndPoint.TryParse(last, out var end) ? end.Address.ToString() : last;
        }
        return context.Connection.RemoteIpAddress?.ToString() ?? "";
    }
}
