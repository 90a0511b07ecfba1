using Microsoft.AspNetCore.Http;
using Reporting.Web.Access;

namespace Reporting.Web.Problems;

/// <summary>Puts the headers on every answer that keep a browser from guessing, framing or loading from elsewhere.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // The reference page brings its own script and styles, inline and from its own folder; it loads nothing from other hosts.
    private const string DocsPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Policy = "default-src 'none'; frame-ancestors 'none'";

    private const string PortalPolicy =
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = PolicyFor(context.Request);
        return next(context);
    }

    private static string PolicyFor(HttpRequest request)
    {
        if (PortalSignIn.Is(request))
            return PortalPolicy;
        return request.Path.StartsWithSegments("/docs", StringComparison.Ordinal) ? DocsPolicy : Policy;
    }
}
