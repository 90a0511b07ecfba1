using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Reporting.Web.Access;
using Reporting.Web.Problems;
using Reporting.Workbooks;

namespace Reporting.Web.Endpoints;

/// <summary>A unit's whole quarter as a workbook: out with what is known, in with what was filled in.</summary>
internal static class WorkbookEndpoints
{
    private const string Route = "api/{programme}/workbooks/{period}/{unit}";
    private const string Tag = "Workbooks";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("GetWorkbook", "GET", Route, ReportingEndpoints.Roles.Writers)
        {
            Tag = Tag,
            Summary = "A unit's workbook for a period (.xlsx): what it owes as rows, what is entered already, last period's values beside it.",
            Handler = GetAsync,
            Describe = r => r.Produces(200, contentType: WorkbookBody.MediaType).Refuses(403, 404),
        },
        new("PostWorkbook", "POST", Route, ReportingEndpoints.Roles.Writers)
        {
            Tag = Tag,
            Summary = "Takes a filled-in workbook (the body is the .xlsx, at most 4 MB) and stores its good rows; with ?submit=true they are handed over too.",
            Handler = PostAsync,
            Describe = r => r
                .WithDescription(
                    "Answers 200 with a result for each row as soon as the workbook could be read, also when every row was refused: look at `counts` and `rows`. "
                    + "A row's errors name their cells (`进展情况!F7`). A row that says what is stored already is `unchanged`, so the same workbook can be posted again. "
                    + "422 means that the file as a whole was not taken and nothing was stored.")
                .Produces<WorkbookView>()
                .Refuses(400, 403, 404, 409, 413, 415, 422, 423),
        },
    ];

    private static async Task<IResult> GetAsync(GetWorkbook workbook, HttpContext context, string programme, string period, string unit)
    {
        var outcome = await workbook.RunAsync(Callers.Of(context.User), new WorkbookAddress(programme, period, unit), context.RequestAborted);
        if (outcome.Value is not { } file)
            return Answers.Of(outcome);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(file.Content, WorkbookBody.MediaType);
    }

    private static async Task<IResult> PostAsync(
        PostWorkbook workbook, HttpContext context, string programme, string period, string unit, string? submit, WorkbookBody body)
    {
        var (caller, address) = (Callers.Of(context.User), new WorkbookAddress(programme, period, unit));
        // Who may not post it hears that first, whatever was sent.
        if (await workbook.CheckAsync(caller, address, context.RequestAborted) is { Count: > 0 } refused)
            return new ProblemResult(refused);
        if (submit is not (null or "true" or "false"))
            return new ProblemResult(new Refusal("parameter-invalid", "submit", "submit 应为 true 或 false。", "submit is true or false."));
        if (body is not { File: { } file })
            return new ProblemResult(body.Refusal is { } refusal ? [refusal] : []);
        var outcome = await workbook.RunAsync(caller, address, file, submit == "true", context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return Answers.Of(outcome, result => TypedResults.Ok(WorkbookView.Of(result, ProblemResult.PrefersEnglish(context.Request))));
    }
}
