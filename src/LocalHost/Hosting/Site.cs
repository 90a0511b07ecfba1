using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Documents;
using Reporting.Catalogue;
using Reporting.Publishing;
#if QUESTPDF
using Reporting.QuestPdf;
#endif
using Reporting.Storage;
using Reporting.Web;
using Typesetting.Fonts;

namespace LocalHost.Hosting;

/// <summary>The pipeline of Reporting.Web as a web application on this machine.</summary>
internal static class Site
{
    /// <summary>
    /// Settings come from appsettings.json beside the program, the environment, the command line and, in a service, its credentials, whose file names
    /// are the keys (<c>Storage__ConnectionString</c>); the last one wins.
    /// </summary>
    internal static WebApplicationBuilder Configure(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (Environment.GetEnvironmentVariable(Systemd.Credentials) is { Length: > 0 } folder)
            builder.Configuration.AddKeyPerFile(folder, optional: false);
        Systemd.AddTo(builder);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        // A host that cannot start throws what it also logs as an error with its stack; the message of Failures is enough.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        return builder;
    }

    /// <summary>Builds the application and makes what the storage account lacks; it does not listen yet.</summary>
    internal static async Task<WebApplication> BuildAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        builder.Services.AddReportingWeb(builder.Configuration);
#if QUESTPDF
        builder.Services.AddQuestPdf(builder.Configuration);
#endif
        var app = builder.Build();
        app.UseReportingWeb();
        // What the host would find wrong while starting it would log with a stack trace; found here it is one message.
        app.Services.GetService<IStartupValidator>()?.Validate();
        _ = app.Services.GetRequiredService<FontSet>();
        _ = app.Services.GetServices<IBulletinRenderer>();
        _ = app.Services.GetRequiredService<Programmes>();
        _ = app.Services.GetRequiredService<ManifestSigner>();
        await app.Services.GetRequiredService<StorageSetup>().EnsureAsync(cancellationToken);
        return app;
    }

    /// <exception cref="OptionsValidationException">The setting Urls is no address.</exception>
    /// <exception cref="LocalRunException">The machine does not have the address of the setting Urls, perhaps not yet.</exception>
    internal static async Task ListenAsync(WebApplication app)
    {
        try
        {
            foreach (var url in (app.Configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                RequireHost(BindingAddress.Parse(url).Host);
            await app.StartAsync();
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or SocketException
            || (failure is InvalidOperationException && failure.Message.StartsWith("Unable to configure HTTPS", StringComparison.Ordinal)))
        {
            var urls = app.Configuration["Urls"];
            var known = new LocalRunException(
                $"无法在设置 Urls 的网址“{urls}”上监听，应如 http://127.0.0.1:5080。",
                $"The address '{urls}' of the setting Urls cannot be listened on; write one like http://127.0.0.1:5080. {failure.Message}");
            throw failure is SocketException ? known : new OptionsValidationException("Urls", typeof(string), [known.Message]);
        }
    }

    /// <summary>Kestrel listens on every interface for a host that it cannot read as an address, a mistyped one too; only who asks for that gets it.</summary>
    private static void RequireHost(string host)
    {
        if (host is not ("localhost" or "*" or "+") && !IPAddress.TryParse(host, out _))
            throw new FormatException($"'{host}' is neither localhost nor an IP address; write * for every interface.");
    }
}
