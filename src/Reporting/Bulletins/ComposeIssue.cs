using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins;

/// <summary>Turns a snapshot into a document; the kind of issue chooses the report.</summary>
public static class ComposeIssue
{
    /// <exception cref="ArgumentOutOfRangeException">No report of this program has the issue's kind.</exception>
    public static Document Compose(Snapshot snapshot) => ReportKinds.Of(snapshot.Issue.Kind).Compose(snapshot);
}
