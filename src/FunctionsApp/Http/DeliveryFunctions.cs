using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>Who gets what, and what became of it.</summary>
public sealed class DeliveryFunctions(Pipeline pipeline)
{
    [Function("ListSubscribers")]
    public Task<IResult> ListSubscribers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/subscribers")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetSubscriber")]
    public Task<IResult> GetSubscriber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/subscribers/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("PutSubscriber")]
    public Task<IResult> PutSubscriber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/{programme}/subscribers/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ListDeliveries")]
    public Task<IResult> ListDeliveries(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/deliveries")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ResendDelivery")]
    public Task<IResult> ResendDelivery(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/deliveries/{id}/resend")] HttpRequest request) => pipeline.RunAsync(request);
}
