using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>Leave to report after the lock.</summary>
public sealed class ExceptionFunctions(Pipeline pipeline)
{
    [Function("ListExceptions")]
    public Task<IResult> ListExceptions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/exceptions")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetProgressException")]
    public Task<IResult> GetProgressException(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/progress/{period}/{plan}/{task}/exception")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("AskProgressException")]
    public Task<IResult> AskProgressException(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/progress/{period}/{plan}/{task}/exception")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GrantProgressException")]
    public Task<IResult> GrantProgressException(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/progress/{period}/{plan}/{task}/exception/grant")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RefuseProgressException")]
    public Task<IResult> RefuseProgressException(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/progress/{period}/{plan}/{task}/exception/refuse")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RevokeProgressException")]
    public Task<IResult> RevokeProgressException(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/progress/{period}/{plan}/{task}/exception/revoke")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetIndicatorException")]
    public Task<IResult> GetIndicatorException(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/indicators/{period}/{plan}/exception")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("AskIndicatorException")]
    public Task<IResult> AskIndicatorException(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/indicators/{period}/{plan}/exception")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GrantIndicatorException")]
    public Task<IResult> GrantIndicatorException(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/indicators/{period}/{plan}/exception/grant")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RefuseIndicatorException")]
    public Task<IResult> RefuseIndicatorException(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/indicators/{period}/{plan}/exception/refuse")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RevokeIndicatorException")]
    public Task<IResult> RevokeIndicatorException(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/indicators/{period}/{plan}/exception/revoke")] HttpRequest request) => pipeline.RunAsync(request);
}
