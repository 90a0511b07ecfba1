using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Telemetry;

namespace FunctionsApp;

/// <summary>
/// Sends traces, metrics and logs by OpenTelemetry to Application Insights (setting <c>Telemetry:AzureMonitor</c>, off by default); the host then has
/// to be told so too (<c>AzureFunctionsJobHost__telemetryMode</c>), which the parameter <c>openTelemetry</c> of the template does together.
/// </summary>
internal static class AzureMonitor
{
    private const string Setting = "Telemetry:AzureMonitor";

    // The exporter reads APPLICATIONINSIGHTS_CONNECTION_STRING by itself, but not the host's APPLICATIONINSIGHTS_AUTHENTICATION_STRING.
    private const string IdentitySetting = "AZURE_CLIENT_ID";

    public static void AddAzureMonitor(this FunctionsApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue<bool>(Setting))
            return;
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(Signals.Name))
            .WithMetrics(metrics => metrics.AddMeter(Signals.Name))
            .UseFunctionsWorkerDefaults()
            .UseAzureMonitorExporter(options =>
            {
                if (builder.Configuration[IdentitySetting] is { Length: > 0 } identity)
                    options.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity));
                // A log of a trace that is left out would be left out with it, and the alerts wait for logs.
                options.SamplingRatio = 1;
                options.TracesPerSecond = null;
                options.EnableTraceBasedLogsSampler = false;
                options.EnableLiveMetrics = false;
            });
    }
}
