using Microsoft.Extensions.Options;

namespace Reporting.Web.Telemetry;

/// <summary>Where traces, metrics and logs are sent (section <c>Telemetry</c>); with neither setting nowhere.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>An OpenTelemetry collector that takes OTLP over HTTP, e.g. <c>http://localhost:4318</c>.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>
    /// The connection string of Application Insights; where the ingestion takes no key, the host's identity signs in. In Azure leave it empty while the
    /// Functions host sends telemetry itself.
    /// </summary>
    public string AzureMonitor { get; set; } = "";

    internal bool IsOn => OtlpEndpoint is not null || AzureMonitor.Length > 0;

    internal sealed class Validation : IValidateOptions<TelemetryOptions>
    {
        public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
            options.OtlpEndpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{Section}:OtlpEndpoint must be an http or https address.");
    }
}
