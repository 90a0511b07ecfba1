using Microsoft.AspNetCore.Http;
using Reporting.Inspections;
using Reporting.Web.Access;
using Reporting.Web.Json;
using static Reporting.Web.ReportingEndpoints;

namespace Reporting.Web.Endpoints;

/// <summary>What the office records of sites visited (检查记录).</summary>
internal static class InspectionEndpoints
{
    private const string Route = "api/{programme}/inspections";
    private const string One = Route + "/{id}";
    private const string Tag = "Inspections";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListInspections", "GET", Route, Roles.Everyone)
        {
            Tag = Tag,
            Summary =
                "The records of visits; ?plan=, ?period=, ?unit= (which answers for the site or has something to mend) and ?state= narrow the list. "
                + "A unit sees those that concern it.",
            Handler = ListAsync,
            Describe = r => r.Produces<InspectionListView>().Refuses(400, 403, 404),
        },
        new("GetInspection", "GET", One, Roles.Everyone)
        {
            Tag = Tag,
            Summary = "A record of a visit with every version.",
            Handler = GetAsync,
            Describe = r => r.Produces<OfficeRecordWithVersions<Inspection>>().Refuses(403, 404),
        },
        new("RecordInspection", "POST", Route, Roles.Office)
        {
            Tag = Tag,
            TakesIdempotencyKey = true,
            Summary = "Records a visit under the next number of its plan; it goes into the inspection report of its period.",
            Handler = RecordAsync,
            Describe = r => r.Produces<OfficeRecordView<Inspection>>(201).Refuses(400, 404, 409, 413, 415, 422),
        },
        new("PutInspection", "PUT", One, Roles.Office)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Says the whole record anew, also to follow up what is being mended; what is left out is unknown.",
            Handler = PutAsync,
            Describe = r => r.Produces<OfficeRecordView<Inspection>>().Refuses(400, 404, 409, 412, 413, 415, 422, 428),
        },
        new("WithdrawInspection", "POST", One + "/withdraw", Roles.Office)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Takes a record out of the reports for good, with a reason; it stays with its versions.",
            Handler = WithdrawAsync,
            Describe = r => r.Produces<OfficeRecordView<Inspection>>().Refuses(400, 404, 409, 412, 413, 415, 422, 428),
        },
    ];

    private static async Task<IResult> ListAsync(
        ListInspections list, HttpContext context, string programme, string? plan, string? period, string? unit, string? state, CancellationToken cancellation) =>
        Answers.Of(
            await list.RunAsync(Callers.Of(context.User), new InspectionQuery(programme, plan, period, unit, state), cancellation),
            found => TypedResults.Ok(new InspectionListView([.. found.Inspections.Select(OfficeRecordView<Inspection>.Of)])));

    private static async Task<IResult> GetAsync(ListInspections list, HttpContext context, string programme, string id, CancellationToken cancellation) =>
        OfficeRecordAnswers.Shown(context, await list.HistoryAsync(Callers.Of(context.User), programme, id, cancellation));

    private static Task<IResult> RecordAsync(
        RecordInspection record, HttpContext context, string programme, JsonBody<NewInspection> body, CancellationToken cancellation) =>
        OfficeRecordAnswers.AddedAsync(context, body, $"/api/{programme}/inspections", (request, terms) =>
            record.RunAsync(Callers.Of(context.User), programme, request, terms, cancellation));

    private static Task<IResult> PutAsync(
        ChangeInspection change, HttpContext context, string programme, string id, JsonBody<Inspection> body, CancellationToken cancellation) =>
        OfficeRecordAnswers.ChangedAsync(context, body, (request, terms) =>
            change.RunAsync(Callers.Of(context.User), programme, id, request, terms, cancellation));

    private static Task<IResult> WithdrawAsync(
        WithdrawInspection withdraw, HttpContext context, string programme, string id, JsonBody<WithdrawRequest> body, CancellationToken cancellation) =>
        OfficeRecordAnswers.ChangedAsync(context, body, (request, terms) =>
            withdraw.RunAsync(Callers.Of(context.User), programme, id, request.Reason, terms, cancellation));
}

/// <summary>The records that were asked for, by plan and number.</summary>
internal sealed record InspectionListView(IReadOnlyList<OfficeRecordView<Inspection>> Inspections);
