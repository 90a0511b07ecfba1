using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>A unit's progress on a task.</summary>
public sealed class ProgressFunctions(Pipeline pipeline)
{
    [Function("GetProgress")]
    public Task<IResult> GetProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/progress/{period}/{plan}/{task}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("PutProgress")]
    public Task<IResult> PutProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/{programme}/progress/{period}/{plan}/{task}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("SubmitProgress")]
    public Task<IResult> SubmitProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/progress/{period}/{plan}/{task}/submit")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ReturnProgress")]
    public Task<IResult> ReturnProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/progress/{period}/{plan}/{task}/return")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("AcceptProgress")]
    public Task<IResult> AcceptProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/progress/{period}/{plan}/{task}/accept")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetProgressVersions")]
    public Task<IResult> GetProgressVersions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/progress/{period}/{plan}/{task}/versions")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("WithdrawProgress")]
    public Task<IResult> WithdrawProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/progress/{period}/{plan}/{task}/withdraw")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("CompareProgressVersions")]
    public Task<IResult> CompareProgressVersions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/progress/{period}/{plan}/{task}/versions/difference")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("VerifyProgress")]
    public Task<IResult> VerifyProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/progress/{period}/{plan}/{task}/verify")] HttpRequest request) => pipeline.RunAsync(request);
}
