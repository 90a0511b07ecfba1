using Microsoft.AspNetCore.Http;
using Reporting.Web.Problems;

namespace Reporting.Web.Access;

/// <summary>Refuses a request with a key and a token: which of the two holders would be meant is not for us to guess.</summary>
internal sealed class OneCredential(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        return headers.Authorization.Count > 0 && headers.ContainsKey(ApiKeyHandler.Header)
            ? new ProblemResult(new Refusal(
                "two-credentials", ApiKeyHandler.Header, "X-Api-Key 与 Authorization 只能用一个。", "Send either X-Api-Key or Authorization, not both.")).ExecuteAsync(context)
            : next(context);
    }
}
