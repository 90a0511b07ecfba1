using Reporting.Schedule;

namespace Reporting.Bulletins.Snapshots;

/// <summary>What has changed since the last issue of the same series (上期): published figures that were corrected, and reports that came after it.</summary>
/// <param name="Corrections">In the order of that issue's plans, tasks and units.</param>
/// <param name="Supplied">补报: reports that the last issue had to do without and that were accepted since; in the same order.</param>
public sealed record ChangesSince(PreviousIssue Previous, IReadOnlyList<CorrectedFigure> Corrections, IReadOnlyList<SuppliedReport> Supplied);

/// <summary>An issue that was published before.</summary>
/// <param name="Id">e.g. <c>2012Q1-bulletin-automotive</c>.</param>
/// <param name="SignedOn">Its printed date, in Beijing.</param>
/// <param name="FrozenAt">When its snapshot was taken.</param>
public sealed record PreviousIssue(string Id, int Number, DateOnly SignedOn, Period Period, DateTimeOffset FrozenAt);

/// <summary>A published figure that does not hold any more.</summary>
/// <param name="Task">Null for a figure of the plan's indicators.</param>
/// <param name="Subject">Id of the target or project that the figure is of; null where it is of the task itself.</param>
/// <param name="Field">As in traces: <c>figures[automotive-T07].value</c>, <c>percent</c>, <c>projects[automotive-P010].cumulativeInvestment</c>.</param>
/// <param name="Was">The version that was published.</param>
/// <param name="Now">The version that stands.</param>
/// <param name="Published">As it was printed, with its unit.</param>
/// <param name="Corrected">As it is printed now; null where the entry was taken back and nothing stands in its place.</param>
/// <param name="Reason">What the unit says of the change; null when it says nothing.</param>
public sealed record CorrectedFigure(
    string Plan,
    string? Task,
    string Unit,
    string? Subject,
    string Field,
    EntryVersion Was,
    EntryVersion Now,
    string Published,
    string? Corrected,
    string? Reason);

/// <summary>A report that came after the last issue, under a permit.</summary>
public sealed record SuppliedReport(string Plan, string? Task, string Unit, EntryVersion Entry);
