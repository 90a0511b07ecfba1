using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>Who owes what.</summary>
public sealed class ObligationFunctions(Pipeline pipeline)
{
    [Function("ListObligations")]
    public Task<IResult> ListObligations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/obligations")] HttpRequest request) => pipeline.RunAsync(request);
}
