using Testing;

namespace LocalHost.Tests.Backup;

/// <summary>The two commands as a person types them.</summary>
public sealed class BackupCommandTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Programme_IsExportedAndImported_AndNothingIsOverwritten()
    {
        var (exported, told) = await RunAsync("export", "henan-2012", "backup", $"--Storage:ConnectionString={azurite.FreshStorage()}");
        Assert.Equal((0, true), (exported, told.Contains("rows and 0 files of henan-2012 exported to backup.", StringComparison.Ordinal)));

        var (imported, said) = await RunAsync("import", "backup", $"--Storage:ConnectionString={azurite.FreshStorage()}");
        Assert.Equal((0, true), (imported, said.Contains("of henan-2012 imported.", StringComparison.Ordinal)));

        var (again, refused) = await RunAsync("export", "henan-2012", "backup", $"--Storage:ConnectionString={azurite.FreshStorage()}");
        Assert.Equal(1, again);
        Assert.Contains("The folder backup is not empty.", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Usage: export PROGRAMME FOLDER [SETTINGS]", "export", "henan-2012")]
    [InlineData("Usage: import FOLDER [SETTINGS]", "import")]
    public async Task WhatIsMissing_IsSaid(string said, params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownProgramme_AndNoBackup_AreSaid()
    {
        var (exported, unknown) = await RunAsync("export", "hebei-2012", "backup", $"--Storage:ConnectionString={azurite.FreshStorage()}");
        var (imported, missing) = await RunAsync("import", "nowhere", $"--Storage:ConnectionString={azurite.FreshStorage()}");

        Assert.Equal((1, 1), (exported, imported));
        Assert.Contains("There is no programme 'hebei-2012'.", unknown, StringComparison.Ordinal);
        Assert.Contains("There is no backup.json in nowhere.", missing, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var host = HostProcess.Start(folder.Path, null, arguments);
        return (await host.ExitedAsync(Cancelled), host.Output);
    }
}
