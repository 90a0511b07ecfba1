using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Reporting.Web;

/// <summary>
/// The one ASP.NET Core pipeline of both hosts. It needs nothing of a web application: <see cref="UseReportingWeb"/> also works on a bare
/// <see cref="ApplicationBuilder"/> over the Functions worker's services.
/// </summary>
public static class ReportingPipeline
{
    /// <summary>Registers the core and everything that the pipeline needs.</summary>
    public static IServiceCollection AddReportingWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddReporting(configuration);
        services.AddRouting();
        return services;
    }

    /// <summary>Adds the pipeline to <paramref name="app"/>; nothing may follow it, since it answers every request.</summary>
    public static IApplicationBuilder UseReportingWeb(this IApplicationBuilder app)
    {
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            foreach (var endpoint in ReportingEndpoints.All)
            {
                if (endpoint.Handler is { } handler)
                    endpoints.MapMethods(endpoint.Pattern, endpoint.Method == "GET" ? ["GET", "HEAD"] : [endpoint.Method], handler);
            }
        });
        return app;
    }
}
