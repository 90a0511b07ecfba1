using System.Reflection;
using System.Text.RegularExpressions;
using Reporting.Collecting.Plausibility;
using Testing;

namespace Reporting.Tests.Collecting.Plausibility;

public sealed partial class PlausibilityDocumentTests
{
    [Fact]
    public void Document_ExplainsEveryWarning_AndNoOther()
    {
        var codes = typeof(WarningCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string?)f.GetRawConstantValue());

        var explained = Row().Matches(File.ReadAllText(Repository.Path("docs", "plausibility.md"))).Select(m => m.Groups[1].Value);

        Assert.Equal(codes, explained);
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
