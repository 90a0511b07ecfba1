using Microsoft.AspNetCore.Http;
using Reporting.Access;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Web.Problems;

namespace Reporting.Web.Endpoints;

/// <summary>API keys.</summary>
internal static class KeyEndpoints
{
    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("GrantKey", "POST", "api/keys", ReportingEndpoints.Roles.Admin)
        {
            Tag = "Access",
            Summary = "Grants an API key to a person; the answer shows it this once.",
            Handler = GrantAsync,
            Describe = r => r.Produces<GrantedKey>(201).Refuses(400, 413, 415, 422),
        },
    ];

    private static async Task<IResult> GrantAsync(GrantApiKey grant, HttpContext context, JsonBody<KeyRequest> body, CancellationToken cancellation)
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        context.Response.Headers.CacheControl = "no-store";
        var outcome = await grant.RunAsync(request, Callers.Of(context.User).Person, cancellation);
        return Answers.Of(outcome, key => TypedResults.Created((string?)null, key));
    }
}
