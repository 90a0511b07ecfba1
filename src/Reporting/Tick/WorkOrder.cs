using Reporting.Catalogue;
using Reporting.Schedule;

namespace Reporting.Tick;

/// <summary>
/// In which order due issues are made: the issues of one series one after the other, in the order of their periods, so that a missed
/// quarter is published and numbered before the next; different series do not wait for each other, and nothing waits for a parked piece.
/// Drafts wait for nothing.
/// </summary>
internal static class WorkOrder
{
    /// <summary>The issue of the same series that comes before <paramref name="issue"/> among those due; null when it is the first.</summary>
    public static IssueKey? Before(IReadOnlyList<IssueKey> due, IssueKey issue) =>
        SeriesOf(due, issue).LastOrDefault(i => i.Period < issue.Period);

    /// <summary>The issue of the same series that comes after <paramref name="issue"/> among those due; null when it is the last.</summary>
    public static IssueKey? After(IReadOnlyList<IssueKey> due, IssueKey issue) =>
        SeriesOf(due, issue).FirstOrDefault(i => i.Period > issue.Period);

    /// <summary>Those due issues that may be worked on at <paramref name="now"/>, in the order given; an issue without a piece counts as not begun.</summary>
    public static IEnumerable<IssueKey> Ready(
        Programme programme, IReadOnlyList<IssueKey> due, IReadOnlyDictionary<IssueKey, WorkPiece> pieces, DateTimeOffset now) =>
        due.Where(issue => pieces.GetValueOrDefault(issue) is var piece
            && (piece is null || piece.ClaimableAt(now))
            && (!IsToBePublished(programme, issue, piece, now) || Before(due, issue) is not { } before || pieces.GetValueOrDefault(before) is { Settled: true }));

    /// <summary>Whether it is signed, or the calendar signs it now: otherwise only its draft is made.</summary>
    public static bool IsToBePublished(Programme programme, IssueKey issue, WorkPiece? piece, DateTimeOffset now) =>
        piece?.Signature is not null
        || (!DueWork.IsOnRequest(issue, programme.Calendar) && DueWork.SignsItself(issue.Period, programme.Calendar, now));

    private static IOrderedEnumerable<IssueKey> SeriesOf(IReadOnlyList<IssueKey> due, IssueKey issue) =>
        due.Where(i => i.Kind == issue.Kind && i.Plan == issue.Plan && i.Programme == issue.Programme).OrderBy(i => i.Period);
}
