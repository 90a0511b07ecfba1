using System.Text.Json;

namespace FunctionsApp.Tests.Infra;

/// <summary>infra/main.bicep, linted and compiled once for all tests of a class.</summary>
public sealed class CompiledTemplate : IAsyncLifetime
{
    private JsonDocument? template;

    public string LintOutput { get; private set; } = "";

    public int LintExitCode { get; private set; }

    /// <summary>What the compiler said of the template; empty when it was content.</summary>
    public string BuildOutput { get; private set; } = "";

    /// <summary>What the compiler said of the parameters, for production and for a test; empty when it was content.</summary>
    public string ParametersOutput { get; private set; } = "";

    /// <summary>What it said of those for production where nobody says on which day the installation begins.</summary>
    public string WithoutStart { get; private set; } = "";

    public string Text { get; private set; } = "";

    public JsonElement Variables => Root.GetProperty("variables");

    public JsonElement Parameters => Root.GetProperty("parameters");

    public JsonElement Outputs => Root.GetProperty("outputs");

    private JsonElement Root => template?.RootElement ?? throw new InvalidOperationException("The template has not been compiled.");

    /// <summary>The resources of a type; nested ones stand beside their parents in the compiled form.</summary>
    public IEnumerable<JsonElement> Resources(string type)
    {
        var resources = Root.GetProperty("resources");
        var all = resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray() : resources.EnumerateObject().Select(r => r.Value);
        return all.Where(r => r.GetProperty("type").GetString() == type && !r.TryGetProperty("existing", out _));
    }

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("CI") == "true",
            "The Bicep compiler of the NuGet package runs on Linux x64; elsewhere install it with: az bicep install");
        MakeExecutable(Repository.Bicep);
        var source = Path.Combine(Repository.Root, "infra", "main.bicep");
        using var folder = new Testing.TemporaryFolder();
        var compiled = Path.Combine(folder.Path, "main.json");
        (LintExitCode, LintOutput) = await Repository.RunAsync(Repository.Bicep, "lint", source);
        (_, BuildOutput) = await Repository.RunAsync(Repository.Bicep, "build", source, "--outfile", compiled);
        foreach (var parameters in Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra"), "*.bicepparam"))
            ParametersOutput += await ParametersAsync(parameters, folder, "2012-03-20");
        WithoutStart = await ParametersAsync(Path.Combine(Repository.Root, "infra", "main.bicepparam"), folder, startOn: null);
        Text = await File.ReadAllTextAsync(compiled, TestContext.Current.CancellationToken);
        template = JsonDocument.Parse(Text);
    }

    public ValueTask DisposeAsync()
    {
        template?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<string> ParametersAsync(string parameters, Testing.TemporaryFolder folder, string? startOn) => (await Repository.RunAsync(
        Repository.Bicep, new Dictionary<string, string?> { ["START_ON"] = startOn }, "build-params", parameters, "--outfile", Path.Combine(folder.Path, "parameters.json"))).Output;

    // NuGet unpacks without the bit.
    private static void MakeExecutable(string program)
    {
        if (OperatingSystem.IsLinux() && !File.GetUnixFileMode(program).HasFlag(UnixFileMode.UserExecute))
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
    }
}
