using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Pdf;

namespace Reporting.QuestPdf;

/// <summary>Adds QuestPDF to the renderers that the setting <c>Pdf:Renderer</c> can choose.</summary>
public static class QuestPdfServices
{
    /// <summary>To be called beside the registration of the core; nothing of QuestPDF is loaded unless it is chosen.</summary>
    public static IServiceCollection AddQuestPdf(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<QuestPdfOptions>().Bind(configuration.GetSection(QuestPdfOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<QuestPdfOptions>>(new QuestPdfOptions.Validation(configuration));
        services.AddKeyedSingleton<IBulletinRenderer, QuestPdfRenderer>(PdfOptions.QuestPdf);
        return services;
    }
}
