using Microsoft.Extensions.Options;

namespace Reporting.Web.Telemetry;

/// <summary>Where traces, metrics and logs are sent (section <c>Telemetry</c>); without the setting nowhere.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>An OpenTelemetry collector that takes OTLP over HTTP, e.g. <c>http://localhost:4318</c>.</summary>
    public Uri? OtlpEndpoint { get; set; }

    internal bool IsOn => OtlpEndpoint is not null;

    internal sealed class Validation : IValidateOptions<TelemetryOptions>
    {
        public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
            options.OtlpEndpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{Section}:OtlpEndpoint must be an http or https address.");
    }
}
