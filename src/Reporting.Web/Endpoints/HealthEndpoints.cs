using Microsoft.AspNetCore.Http;
using Reporting.Storage;
using Reporting.Web.Problems;

namespace Reporting.Web.Endpoints;

/// <summary>Says whether the system can take requests.</summary>
internal static class HealthEndpoints
{
    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("Health", "GET", "health", [])
        {
            Tag = "System",
            Summary = "Whether the system and its storage answer.",
            Handler = GetAsync,
            Describe = route => route.Produces<HealthView>().Refuses(503),
        },
    ];

    private static async Task<IResult> GetAsync(StorageSetup storage, CancellationToken cancellation) =>
        await storage.IsReadyAsync(cancellation)
            ? TypedResults.Ok(new HealthView("ok"))
            : new ProblemResult(RefusalTable.OfStatus(StatusCodes.Status503ServiceUnavailable));
}

/// <summary>The answer of /health.</summary>
/// <param name="Status">Always <c>ok</c>; anything else comes as a problem document.</param>
internal sealed record HealthView(string Status);
