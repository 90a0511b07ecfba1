using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>The zones of plans that rank them.</summary>
public sealed class ZoneFunctions(Pipeline pipeline)
{
    [Function("ListZones")]
    public Task<IResult> ListZones(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/zones")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetZone")]
    public Task<IResult> GetZone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/zones/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RecordZone")]
    public Task<IResult> RecordZone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/zones")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("PutZone")]
    public Task<IResult> PutZone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/{programme}/zones/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("WithdrawZone")]
    public Task<IResult> WithdrawZone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/zones/{id}/withdraw")] HttpRequest request) => pipeline.RunAsync(request);
}
