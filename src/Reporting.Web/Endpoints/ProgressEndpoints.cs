using Microsoft.AspNetCore.Http;
using Reporting.Collecting;
using Reporting.Web.Json;

namespace Reporting.Web.Endpoints;

/// <summary>A unit's progress on a task.</summary>
internal static class ProgressEndpoints
{
    private const string Route = "api/{programme}/progress/{period}/{plan}/{task}";
    private const string Tag = "Progress";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("GetProgress", "GET", Route, ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag, Summary = "Reads a unit's entry for a task.", Handler = Get, Describe = r => r.Produces<EntryView>().Refuses(403, 404),
        },
        new("PutProgress", "PUT", Route, ReportingEndpoints.Roles.Writers)
        {
            Tag = Tag, TakesIfMatch = true,
            Summary = "Writes the draft of an entry; the version before is kept.",
            Handler = Put,
            Describe = r => r.Produces<EntryView>().Produces<EntryView>(201).Refuses(400, 403, 404, 409, 412, 413, 415, 422, 423),
        },
        new("SubmitProgress", "POST", Route + "/submit", ReportingEndpoints.Roles.Writers)
        {
            Tag = Tag, TakesIfMatch = true, Summary = "Hands a complete entry over to the office.", Handler = Submit, Describe = r => r.Produces<EntryView>().Refuses(403, 404, 409, 412, 422, 423),
        },
        new("ReturnProgress", "POST", Route + "/return", ReportingEndpoints.Roles.Office)
        {
            Tag = Tag, TakesIfMatch = true,
            Summary = "Returns a submitted entry to its unit with a reason.",
            Handler = Return,
            Describe = r => r.Produces<EntryView>().Refuses(400, 404, 409, 412, 413, 415, 422, 423),
        },
        new("AcceptProgress", "POST", Route + "/accept", ReportingEndpoints.Roles.Office)
        {
            Tag = Tag, TakesIfMatch = true, Summary = "Accepts a submitted entry for the bulletin.", Handler = Accept, Describe = r => r.Produces<EntryView>().Refuses(404, 409, 412, 423),
        },
        new("GetProgressVersions", "GET", Route + "/versions", ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag, Summary = "Every version of an entry, first to last.", Handler = Versions, Describe = r => r.Produces<EntryVersionsView>().Refuses(403, 404),
        },
    ];

    private static Task<IResult> Get(EntryRequests entries, HttpContext context, string programme, string period, string plan, string task, string? unit) =>
        entries.GetAsync(context, new EntryAddress(programme, period, plan, task, unit));

    private static Task<IResult> Put(
        EntryRequests entries, HttpContext context, string programme, string period, string plan, string task, string? unit, JsonBody<EntryContent> body) =>
        entries.PutAsync(context, new EntryAddress(programme, period, plan, task, unit), body);

    private static Task<IResult> Submit(EntryRequests entries, HttpContext context, string programme, string period, string plan, string task, string? unit) =>
        entries.SubmitAsync(context, new EntryAddress(programme, period, plan, task, unit));

    private static Task<IResult> Return(
        EntryRequests entries, HttpContext context, string programme, string period, string plan, string task, string? unit, JsonBody<ReturnRequest> body) =>
        entries.ReturnAsync(context, new EntryAddress(programme, period, plan, task, unit), body);

    private static Task<IResult> Accept(EntryRequests entries, HttpContext context, string programme, string period, string plan, string task, string? unit) =>
        entries.AcceptAsync(context, new EntryAddress(programme, period, plan, task, unit));

    private static Task<IResult> Versions(EntryRequests entries, HttpContext context, string programme, string period, string plan, string task, string? unit) =>
        entries.VersionsAsync(context, new EntryAddress(programme, period, plan, task, unit));
}
