using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins;

/// <summary>Turns a snapshot into a document; the kind of issue chooses the composer, one file for each.</summary>
public static class ComposeIssue
{
    public static Document Compose(Snapshot snapshot) => snapshot.Issue.Kind switch
    {
        IssueKind.Bulletin => PlanBulletin.Compose(snapshot),
        IssueKind.Overall => OverallBulletin.Compose(snapshot),
        IssueKind.HalfYear => HalfYearSummary.Compose(snapshot),
        _ => throw new ArgumentOutOfRangeException(nameof(snapshot), snapshot.Issue.Kind, "No composer for this kind of issue."),
    };
}
