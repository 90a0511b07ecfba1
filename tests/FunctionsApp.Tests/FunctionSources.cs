using System.Text.RegularExpressions;

namespace FunctionsApp.Tests;

/// <summary>The functions that the sources of FunctionsApp declare, read as text: without its packages the app cannot be loaded.</summary>
internal static partial class FunctionSources
{
    private static readonly string Text = string.Join(
        '\n',
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "FunctionsApp"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText));

    /// <summary>Every function with its trigger as written.</summary>
    public static IReadOnlyList<(string Name, string Trigger)> All { get; } =
        [.. Function().Matches(Text).Select(m => (m.Groups["name"].Value, m.Groups["trigger"].Value))];

    /// <summary>The HTTP functions: name, methods in lower case in the order written, route.</summary>
    public static IReadOnlyList<(string Name, string Methods, string Route)> Http { get; } =
    [
        .. All.Select(f => (f.Name, Match: HttpTrigger().Match(f.Trigger)))
            .Where(f => f.Match.Success)
            .Select(f => (f.Name, f.Match.Groups["methods"].Value.Replace("\"", "", StringComparison.Ordinal), f.Match.Groups["route"].Value)),
    ];

    /// <summary>How many functions there are, however they are written.</summary>
    public static int Count => Text.Split("[Function(").Length - 1;

    /// <summary>All sources in one.</summary>
    public static string Whole => Text;

    [GeneratedRegex(@"\[Function\(""(?<name>\w+)""\)\]\s+public \S+ \w+\(\s*\[(?<trigger>\w+Trigger\([^\]]*\))\]", RegexOptions.CultureInvariant)]
    private static partial Regex Function();

    [GeneratedRegex(@"^HttpTrigger\(AuthorizationLevel\.Anonymous, (?<methods>""[a-z]+""(?:, ""[a-z]+"")*), Route = ""(?<route>[^""]+)""\)$", RegexOptions.CultureInvariant)]
    private static partial Regex HttpTrigger();
}
