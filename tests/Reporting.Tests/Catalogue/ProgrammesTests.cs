using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Reporting.Catalogue;
using Testing;

namespace Reporting.Tests.Catalogue;

public sealed class ProgrammesTests
{
    [Fact]
    public void Load_FindsHenan2012_WhenNoFolderIsSet()
    {
        var programmes = Programmes.Load(new CatalogueOptions());
        Assert.Equal(["henan-2012"], programmes.All.Select(p => p.Id));
        Assert.True(programmes.TryGet("henan-2012", out _));
        Assert.False(programmes.TryGet("henan-2013", out _));
    }

    [Fact]
    public void Load_Refuses_WhenTwoFoldersHoldOneProgramme()
    {
        var exception = Assert.Throws<OptionsValidationException>(
            () => Programmes.Load(new CatalogueOptions { Folders = [Henan2012.Folder, CatalogueOptions.DefaultFolder] }));
        Assert.Contains("henan-2012", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Host_ReadsTheFolderOfTheSetting()
    {
        using var copy = new CatalogueCopy();
        copy.Edit("programme.json", text => text.Replace("\"id\": \"henan-2012\"", "\"id\": \"henan-copy\"", StringComparison.Ordinal));
        using var services = Services(copy.Folder);
        var programme = Assert.Single(services.GetRequiredService<Programmes>().All);
        Assert.Equal(("henan-copy", new DateOnly(2012, 6, 1)), (programme.Id, programme.StartsOn));
    }

    [Fact]
    public void Host_DoesNotStart_WhenAFileIsBroken()
    {
        using var copy = new CatalogueCopy();
        copy.Edit("units.json", text => text.Replace("\"id\": \"commerce\"", "\"id\": \"finance\"", StringComparison.Ordinal));
        using var services = Services(copy.Folder);
        Assert.Throws<CatalogueException>(() => services.GetServices<IHostedService>().ToList());
    }

    private static ServiceProvider Services(string folder)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Catalogue:Folders:0"] = folder, ["Publishing:StartOn"] = "2012-06-01" })
            .Build();
        return new ServiceCollection().AddLogging().AddReporting(configuration).BuildServiceProvider();
    }
}
