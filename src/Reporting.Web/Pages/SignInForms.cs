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
    private const string Home = PortalSignIn.Root;

    public static IResult Show(HttpContext context, string? returnUrl) => Form(context, Local(returnUrl));

    public static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery antiforgery, FindCaller find, CancellationToken cancellation)
    {
        var read = await PortalForm.ReadAsync(context, antiforgery, cancellation);
        if (read.Value is not { } form)
        {
            // Signed in already, beside this page or before it was sent again: there is nothing to ask for.
            return Callers.Find(context.User) is null ? Form(context, Home, StatusCodes.Status400BadRequest, read.Refusals[0]) : TypedResults.LocalRedirect(Home);
        }
        var (key, goOn) = (form["key"].Trim(), Local(form[PortalSignIn.ReturnTo]));
        if (await find.RunAsync(key, cancellation) is null)
            return Form(context, goOn, StatusCodes.Status401Unauthorized, ApiKeyHandler.Invalid("key"));
        await PortalSignIn.StartAsync(context, key);
        return TypedResults.LocalRedirect(goOn);
    }

    public static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, CancellationToken cancellation)
    {
        var read = await PortalForm.ReadAsync(context, antiforgery, cancellation);
        if (read.Value is null && Callers.Find(context.User) is not null)
            return new ProblemResult(read.Refusals);
        await context.SignOutAsync(PortalSignIn.SchemeName);
        return TypedResults.LocalRedirect(Home);
    }

    private static Page<SignInPage> Form(HttpContext context, string goOn, int status = StatusCodes.Status200OK, Refusal? refused = null) => new(
        new Dictionary<string, object?>
        {
            [nameof(SignInPage.Reader)] = PortalForm.ReaderOf(context),
            [nameof(SignInPage.ReturnUrl)] = goOn,
            [nameof(SignInPage.Refused)] = refused,
        },
        status);

    /// <summary>Only a page of ours, written as addresses are: what somebody else put into a link leads home.</summary>
    private static string Local(string? address) =>
        address is not null && (address == Home || address.StartsWith(Home + "/", StringComparison.Ordinal)) && address.All(c => c is > ' ' and <= '~') ? address : Home;
}
