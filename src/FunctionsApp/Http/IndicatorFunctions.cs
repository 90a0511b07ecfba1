using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>The figures of a plan.</summary>
public sealed class IndicatorFunctions(Pipeline pipeline)
{
    [Function("GetIndicators")]
    public Task<IResult> GetIndicators(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/indicators/{period}/{plan}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("PutIndicators")]
    public Task<IResult> PutIndicators(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/{programme}/indicators/{period}/{plan}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("SubmitIndicators")]
    public Task<IResult> SubmitIndicators(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/indicators/{period}/{plan}/submit")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ReturnIndicators")]
    public Task<IResult> ReturnIndicators(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/indicators/{period}/{plan}/return")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("AcceptIndicators")]
    public Task<IResult> AcceptIndicators(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/indicators/{period}/{plan}/accept")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetIndicatorVersions")]
    public Task<IResult> GetIndicatorVersions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/indicators/{period}/{plan}/versions")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("WithdrawIndicators")]
    public Task<IResult> WithdrawIndicators(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/indicators/{period}/{plan}/withdraw")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("CompareIndicatorVersions")]
    public Task<IResult> CompareIndicatorVersions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/indicators/{period}/{plan}/versions/difference")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("VerifyIndicators")]
    public Task<IResult> VerifyIndicators(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/indicators/{period}/{plan}/verify")] HttpRequest request) => pipeline.RunAsync(request);
}
