using Microsoft.Extensions.Options;
using Reporting.Catalogue;
using Reporting.Storage;
using Reporting.Web;
using Typesetting.Fonts;

namespace LocalHost.Hosting;

/// <summary>The pipeline of Reporting.Web as a web application on this machine.</summary>
internal static class Site
{
    /// <summary>Settings come from appsettings.json beside the program, the environment and the command line; the last one wins.</summary>
    internal static WebApplicationBuilder Configure(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        return builder;
    }

    /// <summary>Builds the application and makes what the storage account lacks; it does not listen yet.</summary>
    internal static async Task<WebApplication> BuildAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        builder.Services.AddReportingWeb(builder.Configuration);
        var app = builder.Build();
        app.UseReportingWeb();
        // What the host would find wrong while starting it would log with a stack trace; found here it is one message.
        app.Services.GetService<IStartupValidator>()?.Validate();
        _ = app.Services.GetRequiredService<FontSet>();
        _ = app.Services.GetRequiredService<Programmes>();
        await app.Services.GetRequiredService<StorageSetup>().EnsureAsync(cancellationToken);
        return app;
    }
}
