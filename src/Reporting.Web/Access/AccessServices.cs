using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reporting.Web.Access;

/// <summary>Registers who may come in, how, and how often: API keys always, tokens when the settings name an authority.</summary>
internal static class AccessServices
{
    private const string Either = "ApiKeyOrToken";

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
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context =>
                EntraTokens.Carries(context, context.RequestServices.GetRequiredService<IOptions<EntraOptions>>().Value) ? EntraTokens.SchemeName : ApiKeyHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddJwtBearer(EntraTokens.SchemeName, null, _ => { });
        services.AddAuthorization();
        return services;
    }
}
