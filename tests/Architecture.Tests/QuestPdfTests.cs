using System.Text.RegularExpressions;
using Reporting.Bulletins.Documents;

namespace Architecture.Tests;

/// <summary>The second PDF renderer is compiled only with a switch, so its sources are read as text: a new kind of block or chart must not be forgotten there.</summary>
public sealed class QuestPdfTests
{
    private static readonly string Sources = string.Concat(Source.Files("src/Reporting.QuestPdf").Select(File.ReadAllText));

    public static TheoryData<string> Pieces =>
    [
        .. Source.Reporting.GetTypes().Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(Block)) || type.IsSubclassOf(typeof(Chart))))
            .Select(type => type.Name).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Renderer_HasAFormForEveryBlockAndChart(string piece) =>
        Assert.Matches($@"\bcase {Regex.Escape(piece)} \w+:", Sources);

    [Fact]
    public void Project_IsEmpty_WithoutItsSwitch() => Assert.Contains(
        "<EnableDefaultCompileItems Condition=\"'$(QuestPdf)' != 'true'\">false</EnableDefaultCompileItems>",
        File.ReadAllText(Path.Combine(Source.Root, "src/Reporting.QuestPdf/Reporting.QuestPdf.csproj")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("src/LocalHost/Hosting/Site.cs")]
    [InlineData("src/FunctionsApp/Program.cs")]
    public void Host_OffersIt_OnlyInABuildWithTheSwitch(string host)
    {
        var calls = Regex.Matches(File.ReadAllText(Path.Combine(Source.Root, host)), @"(?<guard>#if QUESTPDF\s+)?[\w.]*\bAddQuestPdf\(");

        Assert.True(Assert.Single(calls).Groups["guard"].Success);
    }

    [Fact]
    public void Core_KnowsNothingOfIt() =>
        Assert.DoesNotContain(Source.Files("src/Reporting").Concat(Source.Files("src/Reporting.Web")), file => File.ReadAllText(file).Contains("using QuestPDF", StringComparison.Ordinal));
}
