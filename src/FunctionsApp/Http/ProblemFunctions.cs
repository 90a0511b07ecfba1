using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>The ledger of problems.</summary>
public sealed class ProblemFunctions(Pipeline pipeline)
{
    [Function("ListProblems")]
    public Task<IResult> ListProblems(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/problems")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetProblem")]
    public Task<IResult> GetProblem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/problems/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RaiseProblem")]
    public Task<IResult> RaiseProblem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/problems")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("AskUnit")]
    public Task<IResult> AskUnit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/problems/{id}/ask")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("AnswerProblem")]
    public Task<IResult> AnswerProblem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/problems/{id}/answer")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("CloseProblem")]
    public Task<IResult> CloseProblem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/problems/{id}/close")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ReopenProblem")]
    public Task<IResult> ReopenProblem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/problems/{id}/reopen")] HttpRequest request) => pipeline.RunAsync(request);
}
