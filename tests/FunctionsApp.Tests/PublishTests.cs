using Testing;

namespace FunctionsApp.Tests;

public sealed class PublishTests
{
    [Fact]
    public async Task Publish_IsRefusedInBothLanguages_WhenTheWorkerPackagesAreNotThere()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await Repository.RunAsync("dotnet", "publish", Path.Combine("src", "FunctionsApp"), "--output", folder.Path);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("-p:FunctionsWorker=true", output, StringComparison.Ordinal);
        Assert.Contains("不能发布", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
