using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Reporting.SignOff;
using Reporting.Storage;
using Reporting.Web.Json;
using static Reporting.Web.ReportingEndpoints;

namespace Reporting.Web.Endpoints;

/// <summary>What lies before the office until it is signed: drafts, their review, and signing itself.</summary>
internal static class DraftEndpoints
{
    private const string Route = "api/{programme}/drafts";
    private const string One = Route + "/{id}";
    private const string Tag = "Drafts";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListDrafts", "GET", Route, Roles.Readers)
        {
            Tag = Tag,
            Summary = "The issues that are being made or were, in the order in which they are due; ?period= and ?state= (due, inReview, signed, published, parked) narrow the list.",
            Handler = ListAsync,
            Describe = r => r.Produces<DraftListView>().Refuses(400, 404),
        },
        new("GetDraft", "GET", One, Roles.Readers)
        {
            Tag = Tag,
            Summary = "What to look at before signing: reports that are missing or late, implausible entries, and what changed since the draft before.",
            Handler = GetAsync,
            Describe = r => r.Produces<DraftReviewView>().Refuses(404),
        },
        new("GetDraftFile", "GET", One + "/{file}", Roles.Readers)
        {
            Tag = Tag,
            Summary = "A file of the draft that stands: pdf, docx, html, snapshot or trace.",
            Handler = GetFileAsync,
            Describe = r => r.Produces(200, contentType: "application/pdf").Refuses(404),
        },
        new("RenewDraft", "POST", One + "/renew", Roles.Operators)
        {
            Tag = Tag,
            Summary = "Makes the draft anew from the facts as they stand; it keeps its number where nothing has changed.",
            Handler = RenewAsync,
            Describe = r => r.Produces<DraftView>().Refuses(404, 409),
        },
        new("RetryIssue", "POST", One + "/retry", Roles.Operators)
        {
            Tag = Tag,
            Summary = "Begins an issue again that was parked after five failures.",
            Handler = RetryAsync,
            Describe = r => r.Produces<DraftView>().Refuses(404, 409),
        },
        new("SignBulletin", "POST", "api/{programme}/bulletins/{id}/sign", Roles.Office)
        {
            Tag = Tag,
            Summary = "Signs the draft with this number in the signer's name; the issue is then numbered and published.",
            Handler = SignAsync,
            Describe = r => r.Produces<DraftView>().Refuses(400, 404, 409, 413, 415, 422),
        },
        new("PreviewBulletin", "POST", "api/{programme}/bulletins/preview", Roles.Readers)
        {
            Tag = Tag,
            Summary = "Composes a document from the facts as they stand, at any time of a period; nothing is stored.",
            Handler = PreviewAsync,
            Describe = r => r.Produces(200, contentType: "application/pdf").Refuses(400, 404, 413, 415),
        },
        new("ListCorrections", "GET", "api/{programme}/corrections", Roles.Readers)
        {
            Tag = Tag,
            Summary = "Published figures that an entry accepted later has changed and that no issue has corrected yet; ?plan= narrows the list.",
            Handler = CorrectionsAsync,
            Describe = r => r.Produces<CorrectionList>().Refuses(404),
        },
        new("RequestCorrection", "POST", "api/{programme}/corrections", Roles.Office)
        {
            Tag = Tag,
            Summary = "Has an issue of its own drafted that corrects a plan's last bulletin; it is published when it is signed.",
            Handler = CorrectAsync,
            Describe = r => r.Produces<DraftView>().Refuses(400, 404, 409, 413, 415),
        },
    ];

    private static async Task<IResult> CorrectionsAsync(Corrections corrections, string programme, string? plan, CancellationToken cancellation) =>
        Answers.Of(await corrections.ListAsync(programme, plan, cancellation));

    private static async Task<IResult> CorrectAsync(Corrections corrections, string programme, JsonBody<CorrectionRequest> body, CancellationToken cancellation) =>
        body.Value is { } request ? Shown(await corrections.RequestAsync(programme, request, cancellation)) : Answers.Of<CorrectionRequest>(body.Refusals.ToList());

    private static async Task<IResult> ListAsync(DraftBook drafts, string programme, string? period, string? state, CancellationToken cancellation) =>
        Answers.Of(await drafts.ListAsync(programme, period, state, cancellation), found => TypedResults.Ok(new DraftListView([.. found.Pieces.Select(DraftView.Of)])));

    private static async Task<IResult> GetAsync(ReviewDraft review, string programme, string id, CancellationToken cancellation) =>
        Answers.Of(await review.RunAsync(programme, id, cancellation), found => TypedResults.Ok(DraftReviewView.Of(found)));

    private static async Task<IResult> GetFileAsync(
        GetDraftFile files, HttpContext context, string programme, string id, string file, CancellationToken cancellation) =>
        Answers.Of(await files.RunAsync(programme, id, file, cancellation), found =>
            Shown(context, FormattableString.Invariant($"{id}-draft-{found.Draft.Number}{Path.GetExtension(found.Name)}"), found.MediaType, found.Content));

    private static async Task<IResult> RenewAsync(RenewDraft renew, string programme, string id, CancellationToken cancellation) =>
        Shown(await renew.RunAsync(programme, id, cancellation));

    private static async Task<IResult> RetryAsync(RenewDraft renew, string programme, string id, CancellationToken cancellation) =>
        Shown(await renew.RetryAsync(programme, id, cancellation));

    private static async Task<IResult> SignAsync(SignIssue sign, string programme, string id, JsonBody<SignRequest> body, CancellationToken cancellation) =>
        body.Value is { } request ? Shown(await sign.RunAsync(programme, id, request, cancellation)) : Answers.Of<SignRequest>(body.Refusals.ToList());

    private static async Task<IResult> PreviewAsync(
        PreviewIssue preview, HttpContext context, string programme, JsonBody<PreviewRequest> body, CancellationToken cancellation) =>
        body.Value is { } request
            ? Answers.Of(
                await preview.RunAsync(programme, request, cancellation),
                found => Shown(context, found.Title + Path.GetExtension(found.FileName), BulletinBlobs.MediaType(found.FileName), found.Content))
            : Answers.Of<PreviewRequest>(body.Refusals.ToList());

    private static IResult Shown(Outcome<DraftedIssue> outcome) => Answers.Of(outcome, found => TypedResults.Ok(DraftView.Of(found.Piece)));

    /// <summary>A draft is not kept by whoever passes it on: it is another one tomorrow.</summary>
    private static FileContentHttpResult Shown(HttpContext context, string name, string mediaType, byte[] content)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        if (mediaType.StartsWith("text/html", StringComparison.Ordinal))
            context.Response.Headers.ContentSecurityPolicy = BulletinEndpoints.PagePolicy;
        return TypedResults.Bytes(content, mediaType);
    }
}
