using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Word;

namespace Reporting.Tests.Bulletins.Word;

public sealed class WordOptionsTests
{
    [Fact]
    public void Defaults_AreInOrder() => Assert.Empty(new WordOptions().Faults());

    [Theory]
    [InlineData("Body", "")]
    [InlineData("Heading", "  ")]
    [InlineData("Title", "宋体;黑体")]
    [InlineData("Kai", "一个比Word所能保存的三十一个字符还要长出许多来的字体名称，不能用")]
    [InlineData("Latin", "Times\nNew Roman")]
    [InlineData("PageNumber", "宋体,黑体")]
    public void Setting_IsRefused_WithItsKey_WhenItIsNoNameOfOneTypeface(string key, string value)
    {
        var settings = new Dictionary<string, string?> { ["Storage:ConnectionString"] = "UseDevelopmentStorage=true", [$"Word:{key}"] = value };
        using var services = new ServiceCollection().AddLogging().AddReporting(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<WordOptions>>().Value);

        Assert.Contains($"Setting Word:{key} must be", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void File_NamesTheOfficesOwnFaces_AndNoOthers()
    {
        var options = new WordOptions { Body = "仿宋_GB2312", Heading = "方正黑体_GBK", Title = "华文中宋", TitleBold = true, Kai = "楷体_GB2312", Latin = "Arial", PageNumber = "新宋体" };
        var renderer = new WordRenderer(Options.Create(options));

        using var stream = new MemoryStream(renderer.Render(Issues.All["bulletin"]()));
        using var file = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(stream, isEditable: false);

        string[] faces = ["Arial", "仿宋_GB2312", "华文中宋", "新宋体", "方正黑体_GBK", "楷体_GB2312"];
        var styles = file.MainDocumentPart?.StyleDefinitionsPart?.Styles;
        Assert.Equal(
            faces.Order(StringComparer.Ordinal),
            styles?.Descendants<DocumentFormat.OpenXml.Wordprocessing.RunFonts>().SelectMany(f => new[] { f.Ascii?.Value, f.EastAsia?.Value, f.HighAnsi?.Value, f.ComplexScript?.Value })
                .OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            faces.Order(StringComparer.Ordinal),
            file.MainDocumentPart?.FontTablePart?.Fonts?.Elements<DocumentFormat.OpenXml.Wordprocessing.Font>().Select(f => f.Name?.Value ?? "").Order(StringComparer.Ordinal));
        Assert.NotNull(styles?.Elements<DocumentFormat.OpenXml.Wordprocessing.Style>().Single(s => s.StyleId == "Title").StyleRunProperties?.Bold);
    }

    [Fact]
    public void Host_WritesAWordFileBesideThePdf()
    {
        var settings = new Dictionary<string, string?> { ["Storage:ConnectionString"] = "UseDevelopmentStorage=true" };
        using var services = new ServiceCollection().AddLogging().AddReporting(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();

        var files = services.GetServices<IBulletinRenderer>().Select(r => r.FileName).ToList();

        Assert.Contains("bulletin.docx", files);
        Assert.Contains("bulletin.pdf", files);
    }
}
