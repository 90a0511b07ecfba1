using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Storage;

namespace Reporting.Web.Endpoints;

/// <summary>Says whether the system can take requests.</summary>
internal static class HealthEndpoints
{
    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("Health", "GET", "health", []) { Summary = "Whether the system and its storage answer.", Handler = GetAsync },
    ];

    private static async Task<Results<Ok<HealthView>, StatusCodeHttpResult>> GetAsync(StorageSetup storage, CancellationToken cancellation) =>
        await storage.IsReadyAsync(cancellation)
            ? TypedResults.Ok(new HealthView("ok"))
            : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
}

/// <summary>The answer of /health.</summary>
/// <param name="Status"><c>ok</c>; anything else comes as a problem document.</param>
internal sealed record HealthView(string Status);
