using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>API keys.</summary>
public sealed class KeyFunctions(Pipeline pipeline)
{
    [Function("ListKeys")]
    public Task<IResult> ListKeys(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/keys")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GrantKey")]
    public Task<IResult> GrantKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/keys")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RotateKey")]
    public Task<IResult> RotateKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/keys/{id}/rotate")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RevokeKey")]
    public Task<IResult> RevokeKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/keys/{id}/revoke")] HttpRequest request) => pipeline.RunAsync(request);
}
