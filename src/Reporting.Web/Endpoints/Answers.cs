using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Reporting.Collecting;
using Reporting.Web.Problems;

namespace Reporting.Web.Endpoints;

/// <summary>Turns the outcome of a use case into an answer, and describes the refusals of an endpoint.</summary>
internal static class Answers
{
    public static IResult Of<T>(Outcome<T> outcome)
        where T : class => Of(outcome, value => TypedResults.Ok(value));

    public static IResult Of<T>(Outcome<T> outcome, Func<T, IResult> answer)
        where T : class => outcome.Value is { } value ? answer(value) : new ProblemResult(outcome.Refusals);

    /// <summary>The If-Match condition of the request; null when it has none.</summary>
    public static Outcome<IfMatchHeader> IfMatch(HttpRequest request)
    {
        var values = request.Headers.IfMatch;
        if (values.Count == 0)
            return new IfMatchHeader(null);
        if (!EntityTagHeaderValue.TryParseList([.. values.OfType<string>()], out var tags) || tags.Count == 0)
            return new Refusal("if-match-malformed", HeaderNames.IfMatch, "If-Match 应为读取时得到的 ETag（含引号）。", "If-Match is the ETag that was read, with its quotes.");
        if (tags.Any(t => t.Tag == "*"))
            return new IfMatchHeader(new IfMatch([]));
        // A weak tag never matches here (RFC 9110, 13.1.1); it stays in the list as something no hash is equal to.
        return new IfMatchHeader(new IfMatch([.. tags.Select(t => t.IsWeak ? "" : t.Tag.Value?.Trim('"') ?? "")]));
    }

    /// <summary>Says in the OpenAPI document with which statuses the endpoint refuses, besides those of authentication.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            route.Produces<ProblemDocument>(status, "application/problem+json");
        return route;
    }
}

/// <summary>What the If-Match header said.</summary>
/// <param name="Condition">Null when there was no such header.</param>
internal sealed record IfMatchHeader(IfMatch? Condition);
