using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Reporting.Web;

namespace FunctionsApp;

/// <summary>The one pipeline of Reporting.Web, built once over the worker's services and run for the requests of all functions.</summary>
public sealed class Pipeline(IServiceProvider services)
{
    private readonly Lazy<RequestDelegate> run = new(() =>
    {
        var app = new ApplicationBuilder(services);
        app.UseReportingWeb();
        return app.Build();
    });

    /// <summary>Answers the request; the result is empty because the response is written already.</summary>
    public async Task<IResult> RunAsync(HttpRequest request)
    {
        // The worker has set its own endpoint, and routing skips a context that has one.
        var context = request.HttpContext;
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        await run.Value(context);
        return Results.Empty;
    }
}
