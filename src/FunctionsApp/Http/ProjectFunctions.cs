using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>The register of key projects.</summary>
public sealed class ProjectFunctions(Pipeline pipeline)
{
    [Function("ListProjects")]
    public Task<IResult> ListProjects(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/projects")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetProject")]
    public Task<IResult> GetProject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/projects/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetProjectVersions")]
    public Task<IResult> GetProjectVersions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/projects/{id}/versions")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("AddProject")]
    public Task<IResult> AddProject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/projects")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("PutProject")]
    public Task<IResult> PutProject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/{programme}/projects/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ConfirmProject")]
    public Task<IResult> ConfirmProject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/projects/{id}/confirm")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ConfirmProjects")]
    public Task<IResult> ConfirmProjects(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/projects/confirm")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("MergeProject")]
    public Task<IResult> MergeProject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/projects/{id}/merge")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RetireProject")]
    public Task<IResult> RetireProject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/projects/{id}/retire")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RestoreProject")]
    public Task<IResult> RestoreProject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/projects/{id}/restore")] HttpRequest request) => pipeline.RunAsync(request);
}
