using Microsoft.AspNetCore.Http;
using Reporting.Collecting;
using Reporting.Web.Access;

namespace Reporting.Web.Endpoints;

/// <summary>Who owes what.</summary>
internal static class ObligationEndpoints
{
    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListObligations", "GET", "api/{programme}/obligations", ReportingEndpoints.Roles.Everyone)
        {
            Tag = "Progress",
            Summary = "The obligations of a period with their state and dates; a unit sees its own.",
            Handler = ListAsync,
            Describe = r => r.Produces<ObligationList>().Refuses(400, 403, 404),
        },
    ];

    private static async Task<IResult> ListAsync(
        ListObligations list, HttpContext context, string programme, string? period, string? unit, string? plan, string? state, CancellationToken cancellation) =>
        Answers.Of(await list.RunAsync(Callers.Of(context.User), new ObligationQuery(programme, period, unit, plan, state), cancellation));
}
