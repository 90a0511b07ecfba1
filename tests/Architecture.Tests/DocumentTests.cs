using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>What the documents name exists.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Source.Root, "*.md").Concat(Source.Files("docs", "*.md")).Select(Source.Relative)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_NamesOnlyFilesThatExist(string document)
    {
        var path = Path.Combine(Source.Root, document);
        var text = File.ReadAllText(path);
        var links = Link().Matches(text).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Select(target => Path.Combine(Path.GetDirectoryName(path) ?? Source.Root, target.Split('#')[0]));
        var names = RootedName().Matches(text).Select(match => Path.Combine(Source.Root, match.Groups[1].Value));

        var gone = links.Concat(names).Where(target => !File.Exists(target) && !Directory.Exists(target)).Select(Source.Relative);

        Assert.Empty(gone);
    }

    [GeneratedRegex(@"\]\(([^)#\s]+[^)\s]*)\)")]
    private static partial Regex Link();

    /// <summary>A path in code style that begins at one of the checkout's folders and has no placeholder in it.</summary>
    [GeneratedRegex(@"`((?:src|tests|data|docs|infra)/[\w./-]+)`")]
    private static partial Regex RootedName();
}
