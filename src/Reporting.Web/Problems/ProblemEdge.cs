using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Reporting.Storage;
using Reporting.Web.Access;

namespace Reporting.Web.Problems;

/// <summary>The edge of the pipeline: whatever fails or is refused without a body leaves as a problem document.</summary>
internal sealed partial class ProblemEdge(RequestDelegate next, ILogger<ProblemEdge> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        Refusal? failure = null;
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            failure = RefusalTable.OfStatus(e.StatusCode);
        }
        catch (Exception e) when (!context.Response.HasStarted && IsOfStorage(e))
        {
            StorageFailed(logger, context.Request.Method, context.GetEndpoint()?.DisplayName, e);
            failure = RefusalTable.OfStatus(StatusCodes.Status503ServiceUnavailable);
        }
        catch (AuthorityUnavailableException) when (!context.Response.HasStarted)
        {
            failure = new Refusal("authority-unavailable", null, "身份认证服务暂无应答，请稍后重试。", "The token authority does not answer; try again later.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // The caller has gone; there is nobody to tell.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Failed(logger, context.Request.Method, context.GetEndpoint()?.DisplayName, e);
            failure = RefusalTable.OfStatus(StatusCodes.Status500InternalServerError);
        }

        if (failure is not null)
            ClearBody(context.Response);
        else if (IsBareRefusal(context.Response))
            failure = RefusalTable.OfStatus(context.Response.StatusCode);
        if (failure is not null)
            await new ProblemResult(failure).ExecuteAsync(context);
    }

    /// <summary>Whether storage is what failed; data protection, and what is built on it, wrap what keeps them from the keys.</summary>
    internal static bool IsOfStorage(Exception failure) =>
        failure is StorageUnavailableException || (failure is CryptographicException or AntiforgeryValidationException && failure.InnerException is { } inner && IsOfStorage(inner));

    private static bool IsBareRefusal(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 };

    private static void ClearBody(HttpResponse response)
    {
        response.ContentLength = null;
        response.Headers.ETag = default;
        response.Headers.Location = default;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Storage failed during {Method} {Endpoint}")]
    private static partial void StorageFailed(ILogger logger, string method, string? endpoint, Exception failure);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Method} {Endpoint} failed")]
    private static partial void Failed(ILogger logger, string method, string? endpoint, Exception failure);
}
