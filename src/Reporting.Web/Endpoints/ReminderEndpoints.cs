using Microsoft.AspNetCore.Http;
using Reporting.Reminding;
using Reporting.Web.Access;

namespace Reporting.Web.Endpoints;

/// <summary>Whom the tick reminded of what.</summary>
internal static class ReminderEndpoints
{
    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListReminders", "GET", "api/{programme}/reminders", ReportingEndpoints.Roles.Writers)
        {
            Tag = "Progress",
            Summary = "The reminders of a period (?state=waiting, sent, unconfirmed, failed or cancelled), by day; a unit sees its own.",
            Handler = ListAsync,
            Describe = r => r.Produces<ReminderList>().Refuses(400, 403, 404),
        },
    ];

    private static async Task<IResult> ListAsync(
        ListReminders list, HttpContext context, string programme, string? period, string? unit, string? state, CancellationToken cancellation) =>
        Answers.Of(await list.RunAsync(Callers.Of(context.User), new ReminderQuery(programme, period, unit, state), cancellation));
}
