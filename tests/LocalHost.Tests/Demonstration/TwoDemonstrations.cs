using LocalHost.Demonstration;
using Testing;

namespace LocalHost.Tests.Demonstration;

/// <summary>
/// The demonstration, run twice: the whole year in this process, and as the command a person types, the usual quarters in another language and
/// time zone.
/// </summary>
[CollectionDefinition(Collection)]
public sealed class TwoDemonstrations : IAsyncLifetime, ICollectionFixture<TwoDemonstrations>
{
    /// <summary>The test classes that read what it wrote.</summary>
    internal const string Collection = "Two demonstrations";

    private readonly TemporaryFolder folder = new();

    internal string First => Path.Combine(folder.Path, "first");

    internal string Second => Path.Combine(folder.Path, "out", "demo");

    internal IReadOnlyList<WrittenIssue> Issues { get; private set; } = [];

    internal int ExitCode { get; private set; }

    internal string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var cancelled = TestContext.Current.CancellationToken;
        Issues = await new DemonstrationRun(First, new DemonstrationWatcher(), quarters: 4).RunAsync([], cancelled);
        var elsewhere = new Dictionary<string, string>
        {
            ["LC_ALL"] = "ar_SA.UTF-8",
            ["LANG"] = "ar_SA.UTF-8",
            ["TZ"] = "America/St_Johns",
        };
        using var process = HostProcess.Start(folder.Path, elsewhere, "demo");
        ExitCode = await process.ExitedAsync(cancelled);
        Output = process.Output;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
