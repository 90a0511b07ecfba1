using Reporting.Bulletins.Reports;
using Reporting.Catalogue;

namespace Reporting.Publishing;

/// <summary>What an issue is called in a message and as a file.</summary>
public static class IssueTitle
{
    /// <summary>e.g. 汽车产业通报（2012年第1期）; the year is that of sign-off, in which the number counts.</summary>
    public static string Of(Programme programme, PublishedIssue issue)
    {
        var industry = issue.Key.Plan is { } id && programme.TryGetPlan(id, out var plan) ? plan.Industry : "";
        return FormattableString.Invariant($"{industry}{ReportKinds.Of(issue.Key.Kind).Name}（{issue.SignedOn.Year}年第{issue.Number}期）");
    }
}
