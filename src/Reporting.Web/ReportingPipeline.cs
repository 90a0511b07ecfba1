using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Web.Access;
using Reporting.Web.Endpoints;
using Reporting.Web.Pages;
using Reporting.Web.Problems;
using Reporting.Web.Telemetry;

namespace Reporting.Web;

/// <summary>
/// The one ASP.NET Core pipeline of both hosts. It needs nothing of a web application: <see cref="UseReportingWeb"/> also works on a bare
/// <see cref="ApplicationBuilder"/> over the Functions worker's services.
/// </summary>
public static class ReportingPipeline
{
    /// <summary>
    /// What a host's server has to let pass, in bytes: a little more than the largest body that an endpoint takes, so that the endpoint can say
    /// what is too much.
    /// </summary>
    public const int MostBodyBytes = WorkbookBody.MostBytes + (1024 * 1024);

    /// <summary>Registers the core and everything that the pipeline needs.</summary>
    public static IServiceCollection AddReportingWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddReporting(configuration);
        services.AddRouting();
        services.ConfigureHttpJsonOptions(options => ReportingJson.Apply(options.SerializerOptions));
        services.AddReportingAccess(configuration);
        services.AddPortalPages();
        services.AddReportingOpenApi();
        services.AddReportingTelemetry(configuration);
        services.AddSingleton<EntryRequests>();
        services.AddSingleton<UnitNames>();
        return services;
    }

    /// <summary>Adds the pipeline to <paramref name="app"/>; nothing may follow it, since it answers every request.</summary>
    public static IApplicationBuilder UseReportingWeb(this IApplicationBuilder app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ProblemEdge>();
        app.UseMiddleware<OneCredential>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<RateLimits>();
        app.UseAuthorization();
        app.UseEndpoints(ReportingEndpoints.Map);
        return app;
    }
}
