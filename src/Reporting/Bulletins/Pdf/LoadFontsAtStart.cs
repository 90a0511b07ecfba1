using Microsoft.Extensions.Hosting;
using Reporting.Bulletins.Documents;
using Typesetting.Fonts;

namespace Reporting.Bulletins.Pdf;

/// <summary>Has the fonts loaded and the renderers made when the host starts, so that what one lacks stops it then and not at the first bulletin.</summary>
internal sealed class LoadFontsAtStart(FontSet fonts, IEnumerable<IBulletinRenderer> renderers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = fonts.Body;
        _ = renderers.Count();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
