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
    public void Deployment_TakesMainAlone_AndOnlyWhatWasBuiltAndTested()
    {
        var deploy = Repository.Read(".github/workflows/deploy.yml");

        Assert.Contains("    if: github.ref == 'refs/heads/main'\n", deploy, StringComparison.Ordinal);
        Assert.Contains("gh run list --workflow build.yml --commit \"$GITHUB_SHA\" --status success", deploy, StringComparison.Ordinal);
        Assert.True(deploy.IndexOf("build was green", StringComparison.Ordinal) < deploy.IndexOf("azure/login", StringComparison.Ordinal));
    }

    /// <summary>Each output of the template that the workflow reads is one that there is, and each variable is in the instructions.</summary>
    [Fact]
    public void Deployment_ReadsWhatTheTemplateSays_AndWhatTheInstructionsName()
    {
        var deploy = Repository.Read(".github/workflows/deploy.yml");
        var outputs = OutputUse().Matches(deploy).Select(m => m.Groups[1].Value).Distinct().ToList();
        var variables = VariableUse().Matches(deploy).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.Equal(["address", "functionAppName", "packageAddress"], outputs.Order(StringComparer.Ordinal));
        Assert.All(outputs, name => Assert.Contains($"\noutput {name} ", Repository.Read("infra/main.bicep"), StringComparison.Ordinal));
        Assert.True(variables.Count >= 6, string.Join(", ", variables));
        Assert.All(variables, name => Assert.Contains($"`{name}`", Repository.Read("docs/operations.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void Build_DoesWhatABareMachineDoes_AndPublishesWithBothSwitches()
    {
        Assert.Contains("- run: .ci/run", All, StringComparison.Ordinal);
        Assert.Contains("-p:FunctionsWorker=true -p:QuestPdf=true", All, StringComparison.Ordinal);
        Assert.Contains("functions.metadata", All, StringComparison.Ordinal);
    }

    [GeneratedRegex("steps[.]infra[.]outputs[.](\\w+)")]
    private static partial Regex OutputUse();

    [GeneratedRegex("vars[.](\\w+)")]
    private static partial Regex VariableUse();

    [GeneratedRegex("uses: (?<action>.+)$", RegexOptions.Multiline)]
    private static partial Regex UsesLine();
}
