using Microsoft.Extensions.Hosting;

namespace Reporting.Catalogue;

/// <summary>Loads the catalogue before anything is served, so that a broken file stops the start and not the first request.</summary>
/// <param name="programmes">Asking for them loads them.</param>
#pragma warning disable CS9113 // The parameter is the whole purpose: resolving it reads the files.
internal sealed class LoadCatalogueAtStart(Programmes programmes) : IHostedService
#pragma warning restore CS9113
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
