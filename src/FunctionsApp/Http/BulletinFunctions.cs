using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>The published issues and their files.</summary>
public sealed class BulletinFunctions(Pipeline pipeline)
{
    [Function("ListBulletins")]
    public Task<IResult> ListBulletins(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/bulletins")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetBulletin")]
    public Task<IResult> GetBulletin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/bulletins/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetBulletinFile")]
    public Task<IResult> GetBulletinFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/bulletins/{id}/{file}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetSigningKey")]
    public Task<IResult> GetSigningKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/signing-key")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("VerifyBulletin")]
    public Task<IResult> VerifyBulletin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/bulletins/{id}/verify")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ShareBulletinFile")]
    public Task<IResult> ShareBulletinFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/bulletins/{id}/links")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ListBulletinLinks")]
    public Task<IResult> ListBulletinLinks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/bulletins/{id}/links")] HttpRequest request) => pipeline.RunAsync(request);
}
