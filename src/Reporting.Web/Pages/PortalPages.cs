using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Web.Access;

namespace Reporting.Web.Pages;

/// <summary>
/// The reading room for people with a browser: signing in with a key, the published issues and their files, verification. All addresses are
/// below <c>/portal</c>; the functions host has two functions for them, one for reading and one for forms.
/// </summary>
internal static class PortalPages
{
    public const string StyleAddress = "/portal/portal.css";

    private static readonly string[] reading = ["GET", "HEAD"];

    public static IEnumerable<ReportingEndpoint> All =>
    [
        new("Pages", "GET", "portal/{*path}", []),
        new("PageForms", "POST", "portal/{*path}", []),
    ];

    public static IServiceCollection AddPortalPages(this IServiceCollection services)
    {
        PortalForm.AddTo(services);
        return SignInKeys.AddTo(services);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/portal").ExcludeFromDescription();
        open.MapMethods("/portal.css", reading, PortalStyle.Get);
        open.MapMethods("/sign-in", reading, SignInForms.Show);
        open.MapPost("/sign-in", SignInForms.SignInAsync).WithMetadata(new SignInAttempt());
        open.MapPost("/sign-out", SignInForms.SignOutAsync);
        var signedIn = routes.MapGroup("/portal").ExcludeFromDescription().RequireAuthorization();
        signedIn.MapMethods("/", reading, IssuePages.GetProgrammes);
        signedIn.MapMethods("/{programme}", reading, IssuePages.GetIssuesAsync);
        signedIn.MapMethods("/{programme}/issues/{id}", reading, IssuePages.GetIssueAsync);
        signedIn.MapPost("/{programme}/issues/{id}", IssuePages.VerifyAsync);
        signedIn.MapMethods("/{programme}/issues/{id}/{file}", reading, IssuePages.GetFileAsync);
    }
}
