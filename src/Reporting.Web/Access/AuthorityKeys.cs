using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Reporting.Web.Access;

/// <summary>The token authority did not answer, and its keys are not known yet; the web pipeline answers 503.</summary>
internal sealed class AuthorityUnavailableException(string message, Exception inner) : Exception(message, inner);

/// <summary>
/// The authority's issuer and signing keys, read from its discovery document. They are kept for half a day, and read again when a token
/// names a key that is not among them, at most every five minutes: so a new key is taken at its first token, and made-up ones cost nothing.
/// </summary>
internal sealed partial class AuthorityKeys(IOptions<EntraOptions> options, TimeProvider clock, ILogger<AuthorityKeys> logger)
    : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1024 * 1024 };
    private readonly SemaphoreSlim reading = new(1);
    private Known? known;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) =>
        known is { } kept && clock.GetUtcNow() < kept.At + Life ? kept.Configuration : await ReadAsync(known, cancel);

    /// <summary>Reads the keys again when <paramref name="keyId"/> is not among them and they are not quite new.</summary>
    public async Task EnsureAsync(string keyId, CancellationToken cancel)
    {
        var configuration = await GetConfigurationAsync(cancel);
        if (configuration.SigningKeys.All(k => k.KeyId != keyId) && known is { } kept && clock.GetUtcNow() >= kept.At + Pause)
            await ReadAsync(kept, cancel);
    }

    /// <summary>Not needed: <see cref="EnsureAsync"/> has asked before the token was checked.</summary>
    public void RequestRefresh()
    {
    }

    public void Dispose()
    {
        http.Dispose();
        reading.Dispose();
    }

    /// <param name="seen">What is too old; when somebody else has read meanwhile, that is taken.</param>
    private async Task<OpenIdConnectConfiguration> ReadAsync(Known? seen, CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            if (known is { } fresh && fresh != seen)
                return fresh.Configuration;
            var documents = new HttpDocumentRetriever(http) { RequireHttps = !new Uri(options.Value.Address).IsLoopback };
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync($"{options.Value.Address}/.well-known/openid-configuration", documents, cancel);
            known = new Known(configuration, clock.GetUtcNow());
            return configuration;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is IOException or HttpRequestException or InvalidOperationException or ArgumentException or OperationCanceledException)
        {
            NotRead(logger, options.Value.Address, e);
            if (seen is null)
                throw new AuthorityUnavailableException("The token authority does not answer.", e);
            // The keys it had are better than none; asked again after the pause.
            known = seen with { At = clock.GetUtcNow() - Life + Pause };
            return seen.Configuration;
        }
        finally
        {
            reading.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of the token authority {Authority} cannot be read.")]
    private static partial void NotRead(ILogger logger, string authority, Exception failure);

    private sealed record Known(OpenIdConnectConfiguration Configuration, DateTimeOffset At);
}
