using Microsoft.Extensions.Configuration;
using Reporting.Storage;

namespace FunctionsApp.Tests;

public sealed class QueueBindingTests
{
    private const string Account = "DefaultEndpointsProtocol=https;AccountName=one;AccountKey=a2V5;EndpointSuffix=example.org";
    private const string Other = "DefaultEndpointsProtocol=https;AccountName=two;AccountKey=a2V5;EndpointSuffix=example.org";

    private static readonly Uri Queues = new("https://one.queue.example.org/");

    [Theory]
    [InlineData("AzureWebJobsStorage", Account)]
    [InlineData("AzureWebJobsDashboard", Other)]
    public void Start_GoesOn_WhenTheHostHasTheSameAccountOrNone(string setting, string value) =>
        Assert.Empty(FaultsOf(new StorageOptions { ConnectionString = Account }, setting, value));

    [Theory]
    [InlineData("AzureWebJobsStorage:queueServiceUri", "https://one.queue.example.org/")]
    [InlineData("AzureWebJobsStorage:queueServiceUri", "https://one.queue.example.org")]
    [InlineData("AzureWebJobsStorage:accountName", "one")]
    public void Start_GoesOn_WhenTheHostReachesTheSameAccountWithAnIdentity(string setting, string value) =>
        Assert.Empty(FaultsOf(new StorageOptions { QueueServiceUri = Queues }, setting, value));

    [Theory]
    [InlineData("AzureWebJobsStorage", Other)]
    [InlineData("AzureWebJobsStorage", Account)]
    [InlineData("AzureWebJobsStorage:queueServiceUri", "https://two.queue.example.org")]
    [InlineData("AzureWebJobsStorage:queueServiceUri", "two")]
    [InlineData("AzureWebJobsStorage:accountName", "on")]
    public void Start_IsRefused_WhenTheTriggerWouldListenAtAnotherAccount(string setting, string value) =>
        Assert.Contains("AzureWebJobsStorage and Storage", Assert.Single(FaultsOf(new StorageOptions { QueueServiceUri = Queues }, setting, value)), StringComparison.Ordinal);

    [Fact]
    public void Start_IsRefused_WhenTheQueueWouldHaveAnotherName() =>
        Assert.Contains("Storage:NamePrefix", Assert.Single(FaultsOf(new StorageOptions { ConnectionString = Account, NamePrefix = "a" }, "AzureWebJobsStorage", Account)), StringComparison.Ordinal);

    private static IEnumerable<string> FaultsOf(StorageOptions options, string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
        return new QueueBinding(configuration).Validate(null, options).Failures ?? [];
    }
}
