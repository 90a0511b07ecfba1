using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reporting.Web.Access;

/// <summary>Registers who may come in, how, and how often: API keys always, tokens when the settings name an authority, a cookie on the pages.</summary>
internal static class AccessServices
{
    private const string Either = "ApiKeyTokenOrCookie";

    public static IServiceCollection AddReportingAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EntraOptions>().Bind(configuration.GetSection(EntraOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EntraOptions>, EntraOptions.Validation>();
        services.AddOptions<RateLimitOptions>().Bind(configuration.GetSection(RateLimitOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitOptions.Validation>();
        services.AddSingleton<AuthorityKeys>();
        services.AddSingleton<TokenCaller>();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, EntraTokens>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddJwtBearer(EntraTokens.SchemeName, null, _ => { })
            .AddCookie(PortalSignIn.SchemeName, PortalSignIn.Configure);
        services.AddAuthorization();
        return services;
    }

    private static string SchemeOf(HttpContext context)
    {
        if (PortalSignIn.Is(context.Request))
            return PortalSignIn.SchemeName;
        var entra = context.RequestServices.GetRequiredService<IOptions<EntraOptions>>().Value;
        return EntraTokens.Carries(context, entra) ? EntraTokens.SchemeName : ApiKeyHandler.SchemeName;
    }
}
