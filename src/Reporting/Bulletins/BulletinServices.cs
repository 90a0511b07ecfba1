using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Html;
using Reporting.Bulletins.Pdf;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Tracing;
using Reporting.Bulletins.Word;
using Reporting.Collecting;

namespace Reporting.Bulletins;

/// <summary>Registers what writes issues: fonts, and a renderer for each file.</summary>
internal static class BulletinServices
{
    public static void AddBulletins(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FontOptions>().Bind(configuration.GetSection(FontOptions.Section));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FontOptions>>().Value.Load(
            provider.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory,
            AppContext.BaseDirectory));
        services.AddHostedService<LoadFontsAtStart>();
        services.AddHostedService<CheckKindsAtStart>();
        services.AddOptions<PdfOptions>().Bind(configuration.GetSection(PdfOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PdfOptions>, PdfOptions.Validation>();
        services.AddKeyedSingleton<IBulletinRenderer, PdfRenderer>(PdfOptions.BuiltIn);
        services.AddSingleton(provider => provider.GetRequiredKeyedService<IBulletinRenderer>(provider.GetRequiredService<IOptions<PdfOptions>>().Value.Renderer));
        services.AddOptions<WordOptions>().Bind(configuration.GetSection(WordOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WordOptions>, WordOptions.Validation>();
        services.AddSingleton<IBulletinRenderer, WordRenderer>();
        services.AddSingleton<IBulletinRenderer, HtmlRenderer>();
        services.AddSingleton<IBulletinRenderer, TraceRenderer>();
        services.AddSingleton<ICharacterRepertoire, FontRepertoire>();
    }
}
