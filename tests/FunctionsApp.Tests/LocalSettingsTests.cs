using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reporting.Storage;
using Reporting.Web;

namespace FunctionsApp.Tests;

/// <summary>The sample from which a developer makes the settings for the Core Tools.</summary>
public sealed class LocalSettingsTests
{
    private static readonly Dictionary<string, string?> Values = JsonDocument.Parse(Repository.Read("src", "FunctionsApp", "local.settings.sample.json"))
        .RootElement.GetProperty("Values").EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString(), StringComparer.Ordinal);

    [Fact]
    public void Sample_StartsTheApp()
    {
        // The Core Tools hand the values over as environment variables.
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Values.Select(v => KeyValuePair.Create(v.Key.Replace("__", ":", StringComparison.Ordinal), v.Value))).Build();
        using var services = new ServiceCollection().AddLogging().AddReportingWeb(configuration)
            .AddSingleton<IConfiguration>(configuration).AddSingleton<IValidateOptions<StorageOptions>, QueueBinding>().BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal("dotnet-isolated", Values["FUNCTIONS_WORKER_RUNTIME"]);
    }

    [Fact]
    public void Sample_HoldsNoKey_AndWhatIsMadeOfItIsNotCommitted()
    {
        Assert.Equal("", Values["Access__AdminKey"]);
        Assert.DoesNotContain(Values.Values, v => v?.Contains("AccountKey", StringComparison.OrdinalIgnoreCase) == true);
        Assert.Contains("local.settings.json", Repository.Read(".gitignore").Split('\n'));
    }
}
