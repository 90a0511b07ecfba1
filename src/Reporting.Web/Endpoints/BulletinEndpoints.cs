using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Reporting.Bulletins.Reports;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Publishing;
using Reporting.Schedule;
using Reporting.Storage;
using Reporting.Verifying;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Web.Problems;

namespace Reporting.Web.Endpoints;

/// <summary>The published issues and their files.</summary>
internal static class BulletinEndpoints
{
    private const string Route = "api/{programme}/bulletins";
    private const string Tag = "Bulletins";
    private const int UsualLinkMinutes = 15;
    private const int MostLinkMinutes = 60;
    private const int MostLinks = 500;

    // Published files never change, and only those who may read them get them.
    private const string Forever = "private, max-age=31536000, immutable";

    // The page's own policy names its style sheet by hash and holds beside this one.
    internal const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListBulletins", "GET", Route, ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag,
            Summary = "The published issues, by period and kind; ?period=, ?kind= and ?plan= (an id, or all) narrow the list.",
            Handler = ListAsync,
            Describe = r => r.Produces<BulletinList>().Refuses(400, 404),
        },
        new("GetBulletin", "GET", Route + "/{id}", ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag, Summary = "A published issue with its files and their hashes.", Handler = GetAsync, Describe = r => r.Produces<BulletinView>().Refuses(404),
        },
        new("GetBulletinFile", "GET", Route + "/{id}/{file}", ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag,
            Summary = "A file of a published issue: pdf, docx, html, snapshot, trace, manifest or signature.",
            Handler = GetFileAsync,
            Describe = r => r.Produces(200, contentType: "application/pdf").Refuses(404),
        },
        new("VerifyBulletin", "POST", Route + "/{id}/verify", ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag,
            Summary = "Verifies a published issue as it is stored: signature, hashes, snapshot, trace, a rebuild byte by byte, and the versions of the entries; answers 200 also where it fails.",
            Handler = VerifyAsync,
            Describe = r => r.Produces<VerificationView>().Refuses(404),
        },
        new("ShareBulletinFile", "POST", Route + "/{id}/links", ReportingEndpoints.Roles.Everyone)
        {
            Tag = Tag,
            Summary = "Makes a link that reads one file (pdf, docx, html, snapshot, trace, manifest or signature) without a key for 1 to 60 minutes; for whom is recorded.",
            Handler = ShareAsync,
            Describe = r => r.Produces<IssueLink>(201).Refuses(400, 404, 413, 415, 422),
        },
        new("ListBulletinLinks", "GET", Route + "/{id}/links", ReportingEndpoints.Roles.Operators)
        {
            Tag = Tag,
            Summary = "The links that were made to an issue's files, newest first, at most 500.",
            Handler = LinksAsync,
            Describe = r => r.Produces<LinkList>().Refuses(404),
        },
        new("GetSigningKey", "GET", "api/signing-key", [])
        {
            Tag = Tag,
            Summary = "The public key that manifests are signed with, as PEM; compare it with one from a source you trust.",
            Handler = GetSigningKey,
            Describe = r => r.Produces<string>(200, "application/x-pem-file"),
        },
    ];

    private static async Task<IResult> ListAsync(
        ObligationBook book, ListIssues list, string programme, string? period, string? kind, string? plan, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programme);
        if (known.Value is not { } found)
            return Answers.Of(known);
        var filter = Filter(book, programme, period, kind, plan);
        return filter.Value is var (wantedPeriod, wantedKind, wantedPlan)
            ? TypedResults.Ok(new BulletinList([.. (await list.RunAsync(found, wantedPeriod, wantedKind, wantedPlan, cancellation)).Select(BulletinView.Of)]))
            : Answers.Of(filter);
    }

    private static async Task<IResult> GetAsync(ObligationBook book, ListIssues list, string programme, string id, CancellationToken cancellation) =>
        Answers.Of(await FindAsync(book, list, programme, id, cancellation), found => TypedResults.Ok(BulletinView.Of(found.Issue)));

    internal static async Task<IResult> GetFileAsync(
        ObligationBook book, ListIssues list, GetIssueFile files, HttpContext context, string programme, string id, string file, CancellationToken cancellation)
    {
        var outcome = await FindAsync(book, list, programme, id, cancellation);
        if (outcome.Value is not { } found)
            return Answers.Of(outcome);
        if (await files.RunAsync(found.Issue, file, cancellation) is not { } content)
        {
            var names = string.Join(", ", GetIssueFile.ShortNames.Keys);
            return Answers.Of<FoundIssue>(new Refusal("file-not-found", "file", $"该期没有文件“{file}”，可取：{names}。", $"The issue has no file '{file}'; it has {names}."));
        }
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(FileName(found, content.File.Name));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = Forever;
        if (content.MediaType.StartsWith("text/html", StringComparison.Ordinal))
            context.Response.Headers.ContentSecurityPolicy = PagePolicy;
        return TypedResults.Bytes(
            content.Content, content.MediaType, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{content.File.Sha256}\""));
    }

    private static async Task<IResult> VerifyAsync(
        ObligationBook book, ListIssues list, VerifyIssue verify, string programme, string id, CancellationToken cancellation)
    {
        var outcome = await FindAsync(book, list, programme, id, cancellation);
        return outcome.Value is { } found ? TypedResults.Ok(VerificationView.Of(await verify.RunAsync(found.Issue, cancellation))) : Answers.Of(outcome);
    }

    private static async Task<IResult> ShareAsync(
        ObligationBook book, ListIssues list, ShareIssueFile share, HttpContext context, string programme, string id, JsonBody<LinkRequest> body, CancellationToken cancellation)
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        var outcome = await FindAsync(book, list, programme, id, cancellation);
        if (outcome.Value is not { } found)
            return Answers.Of(outcome);
        var minutes = request.Minutes ?? UsualLinkMinutes;
        if (!GetIssueFile.ShortNames.TryGetValue(request.File, out var name) || found.Issue.Files.All(f => f.Name != name))
            return Answers.Of<IssueLink>(new Refusal("file-not-found", "file", $"该期没有“{request.File}”文件。", $"This bulletin has no file '{request.File}'."));
        if (minutes is < 1 or > MostLinkMinutes)
        {
            return Answers.Of<IssueLink>(new Refusal(
                "lifetime-out-of-range", "minutes", $"有效时间应为1至{MostLinkMinutes}分钟。", $"A link lives for 1 to {MostLinkMinutes} minutes."));
        }
        context.Response.Headers.CacheControl = "no-store";
        var link = await share.RunAsync(found.Programme, found.Issue, request.File, TimeSpan.FromMinutes(minutes), Callers.Of(context.User).Person, cancellation);
        return TypedResults.Created((string?)null, link with { ExpiresAt = link.ExpiresAt.ToOffset(BeijingTime.Offset) });
    }

    private static async Task<IResult> LinksAsync(
        ObligationBook book, ListIssues list, LinksTable links, string programme, string id, CancellationToken cancellation)
    {
        var outcome = await FindAsync(book, list, programme, id, cancellation);
        return outcome.Value is { } found
            ? TypedResults.Ok(new LinkList([.. (await links.ReadAsync(found.Programme.Id, found.Issue.Id, MostLinks, cancellation))
                .Select(l => l with { At = l.At.ToOffset(BeijingTime.Offset), ExpiresAt = l.ExpiresAt.ToOffset(BeijingTime.Offset) })]))
            : Answers.Of(outcome);
    }

    private static IResult GetSigningKey(ManifestSigner signer) => TypedResults.Text(signer.PublicKey, "application/x-pem-file");

    internal static async Task<Outcome<FoundIssue>> FindAsync(
        ObligationBook book, ListIssues list, string programme, string id, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programme);
        if (known.Value is not { } found)
            return known.Refusals.ToList();
        return await list.FindAsync(found, id, cancellation) is { } issue
            ? new FoundIssue(found, issue)
            : new Refusal("bulletin-not-found", "id", $"没有已发布的“{id}”，见通报目录。", $"No issue '{id}' is published; see the list of bulletins.");
    }

    private static Outcome<BulletinFilter> Filter(ObligationBook book, string programme, string? period, string? kind, string? plan)
    {
        Period? wantedPeriod = null;
        IssueKind? wantedKind = null;
        if (period is not null)
        {
            var dates = book.FindDates(programme, period);
            if (dates.Value is not { } known)
                return dates.Refusals.ToList();
            wantedPeriod = known.Period;
        }
        if (kind is not null)
        {
            if (!IssueKind.TryParse(kind, null, out var known) || !ReportKinds.TryGet(known, out _))
            {
                var kinds = string.Join(", ", ReportKinds.All.Select(report => report.Kind));
                return new Refusal("parameter-invalid", "kind", $"没有通报种类“{kind}”，应为 {kinds} 之一。", $"There is no kind '{kind}'; it is one of {kinds}.");
            }
            wantedKind = known;
        }
        if (plan is not null && plan != IssueSeries.Plan(null) && book.FindPlan(programme, plan) is { Value: null } unknown)
            return unknown.Refusals.ToList();
        return new BulletinFilter(wantedPeriod, wantedKind, plan);
    }

    // What a reader saves: 汽车产业通报（2012年第1期）.pdf; other files keep their own name beside it.
    private static string FileName(FoundIssue found, string name)
    {
        var title = IssueTitle.Of(found.Programme, found.Issue);
        return Path.GetFileNameWithoutExtension(name) == "bulletin" ? title + Path.GetExtension(name) : $"{title}.{name}";
    }

    private sealed record BulletinFilter(Period? Period, IssueKind? Kind, string? Plan);
}

/// <summary>A published issue that was asked for, and its programme.</summary>
internal sealed record FoundIssue(Programme Programme, PublishedIssue Issue);
