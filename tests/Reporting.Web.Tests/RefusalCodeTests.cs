using System.Text.RegularExpressions;
using Reporting.Web.Problems;
using Testing;

namespace Reporting.Web.Tests;

public sealed partial class RefusalCodeTests
{
    [Fact]
    public void EveryRefusalOfTheSources_HasItsStatusAndTitles()
    {
        var codes = new[] { "Reporting", "Reporting.Web" }
            .SelectMany(p => Directory.EnumerateFiles(Repository.Path("src", p), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("text-too-long", codes);
        Assert.Empty(codes.Except(RefusalTable.Codes, StringComparer.Ordinal));
    }

    [GeneratedRegex("""new Refusal\(\s*"([a-z-]+)",""", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
