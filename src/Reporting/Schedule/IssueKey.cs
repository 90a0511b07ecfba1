namespace Reporting.Schedule;

/// <summary>Which issue is meant: one kind of document for a period, of one plan or (plan null) over all plans.</summary>
public sealed record IssueKey(string Programme, Period Period, IssueKind Kind, string? Plan);
