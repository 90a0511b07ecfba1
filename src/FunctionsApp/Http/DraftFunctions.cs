using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>What lies before the office until it is signed.</summary>
public sealed class DraftFunctions(Pipeline pipeline)
{
    [Function("ListDrafts")]
    public Task<IResult> ListDrafts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/drafts")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetDraft")]
    public Task<IResult> GetDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/drafts/{id}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("GetDraftFile")]
    public Task<IResult> GetDraftFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/drafts/{id}/{file}")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RenewDraft")]
    public Task<IResult> RenewDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/drafts/{id}/renew")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RetryIssue")]
    public Task<IResult> RetryIssue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/drafts/{id}/retry")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("SignBulletin")]
    public Task<IResult> SignBulletin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/bulletins/{id}/sign")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("PreviewBulletin")]
    public Task<IResult> PreviewBulletin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/bulletins/preview")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("ListCorrections")]
    public Task<IResult> ListCorrections(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/{programme}/corrections")] HttpRequest request) => pipeline.RunAsync(request);

    [Function("RequestCorrection")]
    public Task<IResult> RequestCorrection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/{programme}/corrections")] HttpRequest request) => pipeline.RunAsync(request);
}
