using Microsoft.AspNetCore.Http;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Zones;
using static Reporting.Web.ReportingEndpoints;

namespace Reporting.Web.Endpoints;

/// <summary>The zones (产业集聚区) of plans that rank them at the year's end.</summary>
internal static class ZoneEndpoints
{
    private const string Route = "api/{programme}/zones";
    private const string One = Route + "/{id}";
    private const string Tag = "Zones";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListZones", "GET", Route, Roles.Readers)
        {
            Tag = Tag,
            Summary = "The zones as recorded, not ranked; ?plan= and ?state= narrow the list.",
            Handler = ListAsync,
            Describe = r => r.Produces<ZoneListView>().Refuses(400, 404),
        },
        new("GetZone", "GET", One, Roles.Readers)
        {
            Tag = Tag,
            Summary = "A zone with every version.",
            Handler = GetAsync,
            Describe = r => r.Produces<OfficeRecordWithVersions<Zone>>().Refuses(404),
        },
        new("RecordZone", "POST", Route, Roles.Office)
        {
            Tag = Tag,
            TakesIdempotencyKey = true,
            Summary = "Records a zone under the next number of its plan, which must order a ranking; no two zones of a plan have one name.",
            Handler = RecordAsync,
            Describe = r => r.Produces<OfficeRecordView<Zone>>(201).Refuses(400, 404, 409, 413, 415, 422),
        },
        new("PutZone", "PUT", One, Roles.Office)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Says anew what is known of a zone; what is left out is unknown.",
            Handler = PutAsync,
            Describe = r => r.Produces<OfficeRecordView<Zone>>().Refuses(400, 404, 409, 412, 413, 415, 422, 428),
        },
        new("WithdrawZone", "POST", One + "/withdraw", Roles.Office)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Takes a zone out of the ranking for good, with a reason; it stays with its versions.",
            Handler = WithdrawAsync,
            Describe = r => r.Produces<OfficeRecordView<Zone>>().Refuses(400, 404, 409, 412, 413, 415, 422, 428),
        },
    ];

    private static async Task<IResult> ListAsync(ListZones list, string programme, string? plan, string? state, CancellationToken cancellation) =>
        Answers.Of(
            await list.RunAsync(new ZoneQuery(programme, plan, state), cancellation),
            found => TypedResults.Ok(new ZoneListView([.. found.Zones.Select(OfficeRecordView<Zone>.Of)])));

    private static async Task<IResult> GetAsync(ListZones list, HttpContext context, string programme, string id, CancellationToken cancellation) =>
        OfficeRecordAnswers.Shown(context, await list.HistoryAsync(programme, id, cancellation));

    private static Task<IResult> RecordAsync(
        RecordZone record, HttpContext context, string programme, JsonBody<NewZone> body, CancellationToken cancellation) =>
        OfficeRecordAnswers.AddedAsync(context, body, $"/api/{programme}/zones", (request, terms) =>
            record.RunAsync(Callers.Of(context.User), programme, request, terms, cancellation));

    private static Task<IResult> PutAsync(
        ChangeZone change, HttpContext context, string programme, string id, JsonBody<Zone> body, CancellationToken cancellation) =>
        OfficeRecordAnswers.ChangedAsync(context, body, (request, terms) =>
            change.RunAsync(Callers.Of(context.User), programme, id, request, terms, cancellation));

    private static Task<IResult> WithdrawAsync(
        WithdrawZone withdraw, HttpContext context, string programme, string id, JsonBody<WithdrawRequest> body, CancellationToken cancellation) =>
        OfficeRecordAnswers.ChangedAsync(context, body, (request, terms) =>
            withdraw.RunAsync(Callers.Of(context.User), programme, id, request.Reason, terms, cancellation));
}

/// <summary>The zones that were asked for, by plan and number.</summary>
internal sealed record ZoneListView(IReadOnlyList<OfficeRecordView<Zone>> Zones);
