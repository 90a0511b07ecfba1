using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>API keys.</summary>
public sealed class KeyFunctions(Pipeline pipeline)
{
    [Function("GrantKey")]
    public Task<IResult> GrantKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/keys")] HttpRequest request) => pipeline.RunAsync(request);
}
