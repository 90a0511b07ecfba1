using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>The workbooks in which units report.</summary>
public sealed class WorkbookFunctions(Pipeline pipeline)
{
    [Function("GetWorkbook")]
    public Task<IResult> GetWorkbook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/workbooks/{period}/{unit}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("PostWorkbook")]
    public Task<IResult> PostWorkbook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/workbooks/{period}/{unit}")] HttpRequest request) => pipeline.RunAsync(request);
}
