namespace LocalHost.Demonstration;

/// <summary>The problems of a plan as the API lists them.</summary>
internal sealed record LedgerProblems(IReadOnlyList<LedgerProblem> Problems);

/// <summary>A problem as the API lists it.</summary>
/// <param name="Hash">Of its version; also its ETag.</param>
internal sealed record LedgerProblem(string Id, string? Task, string Unit, string Text, string Hash);
