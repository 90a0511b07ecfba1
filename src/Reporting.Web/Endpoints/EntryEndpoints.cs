using Microsoft.AspNetCore.Http;
using Reporting.Collecting;
using Reporting.Web.Json;
using static Reporting.Web.ReportingEndpoints;

namespace Reporting.Web.Endpoints;

/// <summary>Entries: a unit's progress on a task, and the figures of a plan. The two differ only in their address.</summary>
internal static class EntryEndpoints
{
    public static IEnumerable<ReportingEndpoint> All =>
    [
        .. Of<ProgressPath>(ProgressPath.Route, many: "Progress", one: "Progress"),
        .. Of<IndicatorPath>(IndicatorPath.Route, many: "Indicators", one: "Indicator"),
    ];

    /// <param name="many">Names the entry, as in GetIndicators; also the tag.</param>
    /// <param name="one">Names what belongs to it, as in GetIndicatorVersions.</param>
    private static IEnumerable<ReportingEndpoint> Of<TPath>(string route, string many, string one)
        where TPath : IEntryPath =>
    [
        new("Get" + many, "GET", route, Roles.Everyone)
        {
            Tag = many,
            Summary = "Reads an entry as it stands.",
            Handler = (EntryRequests entries, HttpContext context, [AsParameters] TPath path) => entries.GetAsync(context, path.Address),
            Describe = r => r.Produces<EntryView>().Refuses(403, 404),
        },
        new("Put" + many, "PUT", route, Roles.Writers)
        {
            Tag = many,
            TakesIfMatch = true,
            Summary = "Writes the draft of an entry; the version before is kept.",
            Handler = (EntryRequests entries, HttpContext context, [AsParameters] TPath path, JsonBody<EntryContent> body) =>
                entries.PutAsync(context, path.Address, body),
            Describe = r => r.Produces<EntryView>().Produces<EntryView>(201).Refuses(400, 403, 404, 409, 412, 413, 415, 422, 423, 428),
        },
        new("Submit" + many, "POST", route + "/submit", Roles.Writers)
        {
            Tag = many,
            TakesIfMatch = true,
            Summary = "Hands a complete entry over to the office.",
            Handler = (EntryRequests entries, HttpContext context, [AsParameters] TPath path) => entries.SubmitAsync(context, path.Address),
            Describe = r => r.Produces<EntryView>().Refuses(400, 403, 404, 409, 412, 422, 423, 428),
        },
        new("Withdraw" + many, "POST", route + "/withdraw", Roles.Writers)
        {
            Tag = many,
            TakesIfMatch = true,
            Summary = "Takes a submitted entry back before the office has accepted it; it is a draft again and counts as not submitted.",
            Handler = (EntryRequests entries, HttpContext context, [AsParameters] TPath path) => entries.WithdrawAsync(context, path.Address),
            Describe = r => r.Produces<EntryView>().Refuses(400, 403, 404, 409, 412, 423, 428),
        },
        new("Return" + many, "POST", route + "/return", Roles.Office)
        {
            Tag = many,
            TakesIfMatch = true,
            Summary = "Returns an entry to its unit with a reason: a submitted one, or one that was accepted by mistake.",
            Handler = (EntryRequests entries, HttpContext context, [AsParameters] TPath path, JsonBody<ReturnRequest> body) =>
                entries.ReturnAsync(context, path.Address, body),
            Describe = r => r.Produces<EntryView>().Refuses(400, 404, 409, 412, 413, 415, 422, 423, 428),
        },
        new("Accept" + many, "POST", route + "/accept", Roles.Office)
        {
            Tag = many,
            TakesIfMatch = true,
            Summary = "Accepts a submitted entry for the bulletin.",
            Handler = (EntryRequests entries, HttpContext context, [AsParameters] TPath path) => entries.AcceptAsync(context, path.Address),
            Describe = r => r.Produces<EntryView>().Refuses(400, 404, 409, 412, 423, 428),
        },
        new($"Get{one}Versions", "GET", route + "/versions", Roles.Everyone)
        {
            Tag = many,
            Summary = "Every version of an entry, first to last.",
            Handler = (EntryRequests entries, HttpContext context, [AsParameters] TPath path) => entries.VersionsAsync(context, path.Address),
            Describe = r => r.Produces<EntryVersionsView>().Refuses(403, 404),
        },
        new($"Compare{one}Versions", "GET", route + "/versions/difference", Roles.Everyone)
        {
            Tag = many,
            Summary = "What changed from one version to another (?from=1&to=3; the last two without), field by field.",
            Handler = (EntryRequests entries, HttpContext context, [AsParameters] TPath path, string? from, string? to) =>
                entries.CompareAsync(context, path.Address, from, to),
            Describe = r => r.Produces<VersionDifference>().Refuses(400, 403, 404),
        },
        new("Verify" + many, "GET", route + "/verify", Roles.Everyone)
        {
            Tag = many,
            Summary = "Walks the chain of an entry's versions and names the first that is not what was written.",
            Handler = (EntryRequests entries, HttpContext context, [AsParameters] TPath path) => entries.VerifyAsync(context, path.Address),
            Describe = r => r.Produces<EntryVerification>().Refuses(403, 404),
        },
    ];
}
