using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>The pages for people with a browser.</summary>
public sealed class PageFunctions(Pipeline pipeline)
{
    [Function("Pages")]
    public Task<IResult> Pages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "portal/{*path}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("PageForms")]
    public Task<IResult> PageForms(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "portal/{*path}")] HttpRequest request) => pipeline.RunAsync(request);
}
