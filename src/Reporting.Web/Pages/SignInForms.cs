using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Reporting.Access;
using Reporting.Web.Access;
using Reporting.Web.Problems;

namespace Reporting.Web.Pages;

/// <summary>Signing in and out.</summary>
internal static class SignInForms
{
    private const string Home = "/portal";

    public static IResult Show(HttpContext context, string? returnUrl) => Form(context, Local(returnUrl));

    public static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery antiforgery, FindCaller find, CancellationToken cancellation)
    {
        var read = await PortalForm.ReadAsync(context, antiforgery, cancellation);
        if (read.Value is not { } form)
            return new ProblemResult(read.Refusals);
        var (key, goOn) = (form["key"].Trim(), Local(form[PortalSignIn.ReturnTo]));
        if (await find.RunAsync(key, cancellation) is null)
            return Form(context, goOn, refused: true);
        await PortalSignIn.StartAsync(context, key);
        return TypedResults.LocalRedirect(goOn);
    }

    public static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, CancellationToken cancellation)
    {
        var read = await PortalForm.ReadAsync(context, antiforgery, cancellation);
        if (read.Value is null)
            return new ProblemResult(read.Refusals);
        await context.SignOutAsync(PortalSignIn.SchemeName);
        return TypedResults.LocalRedirect(Home);
    }

    private static Page<SignInPage> Form(HttpContext context, string goOn, bool refused = false) => new(
        new Dictionary<string, object?>
        {
            [nameof(SignInPage.Reader)] = PortalForm.ReaderOf(context),
            [nameof(SignInPage.ReturnUrl)] = goOn,
            [nameof(SignInPage.Refused)] = refused,
        },
        refused ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK);

    /// <summary>Only a page of ours: an address that somebody else wrote into a link leads home.</summary>
    private static string Local(string? address) =>
        address is not null && (address == Home || address.StartsWith(Home + "/", StringComparison.Ordinal)) && !address.Any(char.IsControl) ? address : Home;
}
