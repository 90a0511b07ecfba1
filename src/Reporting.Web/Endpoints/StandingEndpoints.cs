using Microsoft.AspNetCore.Http;
using Reporting.Standing;
using Reporting.Web.Access;

namespace Reporting.Web.Endpoints;

/// <summary>How completely, how timely and with how much substance units report.</summary>
internal static class StandingEndpoints
{
    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("GetStanding", "GET", "api/{programme}/standing", ReportingEndpoints.Roles.Everyone)
        {
            Tag = "Progress",
            Summary = "Completeness, timeliness, substance and lights of a period as of now, by unit with its rank, by plan and over all; a unit sees its own.",
            Handler = GetAsync,
            Describe = r => r.Produces<PeriodStanding>().Refuses(400, 403, 404),
        },
    ];

    private static async Task<IResult> GetAsync(
        GetStanding standing, HttpContext context, string programme, string? period, string? plan, string? unit, CancellationToken cancellation) =>
        Answers.Of(await standing.RunAsync(Callers.Of(context.User), new StandingQuery(programme, period, plan, unit), cancellation));
}
