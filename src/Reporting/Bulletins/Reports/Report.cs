using Reporting.Bulletins.Documents;
using Reporting.Bulletins.Snapshots;
using Reporting.Schedule;

namespace Reporting.Bulletins.Reports;

/// <summary>
/// A kind of report: what it is called and how it is composed. A new one is a file with a class that inherits from this;
/// <see cref="ReportKinds"/> finds it, and the programme's calendar says when it is due (docs/add-a-report.md).
/// </summary>
/// <param name="kind">Its id in keys and addresses.</param>
/// <param name="name">What it is called in the masthead, in lists and in file names, e.g. 通报.</param>
public abstract class Report(IssueKind kind, string name)
{
    public IssueKind Kind => kind;

    public string Name => name;

    /// <summary>What its snapshot holds beside the reports of the units.</summary>
    internal virtual SnapshotParts Parts => SnapshotParts.None;

    /// <summary>
    /// The kind whose last issue it is compared with, to say what has changed since. Its own: the issue before in the series; another: that
    /// kind's last issue up to the same period.
    /// </summary>
    internal virtual IssueKind ComparedWith => Kind;

    /// <summary>From the snapshot alone: no storage, no clock.</summary>
    internal abstract Document Compose(Snapshot snapshot);
}
