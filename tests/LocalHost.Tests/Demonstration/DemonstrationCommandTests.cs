using Testing;

namespace LocalHost.Tests.Demonstration;

public sealed class DemonstrationCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--output", "--output", 1)]
    [InlineData("--quarters=5", "--quarters needs a whole number from 1 to 4, the quarters to tell; '5' is none.", 1)]
    [InlineData("--Azurite:Node=no-such-node", "找不到 Node.js（no-such-node）", 1)]
    [InlineData("--Catalogue:Folders:0=nowhere", "nowhere", 78)]
    [InlineData("--Fonts:Body=missing.ttf", "Fonts:Body", 78)]
    public async Task Demo_FailsWithAMessage_WhenItCannotRun(string argument, string named, int exitCode)
    {
        using var host = HostProcess.Start(folder.Path, null, "demo", argument);

        Assert.Equal(exitCode, await host.ExitedAsync(Cancelled));
        Assert.Contains(named, host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }
}
