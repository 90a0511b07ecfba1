using System.Diagnostics;
using System.Reflection;

namespace FunctionsApp.Tests;

/// <summary>The files of the repository that the tests read, and the programs that they run on them.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Bicep { get; } = Metadata("Bicep");

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    public static Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments) => RunAsync(program, [], arguments);

    /// <param name="environment">Beside that of the test; null takes a variable out.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, Dictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == key).Value ?? throw new InvalidOperationException($"The build did not set {key}.");
}
