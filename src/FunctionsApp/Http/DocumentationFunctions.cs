using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>The description of the API and the page that shows it.</summary>
public sealed class DocumentationFunctions(Pipeline pipeline)
{
    [Function("OpenApi")]
    public Task<IResult> OpenApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi/v1.json")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("Docs")]
    public Task<IResult> Docs(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "docs")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("DocsFiles")]
    public Task<IResult> DocsFiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "docs/{*path}")] HttpRequest request) => pipeline.RunAsync(request);
}
