using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Access;

namespace Reporting.Web.Access;

/// <summary>
/// Signing in to the pages: the key is typed once, and a cookie of this session stands for it. The cookie holds the key's hash, protected with
/// <see cref="SignInKeys"/>; at every request the key is looked up as for the API, so that one that is revoked or has expired ends the sign-in.
/// The API does not take the cookie.
/// </summary>
internal static class PortalSignIn
{
    public const string SchemeName = "Portal";

    /// <summary>Below it are the pages, and nothing else.</summary>
    public const string Root = "/portal";

    public const string ReturnTo = "returnUrl";

    private const string KeyClaim = "key-sha256";

    // A working day; who goes on working is not interrupted.
    private static readonly TimeSpan Life = TimeSpan.FromHours(10);

    /// <summary>Whether the request is for a page, however it is written, as routing takes it: there the cookie counts, and refusals are pages.</summary>
    public static bool Is(HttpRequest request) => request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "reporting-portal";
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = Root;
        // Lax, so that a link in a mail finds the reader signed in; forms carry a token of their own.
        options.Cookie.SameSite = SameSiteMode.Lax;
        // Never over plain HTTP, but for a browser on the same machine.
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.ExpireTimeSpan = Life;
        options.SlidingExpiration = true;
        options.LoginPath = Root + "/sign-in";
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = AskToSignIn;
    }

    public static Task StartAsync(HttpContext context, string clearKey) => context.SignInAsync(
        SchemeName, new ClaimsPrincipal(new ClaimsIdentity([new(KeyClaim, FindCaller.HashOf(clearKey))], SchemeName)));

    // Without a host: behind a proxy this one may not know by which name the browser knows it.
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var goOn = request.Method is "GET" or "HEAD" ? request.GetEncodedPathAndQuery() : Root;
        context.Response.Redirect($"{context.Options.LoginPath}?{ReturnTo}={Uri.EscapeDataString(goOn)}");
        return Task.CompletedTask;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var find = context.HttpContext.RequestServices.GetRequiredService<FindCaller>();
        if (context.Principal?.FindFirstValue(KeyClaim) is { } hash && await find.OfHashAsync(hash, context.HttpContext.RequestAborted) is { } caller)
        {
            context.ReplacePrincipal(Callers.ToPrincipal(caller, SchemeName));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SchemeName);
    }
}
