using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Publishing;
using Reporting.Verifying;
using Reporting.Web.Access;
using Reporting.Web.Endpoints;
using Reporting.Web.Problems;

namespace Reporting.Web.Pages;

/// <summary>The published issues of a programme, one of them, and its verification.</summary>
internal static class IssuePages
{
    public static IResult GetProgrammes(HttpContext context, Programmes programmes) => programmes.All is [var only]
        ? TypedResults.LocalRedirect($"{PortalSignIn.Root}/{only.Id}")
        : new Page<ProgrammesPage>(new Dictionary<string, object?>
        {
            [nameof(ProgrammesPage.Reader)] = PortalForm.ReaderOf(context),
            [nameof(ProgrammesPage.Programmes)] = programmes.All,
        });

    public static async Task<IResult> GetIssuesAsync(
        HttpContext context, ObligationBook book, ListIssues list, string programme, string? plan, CancellationToken cancellation)
    {
        var known = book.FindProgramme(programme);
        if (known.Value is not { } found)
            return new ProblemResult(known.Refusals);
        var chosen = string.IsNullOrEmpty(plan) ? null : plan;
        if (chosen is not null && book.FindPlan(programme, chosen) is { Value: null } unknown)
            return new ProblemResult(unknown.Refusals);
        var issues = await list.RunAsync(found, null, null, chosen, cancellation);
        return new Page<IssuesPage>(new Dictionary<string, object?>
        {
            [nameof(IssuesPage.Reader)] = PortalForm.ReaderOf(context),
            [nameof(IssuesPage.Programme)] = found,
            [nameof(IssuesPage.Issues)] = issues,
            [nameof(IssuesPage.Plan)] = chosen,
        });
    }

    public static async Task<IResult> GetIssueAsync(
        HttpContext context, ObligationBook book, ListIssues list, string programme, string id, CancellationToken cancellation)
    {
        var outcome = await BulletinEndpoints.FindAsync(book, list, programme, id, cancellation);
        return outcome.Value is { } found ? Show(context, found, null) : new ProblemResult(outcome.Refusals);
    }

    public static async Task<IResult> GetFileAsync(
        ObligationBook book, ListIssues list, GetIssueFile files, HttpContext context, string programme, string id, string file, CancellationToken cancellation)
    {
        var answer = await BulletinEndpoints.GetFileAsync(book, list, files, context, programme, id, file, cancellation);
        // Unlike a program, a browser may be one that others use when the reader has signed out.
        context.Response.Headers.CacheControl = "no-store";
        return answer;
    }

    public static async Task<IResult> VerifyAsync(
        HttpContext context, IAntiforgery antiforgery, ObligationBook book, ListIssues list, VerifyIssue verify, string programme, string id, CancellationToken cancellation)
    {
        var form = await PortalForm.ReadAsync(context, antiforgery, cancellation);
        if (form.Value is null)
            return new ProblemResult(form.Refusals);
        var outcome = await BulletinEndpoints.FindAsync(book, list, programme, id, cancellation);
        return outcome.Value is { } found ? Show(context, found, await verify.RunAsync(found.Issue, cancellation)) : new ProblemResult(outcome.Refusals);
    }

    private static Page<IssuePage> Show(HttpContext context, FoundIssue found, Verification? verified) => new(new Dictionary<string, object?>
    {
        [nameof(IssuePage.Reader)] = PortalForm.ReaderOf(context),
        [nameof(IssuePage.Programme)] = found.Programme,
        [nameof(IssuePage.Issue)] = found.Issue,
        [nameof(IssuePage.Verified)] = verified,
    });
}
