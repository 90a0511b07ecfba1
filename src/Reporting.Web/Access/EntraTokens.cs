using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Reporting.Web.Problems;

namespace Reporting.Web.Access;

/// <summary>Authenticates by a bearer token of Microsoft Entra ID: how tokens are checked, and what is answered when one will not do.</summary>
internal sealed class EntraTokens(IOptions<EntraOptions> entra, AuthorityKeys keys, TokenCaller callers, TimeProvider clock)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public const string SchemeName = "Bearer";

    // Clocks of two servers differ; a token lives an hour.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly object RefusalItem = new();

    public void Configure(JwtBearerOptions options) => Configure(SchemeName, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.ConfigurationManager = keys;
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = entra.Value.Audience,
            // Asymmetric ones only: a public key must not pass for a shared secret.
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidateLifetime = true,
            LifetimeValidator = IsAlive,
        };
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = ReceivedAsync,
            OnTokenValidated = ValidatedAsync,
            OnChallenge = ChallengedAsync,
            OnForbidden = ForbiddenAsync,
        };
    }

    /// <summary>Whether the request carries a token that is to be checked.</summary>
    public static bool Carries(HttpContext context, EntraOptions entra) => entra.IsOn && context.Request.Headers.Authorization.Count > 0;

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && !(notBefore > now + Skew);
    }

    private async Task ReceivedAsync(MessageReceivedContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ReportingEndpoint>() is { Roles.Count: 0 })
        {
            context.NoResult();
            return;
        }
        const string prefix = "Bearer ";
        if (context.Request.Headers.Authorization is not [{ } header] || !header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return;
        context.Token = header[prefix.Length..].Trim();
        if (KeyIdOf(context.Token) is { } keyId)
            await keys.EnsureAsync(keyId, context.HttpContext.RequestAborted);
    }

    // Not checked yet; it only says which key to look for.
    private static string? KeyIdOf(string token)
    {
        try
        {
            return new JsonWebToken(token).Kid is { Length: > 0 } keyId ? keyId : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private Task ValidatedAsync(TokenValidatedContext context)
    {
        if (context.Principal is not { } user)
            return Task.CompletedTask;
        var outcome = callers.Of(user);
        if (outcome.Value is { } caller)
            context.Principal = Callers.ToPrincipal(caller, SchemeName);
        else
            context.HttpContext.Items[RefusalItem] = outcome.Refusals[0];
        return Task.CompletedTask;
    }

    private static Task ChallengedAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = context.AuthenticateFailure is null ? SchemeName : $"{SchemeName} error=\"invalid_token\"";
        var refusal = context.AuthenticateFailure is null
            ? RefusalTable.OfStatus(StatusCodes.Status401Unauthorized)
            : new Refusal("token-invalid", "Authorization", "令牌无效、已过期或不是发给本系统的。", "The token is not valid, has expired or is not meant for this API.");
        return new ProblemResult(refusal).ExecuteAsync(context.HttpContext);
    }

    private static Task ForbiddenAsync(ForbiddenContext context) =>
        new ProblemResult(context.HttpContext.Items[RefusalItem] as Refusal ?? RefusalTable.OfStatus(StatusCodes.Status403Forbidden)).ExecuteAsync(context.HttpContext);
}
