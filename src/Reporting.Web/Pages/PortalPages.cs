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
    public const string StyleAddress = PortalSignIn.Root + Style;

    private const string Style = "/portal.css";

    private static readonly string[] reading = ["GET", "HEAD"];

    private static readonly string[] form = ["POST"];

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
        var open = routes.MapGroup(PortalSignIn.Root).ExcludeFromDescription();
        ReportingEndpoints.Map(open, Style, PortalStyle.Get, reading);
        ReportingEndpoints.Map(open, "/sign-in", SignInForms.Show, reading);
        ReportingEndpoints.Map(open, "/sign-in", SignInForms.SignInAsync, form).WithMetadata(new SignInAttempt());
        ReportingEndpoints.Map(open, "/sign-out", SignInForms.SignOutAsync, form);
        var signedIn = routes.MapGroup(PortalSignIn.Root).ExcludeFromDescription().RequireAuthorization();
        ReportingEndpoints.Map(signedIn, "/", IssuePages.GetProgrammes, reading);
        ReportingEndpoints.Map(signedIn, "/{programme}", IssuePages.GetIssuesAsync, reading);
        ReportingEndpoints.Map(signedIn, "/{programme}/issues/{id}", IssuePages.GetIssueAsync, reading);
        ReportingEndpoints.Map(signedIn, "/{programme}/issues/{id}", IssuePages.VerifyAsync, form);
        ReportingEndpoints.Map(signedIn, "/{programme}/issues/{id}/{file}", IssuePages.GetFileAsync, reading);
    }
}
