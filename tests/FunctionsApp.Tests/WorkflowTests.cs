using System.Text.RegularExpressions;

namespace FunctionsApp.Tests;

/// <summary>What runs when somebody pushes or deploys.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string All = string.Concat(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows"), "*.yml").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    /// <summary>A tag can be moved to other code by whoever owns the action; a commit cannot.</summary>
    [Fact]
    public void Actions_ArePinnedToACommit_WithTheVersionBesideIt()
    {
        var uses = UsesLine().Matches(All).Select(m => m.Groups["action"].Value.Trim()).ToList();

        Assert.True(uses.Count >= 8, $"{uses.Count} actions are used.");
        Assert.All(uses, action => Assert.Matches("^[a-z]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$", action));
        // One action, one version.
        Assert.All(uses.GroupBy(action => action.Split('@')[0], StringComparer.Ordinal), same => Assert.Single(same.Distinct()));
    }

    [Fact]
    public void Deployment_SignsInWithoutASecret()
    {
        Assert.Contains("id-token: write", All, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", All, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_DoesWhatABareMachineDoes_AndPublishesWithBothSwitches()
    {
        Assert.Contains("- run: .ci/run", All, StringComparison.Ordinal);
        Assert.Contains("-p:FunctionsWorker=true -p:QuestPdf=true", All, StringComparison.Ordinal);
        Assert.Contains("functions.metadata", All, StringComparison.Ordinal);
    }

    [GeneratedRegex("uses: (?<action>.+)$", RegexOptions.Multiline)]
    private static partial Regex UsesLine();
}
