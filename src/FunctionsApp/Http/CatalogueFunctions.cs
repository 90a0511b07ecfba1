using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>What the programmes consist of.</summary>
public sealed class CatalogueFunctions(Pipeline pipeline)
{
    [Function("ListProgrammes")]
    public Task<IResult> ListProgrammes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/programmes")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ListPlans")]
    public Task<IResult> ListPlans(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/plans")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetPlan")]
    public Task<IResult> GetPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/plans/{plan}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ListUnits")]
    public Task<IResult> ListUnits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/units")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetPeriod")]
    public Task<IResult> GetPeriod(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/periods/{period}")] HttpRequest request) => pipeline.RunAsync(request);
}
