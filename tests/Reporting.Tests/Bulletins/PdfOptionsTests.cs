using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Pdf;

namespace Reporting.Tests.Bulletins;

public sealed class PdfOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("BuiltIn")]
    public void Renderer_IsOurs_UnlessTheSettingsSayOtherwise(string? setting)
    {
        using var services = Services(setting);

        Validate(services);

        Assert.IsType<PdfRenderer>(Assert.Single(services.GetServices<IBulletinRenderer>(), renderer => renderer.FileName == "bulletin.pdf"));
    }

    [Theory]
    [InlineData("", "BuiltIn 或 QuestPdf", "must be BuiltIn or QuestPdf")]
    [InlineData("questpdf", "不能是“questpdf”", "not 'questpdf'")]
    [InlineData("QuestPdf", "dotnet build -p:QuestPdf=true", "which this build does not contain")]
    public void Start_IsStopped_NamingTheKey_WhenThereIsNoSuchRenderer(string setting, string chinese, string english)
    {
        using var services = Services(setting);

        var refused = Assert.Throws<OptionsValidationException>(() => Validate(services));

        Assert.Contains("Pdf:Renderer", refused.Message, StringComparison.Ordinal);
        Assert.Contains(chinese, refused.Message, StringComparison.Ordinal);
        Assert.Contains(english, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Renderer_IsTheOneThatIsChosen_WhenTheBuildHasIt()
    {
        using var services = Services("QuestPdf", collection => collection.AddKeyedSingleton<IBulletinRenderer, OtherRenderer>(PdfOptions.QuestPdf));

        Validate(services);

        Assert.IsType<OtherRenderer>(Assert.Single(services.GetServices<IBulletinRenderer>(), renderer => renderer.FileName == "bulletin.pdf"));
    }

    private static void Validate(ServiceProvider services) => services.GetRequiredService<IStartupValidator>().Validate();

    private static ServiceProvider Services(string? renderer, Action<IServiceCollection>? add = null)
    {
        var settings = new Dictionary<string, string?> { ["Storage:ConnectionString"] = "UseDevelopmentStorage=true", ["Publishing:StartOn"] = "2012-01-01" };
        if (renderer is not null)
            settings["Pdf:Renderer"] = renderer;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddReporting(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        add?.Invoke(collection);
        return collection.BuildServiceProvider();
    }

    private sealed class OtherRenderer : IBulletinRenderer
    {
        public string FileName => "bulletin.pdf";

        public string Engine => "Other 1";

        public byte[] Render(Document document) => [];
    }
}
