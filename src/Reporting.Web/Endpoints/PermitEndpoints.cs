using Microsoft.AspNetCore.Http;
using Reporting.Collecting.LatePermits;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Web.Problems;
using static Reporting.Web.ReportingEndpoints;

namespace Reporting.Web.Endpoints;

/// <summary>Leave to report on single obligations after the lock (补报许可).</summary>
internal static class PermitEndpoints
{
    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListExceptions", "GET", "api/{programme}/exceptions", Roles.Everyone)
        {
            Tag = "Exceptions",
            Summary = "Every exception of a period (?period=) with who asked, granted, refused or revoked it; a unit sees its own.",
            Handler = ListAsync,
            Describe = r => r.Produces<PermitList>().Refuses(400, 403, 404),
        },
        .. Of<ProgressPath>(ProgressPath.Route, "Progress"),
        .. Of<IndicatorPath>(IndicatorPath.Route, "Indicator"),
    ];

    private static IEnumerable<ReportingEndpoint> Of<TPath>(string route, string one)
        where TPath : IEntryPath =>
    [
        new($"Get{one}Exception", "GET", route + "/exception", Roles.Everyone)
        {
            Tag = "Exceptions",
            Summary = "Reads the exception of an obligation.",
            Handler = GetAsync<TPath>,
            Describe = r => r.Produces<PermitView>().Refuses(403, 404),
        },
        new($"Ask{one}Exception", "POST", route + "/exception", Roles.Writers)
        {
            Tag = "Exceptions",
            TakesIfMatch = true,
            Summary = "Asks for leave to report after the lock, with a reason and a last day at most 60 days ahead.",
            Handler = AskAsync<TPath>,
            Describe = r => r.Produces<PermitView>().Produces<PermitView>(201).Refuses(400, 403, 404, 409, 412, 413, 415, 422, 428),
        },
        new($"Grant{one}Exception", "POST", route + "/exception/grant", Roles.Office)
        {
            Tag = "Exceptions",
            TakesIfMatch = true,
            Summary = "Grants what was asked for; by another person than the one who asked.",
            Handler = GrantAsync<TPath>,
            Describe = r => r.Produces<PermitView>().Refuses(400, 403, 404, 409, 412, 428),
        },
        new($"Refuse{one}Exception", "POST", route + "/exception/refuse", Roles.Office)
        {
            Tag = "Exceptions",
            TakesIfMatch = true,
            Summary = "Refuses what was asked for, with a reason.",
            Handler = RefuseAsync<TPath>,
            Describe = r => r.Produces<PermitView>().Refuses(400, 404, 409, 412, 413, 415, 422, 428),
        },
        new($"Revoke{one}Exception", "POST", route + "/exception/revoke", Roles.Office)
        {
            Tag = "Exceptions",
            TakesIfMatch = true,
            Summary = "Takes back what was granted, with a reason.",
            Handler = RevokeAsync<TPath>,
            Describe = r => r.Produces<PermitView>().Refuses(400, 404, 409, 412, 413, 415, 422, 428),
        },
    ];

    private static async Task<IResult> ListAsync(
        GetPermit get, TimeProvider clock, HttpContext context, string programme, string? period, string? unit, CancellationToken cancellation) =>
        Answers.Of(
            await get.ListAsync(Callers.Of(context.User), programme, period, unit, cancellation),
            found => TypedResults.Ok(new PermitList([.. found.Permits.Select(p => PermitView.Of(p, clock.GetUtcNow()))])));

    private static async Task<IResult> GetAsync<TPath>(GetPermit get, TimeProvider clock, HttpContext context, [AsParameters] TPath path)
        where TPath : IEntryPath =>
        Answers.Of(await get.RunAsync(Callers.Of(context.User), path.Address, context.RequestAborted), permit => Shown(context, permit, clock.GetUtcNow()));

    private static async Task<IResult> AskAsync<TPath>(AskForPermit ask, HttpContext context, [AsParameters] TPath path, JsonBody<PermitRequest> body)
        where TPath : IEntryPath => body.Value is { } request
        ? await ChangeAsync(
            context, body.Bytes, terms => ask.RunAsync(Callers.Of(context.User), path.Address, request.Reason, request.Until, terms, context.RequestAborted))
        : new ProblemResult(body.Refusals);

    private static Task<IResult> GrantAsync<TPath>(GrantPermit grant, HttpContext context, [AsParameters] TPath path)
        where TPath : IEntryPath =>
        ChangeAsync(context, body: default, terms => grant.RunAsync(Callers.Of(context.User), path.Address, terms, context.RequestAborted));

    private static async Task<IResult> RefuseAsync<TPath>(EndPermit end, HttpContext context, [AsParameters] TPath path, JsonBody<PermitReason> body)
        where TPath : IEntryPath => body.Value is { } request
        ? await ChangeAsync(context, body.Bytes, terms => end.RefuseAsync(Callers.Of(context.User), path.Address, request.Reason, terms, context.RequestAborted))
        : new ProblemResult(body.Refusals);

    private static async Task<IResult> RevokeAsync<TPath>(EndPermit end, HttpContext context, [AsParameters] TPath path, JsonBody<PermitReason> body)
        where TPath : IEntryPath => body.Value is { } request
        ? await ChangeAsync(context, body.Bytes, terms => end.RevokeAsync(Callers.Of(context.User), path.Address, request.Reason, terms, context.RequestAborted))
        : new ProblemResult(body.Refusals);

    // Shown as of the last step, so that a repetition gets the same answer on another day.
    private static async Task<IResult> ChangeAsync(HttpContext context, ReadOnlyMemory<byte> body, Func<ChangeTerms, Task<Outcome<LatePermit>>> change)
    {
        var terms = Answers.Terms(context, body.Span);
        return terms.Value is { } known ? Answers.Of(await change(known), permit => Shown(context, permit, permit.Steps[^1].At)) : new ProblemResult(terms.Refusals);
    }

    private static IResult Shown(HttpContext context, LatePermit permit, DateTimeOffset asOf)
    {
        context.Response.Headers.ETag = $"\"{permit.Hash}\"";
        context.Response.Headers.CacheControl = "no-cache";
        var view = PermitView.Of(permit, asOf);
        return permit.Version == 1 && HttpMethods.IsPost(context.Request.Method) ? TypedResults.Created((string?)null, view) : TypedResults.Ok(view);
    }
}
