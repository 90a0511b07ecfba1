using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Pdf;

namespace Reporting.QuestPdf;

/// <summary>The licence under which QuestPDF is run (section <c>QuestPdf</c>): whoever runs it must say which, so there is no default.</summary>
public sealed class QuestPdfOptions
{
    public const string Section = "QuestPdf";

    private static readonly string[] Licences = ["Community", "Professional", "Enterprise"];

    /// <summary>Community, Professional or Enterprise, written so; public bodies may not use the first (licence 3.0 of 6 July 2026).</summary>
    public string Licence { get; set; } = "";

    /// <param name="configuration">Says whether QuestPDF is chosen; otherwise nothing is asked of this section.</param>
    internal sealed class Validation(IConfiguration configuration) : IValidateOptions<QuestPdfOptions>
    {
        public ValidateOptionsResult Validate(string? name, QuestPdfOptions options)
        {
            if (configuration[$"{PdfOptions.Section}:{nameof(PdfOptions.Renderer)}"] != PdfOptions.QuestPdf || Licences.Contains(options.Licence))
                return ValidateOptionsResult.Success;
            var found = options.Licence.Length == 0 ? ("没有设置", "is missing") : ($"不能是“{options.Licence}”", $"cannot be '{options.Licence}'");
            return ValidateOptionsResult.Fail(
                $"使用 QuestPDF 须声明所持许可：设置 {Section}:{nameof(Licence)} {found.Item1}，应为 {string.Join("、", Licences)} 之一；国家机关和公共部门不得使用 Community。"
                + $" QuestPDF wants to be told its licence: the setting {Section}:{nameof(Licence)} {found.Item2};"
                + $" it must be one of {string.Join(", ", Licences)}. Public bodies are not eligible for Community.");
        }
    }
}
