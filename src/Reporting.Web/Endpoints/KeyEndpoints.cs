using Microsoft.AspNetCore.Http;
using Reporting.Access;
using Reporting.Schedule;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Web.Problems;

namespace Reporting.Web.Endpoints;

/// <summary>API keys.</summary>
internal static class KeyEndpoints
{
    private const string Route = "api/keys";
    private const string Tag = "Access";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListKeys", "GET", Route, ReportingEndpoints.Roles.Admin)
        {
            Tag = Tag, Summary = "Every key with its holder and state, oldest first; never the keys themselves.", Handler = ListAsync, Describe = r => r.Produces<KeyList>(),
        },
        new("GrantKey", "POST", Route, ReportingEndpoints.Roles.Admin)
        {
            Tag = Tag,
            Summary = "Grants an API key to a person; the answer shows it this once.",
            Handler = GrantAsync,
            Describe = r => r.Produces<GrantedKey>(201).Refuses(400, 413, 415, 422),
        },
        new("RotateKey", "POST", Route + "/{id}/rotate", ReportingEndpoints.Roles.Admin)
        {
            Tag = Tag,
            Summary = "Gives the holder of a key a new one; the old one goes on working for overlapHours. The answer shows the new key this once.",
            Handler = RotateAsync,
            Describe = r => r.Produces<RotatedKey>(201).Refuses(400, 404, 409, 413, 415, 422),
        },
        new("RevokeKey", "POST", Route + "/{id}/revoke", ReportingEndpoints.Roles.Admin)
        {
            Tag = Tag,
            Summary = "Takes a key back at once; a key that was taken back stays as it was. The key in use cannot revoke itself.",
            Handler = RevokeAsync,
            Describe = r => r.Produces<RevokedKey>().Refuses(400, 404, 409, 413, 415, 422),
        },
    ];

    private static async Task<IResult> ListAsync(ListApiKeys list, TimeProvider clock, HttpContext context, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new KeyList([.. (await list.RunAsync(cancellation)).Select(k => KeyView.Of(k.Key, k.LastUsedAt, now))]));
    }

    private static async Task<IResult> GrantAsync(GrantApiKey grant, HttpContext context, JsonBody<KeyRequest> body, CancellationToken cancellation)
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        context.Response.Headers.CacheControl = "no-store";
        var outcome = await grant.RunAsync(request, Callers.Of(context.User).Person, cancellation);
        return Answers.Of(outcome, key => TypedResults.Created((string?)null, key));
    }

    private static async Task<IResult> RotateAsync(RotateApiKey rotate, HttpContext context, string id, JsonBody<RotateRequest> body, CancellationToken cancellation)
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        context.Response.Headers.CacheControl = "no-store";
        var outcome = await rotate.RunAsync(Callers.Of(context.User), id, request, cancellation);
        return Answers.Of(outcome, key => TypedResults.Created((string?)null, key with
        {
            ExpiresAt = key.ExpiresAt?.ToOffset(BeijingTime.Offset),
            OldKeyUntil = key.OldKeyUntil.ToOffset(BeijingTime.Offset),
        }));
    }

    private static async Task<IResult> RevokeAsync(RevokeApiKey revoke, HttpContext context, string id, JsonBody<RevokeRequest> body, CancellationToken cancellation)
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        var outcome = await revoke.RunAsync(Callers.Of(context.User), id, request.Reason, cancellation);
        return Answers.Of(outcome, key => TypedResults.Ok(new RevokedKey(key.Id, key.RevokedAt?.ToOffset(BeijingTime.Offset), key.RevokedBy, key.Reason)));
    }
}
