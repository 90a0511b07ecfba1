using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Pdf;

/// <summary>Which program writes the PDF of an issue (section <c>Pdf</c>); each is registered as a keyed <see cref="IBulletinRenderer"/> under its name here.</summary>
public sealed class PdfOptions
{
    public const string Section = "Pdf";

    /// <summary>Our own typesetting.</summary>
    public const string BuiltIn = "BuiltIn";

    /// <summary>QuestPDF; only in a build with <c>-p:QuestPdf=true</c>.</summary>
    public const string QuestPdf = "QuestPdf";

    /// <summary><see cref="BuiltIn"/> or <see cref="QuestPdf"/>, written so.</summary>
    public string Renderer { get; set; } = BuiltIn;

    internal sealed class Validation(IServiceProviderIsKeyedService services) : IValidateOptions<PdfOptions>
    {
        public ValidateOptionsResult Validate(string? name, PdfOptions options)
        {
            if (options.Renderer is not (BuiltIn or QuestPdf))
            {
                return ValidateOptionsResult.Fail(
                    $"设置 {Section}:{nameof(Renderer)} 应为 {BuiltIn} 或 {QuestPdf}，不能是“{options.Renderer}”。"
                    + $" The setting {Section}:{nameof(Renderer)} must be {BuiltIn} or {QuestPdf}, not '{options.Renderer}'.");
            }
            return services.IsKeyedService(typeof(IBulletinRenderer), options.Renderer)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"设置 {Section}:{nameof(Renderer)} 选用了 {options.Renderer}，但本程序在构建时没有包含它。请加上开关重新构建：dotnet build -p:{options.Renderer}=true，"
                    + $"或把该设置改回 {BuiltIn}。"
                    + $" The setting {Section}:{nameof(Renderer)} chooses {options.Renderer}, which this build does not contain."
                    + $" Build again with the switch: dotnet build -p:{options.Renderer}=true, or set it back to {BuiltIn}.");
        }
    }
}
