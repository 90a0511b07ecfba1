using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Reporting.Catalogue;

/// <summary>Loads the catalogue before anything is served, so that a broken file stops the start and not the first request.</summary>
/// <param name="programmes">Asking for them loads them.</param>
internal sealed partial class LoadCatalogueAtStart(Programmes programmes, ILogger<LoadCatalogueAtStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var programme in programmes.All)
            LogLoaded(programme.Id, programme.Plans.Count, programme.Hash);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Catalogue {Programme} loaded: {Plans} plans, SHA-256 {Hash}")]
    private partial void LogLoaded(string programme, int plans, string hash);
}
