using Microsoft.Extensions.Hosting;
using Typesetting.Fonts;

namespace Reporting.Bulletins.Pdf;

/// <summary>Has the fonts loaded when the host starts, so that a missing file stops it then and not at the first bulletin.</summary>
internal sealed class LoadFontsAtStart(FontSet fonts) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = fonts.Body;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
