using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>What participating units contribute to a task.</summary>
public sealed class ContributionFunctions(Pipeline pipeline)
{
    [Function("GetContributions")]
    public Task<IResult> GetContributions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/contributions/{period}/{plan}/{task}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("PutContribution")]
    public Task<IResult> PutContribution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/{programme}/contributions/{period}/{plan}/{task}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetContributionVersions")]
    public Task<IResult> GetContributionVersions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/contributions/{period}/{plan}/{task}/versions")] HttpRequest request) => pipeline.RunAsync(request);
}
