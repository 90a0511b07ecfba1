using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>What the schedule did.</summary>
public sealed class RunFunctions(Pipeline pipeline)
{
    [Function("ListRuns")]
    public Task<IResult> ListRuns(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/runs")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RunTick")]
    public Task<IResult> RunTick(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/runs")] HttpRequest request) => pipeline.RunAsync(request);
}
