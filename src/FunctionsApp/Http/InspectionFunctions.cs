using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>What the office records of sites visited.</summary>
public sealed class InspectionFunctions(Pipeline pipeline)
{
    [Function("ListInspections")]
    public Task<IResult> ListInspections(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/inspections")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetInspection")]
    public Task<IResult> GetInspection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/inspections/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RecordInspection")]
    public Task<IResult> RecordInspection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/inspections")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("PutInspection")]
    public Task<IResult> PutInspection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/{programme}/inspections/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("WithdrawInspection")]
    public Task<IResult> WithdrawInspection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/inspections/{id}/withdraw")] HttpRequest request) => pipeline.RunAsync(request);
}
