using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reporting.Access;
using Reporting.Web.Problems;

namespace Reporting.Web.Access;

/// <summary>Authenticates by the header <c>X-Api-Key</c>.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    FindCaller findCaller,
    IOptions<EntraOptions> entra)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Header = "X-Api-Key";

    /// <summary>What is said of a key that lets nobody in.</summary>
    public static Refusal Invalid(string field) => new Refusal("key-invalid", field, "密钥不存在、已过期或已收回。", "The key is unknown, expired or revoked.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var values = Request.Headers[Header];
        // Endpoints that need no caller do not ask storage for one.
        if (values.Count == 0 || Context.GetEndpoint()?.Metadata.GetMetadata<ReportingEndpoint>() is { Roles.Count: 0 })
            return AuthenticateResult.NoResult();
        if (values is not [{ } key] || await findCaller.RunAsync(key, Context.RequestAborted) is not { } caller)
            return AuthenticateResult.Fail("unknown key");
        return AuthenticateResult.Success(new AuthenticationTicket(Callers.ToPrincipal(caller, SchemeName), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = entra.Value.IsOn ? $"{SchemeName}, {EntraTokens.SchemeName}" : SchemeName;
        var refusal = Request.Headers.ContainsKey(Header)
            ? Invalid(Header)
            : RefusalTable.OfStatus(StatusCodes.Status401Unauthorized);
        return new ProblemResult(refusal).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new ProblemResult(RefusalTable.OfStatus(StatusCodes.Status403Forbidden)).ExecuteAsync(Context);
}
