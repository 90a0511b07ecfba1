using Microsoft.AspNetCore.Http;
using Reporting.Problems;
using Reporting.Web.Access;
using Reporting.Web.Json;
using Reporting.Web.Problems;
using static Reporting.Web.ReportingEndpoints;

namespace Reporting.Web.Endpoints;

/// <summary>The ledger of problems (问题台账).</summary>
internal static class ProblemEndpoints
{
    private const string Route = "api/{programme}/problems";
    private const string One = Route + "/{id}";
    private const string Tag = "Problems";

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("ListProblems", "GET", Route, Roles.Everyone)
        {
            Tag = Tag,
            Summary = "The problems; ?plan=, ?unit= (who raised them), ?state=, ?kind= and ?askedOf= narrow the list. A unit sees those it raised and those asked of it.",
            Handler = ListAsync,
            Describe = r => r.Produces<ProblemListView>().Refuses(400, 403, 404),
        },
        new("GetProblem", "GET", One, Roles.Everyone)
        {
            Tag = Tag, Summary = "A problem with every step.", Handler = GetAsync, Describe = r => r.Produces<ProblemWithSteps>().Refuses(403, 404),
        },
        new("RaiseProblem", "POST", Route, Roles.Office)
        {
            Tag = Tag,
            TakesIdempotencyKey = true,
            Summary = "Puts a problem into the ledger that no entry raises.",
            Handler = RaiseAsync,
            Describe = r => r.Produces<ProblemView>(201).Refuses(400, 404, 409, 413, 415, 422),
        },
        new("AskUnit", "POST", One + "/ask", Roles.Office)
        {
            Tag = Tag, TakesIfMatch = true, Summary = "Asks a unit to deal with a problem by a day.", Handler = AskAsync, Describe = Stepped(400, 404, 409, 412, 413, 415, 422, 428),
        },
        new("AnswerProblem", "POST", One + "/answer", Roles.Writers)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Answers what was asked: the unit that was asked, or the office for it.",
            Handler = AnswerAsync,
            Describe = Stepped(400, 403, 404, 409, 412, 413, 415, 422, 428),
        },
        new("CloseProblem", "POST", One + "/close", Roles.Office)
        {
            Tag = Tag,
            TakesIfMatch = true,
            Summary = "Strikes a problem off, with evidence; nobody who raised or answered it for a unit can.",
            Handler = CloseAsync,
            Describe = Stepped(400, 403, 404, 409, 412, 413, 415, 422, 428),
        },
        new("ReopenProblem", "POST", One + "/reopen", Roles.Office)
        {
            Tag = Tag, TakesIfMatch = true, Summary = "Opens a closed or withdrawn problem again, with a reason.", Handler = ReopenAsync, Describe = Stepped(400, 404, 409, 412, 413, 415, 422, 428),
        },
    ];

    private static Action<Microsoft.AspNetCore.Builder.RouteHandlerBuilder> Stepped(params int[] statuses) => r => r.Produces<ProblemView>().Refuses(statuses);

    private static async Task<IResult> ListAsync(
        ListProblems list,
        HttpContext context,
        string programme,
        string? plan,
        string? unit,
        string? state,
        string? kind,
        string? askedOf,
        CancellationToken cancellation) =>
        Answers.Of(
            await list.RunAsync(Callers.Of(context.User), new ProblemQuery(programme, plan, unit, state, kind, askedOf), cancellation),
            found => TypedResults.Ok(new ProblemListView([.. found.Problems.Select(p => ProblemView.Of(p.Problem, p.Overdue))])));

    private static async Task<IResult> GetAsync(ListProblems list, HttpContext context, string programme, string id, CancellationToken cancellation) =>
        Answers.Of(
            await list.HistoryAsync(Callers.Of(context.User), programme, id, cancellation),
            found => Answers.Versioned(context, found.Current.Problem.Hash, TypedResults.Ok(ProblemWithSteps.Of(found))));

    private static async Task<IResult> RaiseAsync(
        RaiseProblem raise, HttpContext context, string programme, JsonBody<NewProblem> body, CancellationToken cancellation)
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        return await Answers.ChangedAsync(
            context,
            body.Bytes,
            terms => raise.RunAsync(Callers.Of(context.User), programme, request, terms, cancellation),
            problem => Answers.Versioned(
                context, problem.Hash, TypedResults.Created($"/api/{programme}/problems/{problem.Id}", ProblemView.Of(problem, overdue: false))));
    }

    private static Task<IResult> AskAsync(AskUnit ask, HttpContext context, string programme, string id, JsonBody<AskRequest> body, CancellationToken cancellation) =>
        StepAsync(context, body, (request, terms) =>
            ask.RunAsync(Callers.Of(context.User), programme, id, request.Unit, request.Text, request.Due, terms, cancellation));

    private static Task<IResult> AnswerAsync(
        AnswerProblem answer, HttpContext context, string programme, string id, JsonBody<AnswerRequest> body, CancellationToken cancellation) =>
        StepAsync(context, body, (request, terms) => answer.RunAsync(Callers.Of(context.User), programme, id, request.Text, terms, cancellation));

    private static Task<IResult> CloseAsync(
        CloseProblem close, HttpContext context, string programme, string id, JsonBody<CloseRequest> body, CancellationToken cancellation) =>
        StepAsync(context, body, (request, terms) => close.RunAsync(Callers.Of(context.User), programme, id, request.Evidence, terms, cancellation));

    private static Task<IResult> ReopenAsync(
        CloseProblem close, HttpContext context, string programme, string id, JsonBody<ReasonRequest> body, CancellationToken cancellation) =>
        StepAsync(context, body, (request, terms) => close.ReopenAsync(Callers.Of(context.User), programme, id, request.Reason, terms, cancellation));

    // A step leaves nothing overdue: a question is due in the future, and every other step ends it.
    private static async Task<IResult> StepAsync<T>(
        HttpContext context, JsonBody<T> body, Func<T, ChangeTerms, Task<Outcome<Recorded<ProblemRecord>>>> step)
        where T : class
    {
        if (body.Value is not { } request)
            return new ProblemResult(body.Refusals);
        return await Answers.ChangedAsync(
            context,
            body.Bytes,
            terms => step(request, terms),
            problem => Answers.Versioned(context, problem.Hash, TypedResults.Ok(ProblemView.Of(problem, overdue: false))));
    }
}
