using Microsoft.AspNetCore.Http;
using Reporting.Collecting.Contributions;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Web.Problems;
using static Reporting.Web.ReportingEndpoints;

namespace Reporting.Web.Endpoints;

/// <summary>What participating units contribute to a task (参加单位的配合情况).</summary>
internal static class ContributionEndpoints
{
    private const string Route = "api/{programme}/contributions/{period}/{plan}/{task}";
    private const string Tag = "Contributions";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("GetContributions", "GET", Route, Roles.Everyone)
        {
            Tag = Tag,
            Summary = "The contributions to a task by participating unit, each with the hash that its next change sends as If-Match; a unit must lead the task or take part in it.",
            Handler = GetAsync,
            Describe = r => r.Produces<ContributionsView>().Refuses(403, 404),
        },
        new("PutContribution", "PUT", Route, Roles.Writers)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Writes a participating unit's contribution, or takes it back with a text of null; the version before is kept.",
            Handler = PutAsync,
            Describe = r => r.Produces<ContributionView>().Produces<ContributionView>(201).Refuses(400, 403, 404, 409, 412, 413, 415, 422, 423, 428),
        },
        new("GetContributionVersions", "GET", Route + "/versions", Roles.Everyone)
        {
            Tag = Tag,
            Summary = "Every version of a participating unit's contribution, first to last; a unit must lead the task or take part in it.",
            Handler = VersionsAsync,
            Describe = r => r.Produces<ContributionsView>().Refuses(400, 403, 404),
        },
    ];

    private static async Task<IResult> GetAsync(
        GetContributions get, UnitNames names, HttpContext context, string programme, string period, string plan, string task, CancellationToken cancellation)
    {
        var address = new ContributionAddress(programme, period, plan, task, Unit: null);
        return Answers.Of(await get.RunAsync(Callers.Of(context.User), address, cancellation), found => TypedResults.Ok(ContributionsView.Of(found, names)));
    }

    private static async Task<IResult> VersionsAsync(
        GetContributions get, UnitNames names, HttpContext context, string programme, string period, string plan, string task, string? unit, CancellationToken cancellation)
    {
        var address = new ContributionAddress(programme, period, plan, task, unit);
        return Answers.Of(await get.VersionsAsync(Callers.Of(context.User), address, cancellation), found => TypedResults.Ok(ContributionsView.Of(found, names)));
    }

    private static async Task<IResult> PutAsync(
        PutContribution put,
        UnitNames names,
        HttpContext context,
        string programme,
        string period,
        string plan,
        string task,
        string? unit,
        JsonBody<ContributionRequest> body,
        CancellationToken cancellation)
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        var terms = Answers.Terms(context, body.Bytes.Span);
        if (terms.Value is not { } known)
            return new ProblemResult(terms.Refusals);
        var address = new ContributionAddress(programme, period, plan, task, unit);
        return Answers.Of(await put.RunAsync(Callers.Of(context.User), address, request.Text, known, cancellation), written =>
        {
            context.Response.Headers.ETag = $"\"{written.Hash}\"";
            var view = ContributionView.Of(written, names);
            return written.Version == 1 ? TypedResults.Created((string?)null, view) : TypedResults.Ok(view);
        });
    }
}
