using Microsoft.Extensions.Configuration;
using Reporting.QuestPdf;

namespace Reporting.Tests.Bulletins;

/// <summary>These options know nothing of QuestPDF, so their file is compiled into the tests too, which need no switch.</summary>
public sealed class QuestPdfOptionsTests
{
    [Theory]
    [InlineData("QuestPdf", "Community")]
    [InlineData("QuestPdf", "Professional")]
    [InlineData("QuestPdf", "Enterprise")]
    [InlineData("BuiltIn", "")]
    [InlineData(null, "")]
    public void Licence_IsAskedFor_OnlyWhereQuestPdfIsChosen(string? renderer, string licence) => Assert.Null(Fault(renderer, licence));

    [Theory]
    [InlineData("", "没有设置", "is missing")]
    [InlineData("Evaluation", "不能是“Evaluation”", "cannot be 'Evaluation'")]
    [InlineData("professional", "不能是“professional”", "cannot be 'professional'")]
    public void Licence_HasNoDefault_AndTheMessageNamesTheKey(string licence, string chinese, string english)
    {
        var fault = Fault("QuestPdf", licence);

        Assert.Contains("设置 QuestPdf:Licence " + chinese, fault, StringComparison.Ordinal);
        Assert.Contains("the setting QuestPdf:Licence " + english, fault, StringComparison.Ordinal);
        Assert.Contains("Community, Professional, Enterprise", fault, StringComparison.Ordinal);
    }

    private static string? Fault(string? renderer, string licence)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Pdf:Renderer", renderer)]).Build();
        return new QuestPdfOptions.Validation(configuration).Validate(null, new QuestPdfOptions { Licence = licence }).FailureMessage;
    }
}
