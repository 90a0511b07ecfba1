using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Reporting.Telemetry;

namespace Reporting.Web.Telemetry;

/// <summary>Sends what the core and ASP.NET Core tell of their work to a collector; off unless the settings name one.</summary>
internal static class TelemetryServices
{
    private const string Service = "bulletins";

    public static void AddReportingTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelemetryOptions>().Bind(configuration.GetSection(TelemetryOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptions.Validation>();
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (!options.IsOn)
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Service, serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(tracing =>
            {
                tracing.AddSource(Signals.Name).AddAspNetCoreInstrumentation();
                if (options.OtlpEndpoint is { } collector)
                    tracing.AddOtlpExporter(otlp => To(otlp, collector, "v1/traces"));
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Signals.Name).AddAspNetCoreInstrumentation();
                if (options.OtlpEndpoint is { } collector)
                    metrics.AddOtlpExporter(otlp => To(otlp, collector, "v1/metrics"));
            })
            .WithLogging(logging =>
            {
                if (options.OtlpEndpoint is { } collector)
                    logging.AddOtlpExporter(otlp => To(otlp, collector, "v1/logs"));
            });
    }

    private static void To(OtlpExporterOptions otlp, Uri collector, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri($"{collector.ToString().TrimEnd('/')}/{path}");
    }
}
