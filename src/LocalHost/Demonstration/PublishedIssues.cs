using Reporting.Schedule;

namespace LocalHost.Demonstration;

/// <summary>The published issues as the API lists them.</summary>
internal sealed record PublishedIssues(IReadOnlyList<ListedIssue> Bulletins);

/// <summary>A published issue as the API lists it.</summary>
internal sealed record ListedIssue(string Id, Period Period, IssueKind Kind, string? Plan, string Series, int Number, IReadOnlyList<ListedFile> Files);

/// <summary>A file of a published issue and the address to read it from.</summary>
internal sealed record ListedFile(string Name, string? Href);

/// <summary>What the schedule did, as the API lists it.</summary>
internal sealed record ListedRuns(IReadOnlyList<ListedRun> Runs);

/// <summary>A run as the API lists it.</summary>
/// <param name="What">The id of the issue worked on, or <c>tick</c>.</param>
internal sealed record ListedRun(string What, string Outcome, string? Error)
{
    /// <summary>Whether a person would have to look at it.</summary>
    internal bool Bad => Outcome is "failed" or "parked" or "dropped";
}
