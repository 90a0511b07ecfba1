using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Reporting.Web.Access;
using Reporting.Web.Problems;

namespace Reporting.Web.Endpoints;

/// <summary>Turns the outcome of a use case into an answer, and describes the refusals of an endpoint.</summary>
internal static class Answers
{
    public const string IdempotencyHeader = "Idempotency-Key";

    private const int MostKeyCharacters = 100;

    public static IResult Of<T>(Outcome<T> outcome)
        where T : class => Of(outcome, value => TypedResults.Ok(value));

    public static IResult Of<T>(Outcome<T> outcome, Func<T, IResult> answer)
        where T : class => outcome.Value is { } value ? answer(value) : new ProblemResult(outcome.Refusals);

    /// <summary>On which terms the request wants its change made: If-Match and Idempotency-Key, or what is wrong with them.</summary>
    /// <param name="body">As sent; empty for a request that has none.</param>
    public static Outcome<ChangeTerms> Terms(HttpContext context, ReadOnlySpan<byte> body)
    {
        var condition = Condition(context.Request.Headers.IfMatch, out var malformed);
        if (malformed is not null)
            return malformed;
        var values = context.Request.Headers[IdempotencyHeader];
        if (values.Count == 0)
            return new ChangeTerms(condition, null);
        if (values is not [{ Length: > 0 and <= MostKeyCharacters } value] || !value.All(c => c is > ' ' and <= '~'))
        {
            return new Refusal(
                "idempotency-key-malformed",
                IdempotencyHeader,
                $"Idempotency-Key 应为1至{MostKeyCharacters}个可见ASCII字符，只能写一次。",
                $"Idempotency-Key has 1 to {MostKeyCharacters} visible ASCII characters and is sent once.");
        }
        var route = $"{context.Request.Method} {context.Request.GetEncodedPathAndQuery()}";
        return new ChangeTerms(condition, IdempotencyKey.Of(Callers.Of(context.User).KeyId, route, value, body));
    }

    /// <summary>Carries a change out on the request's terms and answers with what it gave.</summary>
    /// <param name="body">As sent; empty for a request that has none.</param>
    public static async Task<IResult> ChangedAsync<T>(
        HttpContext context, ReadOnlyMemory<byte> body, Func<ChangeTerms, Task<Outcome<T>>> change, Func<T, IResult> answer)
        where T : class
    {
        var terms = Terms(context, body.Span);
        return terms.Value is { } known ? Of(await change(known), answer) : new ProblemResult(terms.Refusals);
    }

    /// <summary>An answer that shows a version: its hash is the ETag that the next change names in If-Match.</summary>
    public static IResult Versioned(HttpContext context, string hash, IResult answer)
    {
        context.Response.Headers.ETag = $"\"{hash}\"";
        context.Response.Headers.CacheControl = "no-cache";
        return answer;
    }

    private static IfMatch? Condition(StringValues values, out Refusal? malformed)
    {
        malformed = null;
        if (values.Count == 0)
            return null;
        if (!EntityTagHeaderValue.TryParseList([.. values.OfType<string>()], out var tags) || tags.Count == 0 || (tags.Count > 1 && tags.Any(t => t.Tag == "*")))
        {
            malformed = new Refusal("if-match-malformed", HeaderNames.IfMatch, "If-Match 应为读取时得到的 ETag（含引号）。", "If-Match is the ETag that was read, with its quotes.");
            return null;
        }
        // A weak tag never matches here (RFC 9110, 13.1.1); it stays in the list as something no hash is equal to.
        return tags.Any(t => t.Tag == "*") ? new IfMatch([]) : new IfMatch([.. tags.Select(t => t.IsWeak ? "" : t.Tag.Value?.Trim('"') ?? "")]);
    }

    /// <summary>Says in the OpenAPI document with which statuses the endpoint refuses, besides those of authentication.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            route.Produces<ProblemDocument>(status, "application/problem+json");
        return route;
    }
}
