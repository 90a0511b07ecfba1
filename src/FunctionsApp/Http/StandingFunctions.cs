using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>How units report.</summary>
public sealed class StandingFunctions(Pipeline pipeline)
{
    [Function("GetStanding")]
    public Task<IResult> GetStanding(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/standing")] HttpRequest request) => pipeline.RunAsync(request);
}
