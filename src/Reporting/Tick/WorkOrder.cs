using Reporting.Catalogue;
using Reporting.Schedule;

namespace Reporting.Tick;

/// <summary>
/// In which order due issues are made: the issues of one series one after the other, in the order of their periods, so that a missed
/// quarter is published and numbered before the next; different series do not wait for each other, and nothing waits for a parked piece.
/// </summary>
internal static class WorkOrder
{
    /// <summary>What may be made by now. Without automatic signing an issue waits for the office to sign, so nothing is due by the calendar alone.</summary>
    public static IReadOnlyList<IssueKey> Due(Programme programme, DateTimeOffset now) =>
        programme.Calendar.AutoSignDays is null ? [] : DueWork.Of(programme, now);

    /// <summary>The issue of the same series that comes before <paramref name="issue"/> among those due; null when it is the first.</summary>
    public static IssueKey? Before(IReadOnlyList<IssueKey> due, IssueKey issue) =>
        SeriesOf(due, issue).LastOrDefault(i => i.Period < issue.Period);

    /// <summary>The issue of the same series that comes after <paramref name="issue"/> among those due; null when it is the last.</summary>
    public static IssueKey? After(IReadOnlyList<IssueKey> due, IssueKey issue) =>
        SeriesOf(due, issue).FirstOrDefault(i => i.Period > issue.Period);

    /// <summary>Those due issues that may be worked on at <paramref name="now"/>, in the order given; an issue without a piece counts as not begun.</summary>
    public static IEnumerable<IssueKey> Ready(
        IReadOnlyList<IssueKey> due, IReadOnlyDictionary<IssueKey, WorkPiece> pieces, DateTimeOffset now) =>
        due.Where(issue => (!pieces.TryGetValue(issue, out var piece) || piece.ClaimableAt(now))
            && (Before(due, issue) is not { } before || (pieces.TryGetValue(before, out var earlier) && earlier.Settled)));

    private static IOrderedEnumerable<IssueKey> SeriesOf(IReadOnlyList<IssueKey> due, IssueKey issue) =>
        due.Where(i => i.Kind == issue.Kind && i.Plan == issue.Plan && i.Programme == issue.Programme).OrderBy(i => i.Period);
}
