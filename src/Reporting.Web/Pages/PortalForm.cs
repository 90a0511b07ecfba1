using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Web.Access;
using Reporting.Web.Problems;

namespace Reporting.Web.Pages;

/// <summary>Reads the forms of the pages: small ones, and only such as a page of ours has shown to the same browser.</summary>
internal sealed class PortalForm
{
    public const string TokenField = "form";

    private static readonly FormOptions limits = new()
    {
        BufferBodyLengthLimit = 16 * 1024,
        ValueCountLimit = 16,
        KeyLengthLimit = 100,
        ValueLengthLimit = 8 * 1024,
        MultipartBodyLengthLimit = 16 * 1024,
    };

    private readonly IFormCollection values;

    private PortalForm(IFormCollection values) => this.values = values;

    /// <summary>What was typed into a field; empty where there is none.</summary>
    public string this[string field] => values[field].ToString();

    public static void AddTo(IServiceCollection services) => services.AddAntiforgery(options =>
    {
        options.Cookie.Name = "reporting-form";
        options.Cookie.Path = PortalSignIn.Root;
        // As that of the sign-in: a page opened by a link from elsewhere must not take the forms of other pages their cookie.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.FormFieldName = TokenField;
        // A page that is framed nowhere says so in every answer.
        options.SuppressXFrameOptionsHeader = true;
    });

    public static async Task<Outcome<PortalForm>> ReadAsync(HttpContext context, IAntiforgery antiforgery, CancellationToken cancellation)
    {
        if (!context.Request.HasFormContentType)
            return Unreadable();
        // Reading with limits first: what follows takes the form as it was read.
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, limits));
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(cancellation);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Unreadable();
        }
        try
        {
            await antiforgery.ValidateRequestAsync(context);
            return new PortalForm(form);
        }
        catch (AntiforgeryValidationException invalid) when (!ProblemEdge.IsOfStorage(invalid))
        {
            return new Refusal("form-outdated", null, "页面已失效，请返回上一页，刷新后再提交。", "The form is outdated; go back, reload the page and send it again.");
        }
    }

    /// <summary>Who looks at the page, with a token for its forms and the cookie that belongs to it.</summary>
    public static Reader ReaderOf(HttpContext context) => new(
        Callers.Find(context.User), context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken ?? "");

    private static Refusal Unreadable() => new("form-unreadable", null, "表单无法读取。", "The form cannot be read.");
}
