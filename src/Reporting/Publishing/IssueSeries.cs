using System.Diagnostics.CodeAnalysis;
using Reporting.Bulletins.Reports;
using Reporting.Schedule;

namespace Reporting.Publishing;

/// <summary>How an issue is named in keys, addresses and folders: its kind, its plan (or <c>all</c>), its series and its id.</summary>
public static class IssueSeries
{
    private const string AllPlans = "all";

    /// <summary>The plan as written in keys and addresses; <c>all</c> where the issue is over all plans.</summary>
    public static string Plan(string? plan) => plan ?? AllPlans;

    /// <summary>Issues of one series are numbered together within a year of sign-off, e.g. <c>bulletin-automotive</c>.</summary>
    public static string Of(IssueKey issue) => $"{issue.Kind.Id}-{Plan(issue.Plan)}";

    /// <summary>The issue's id within its programme, e.g. <c>2012Q1-bulletin-automotive</c>; known before it has a number.</summary>
    public static string Id(IssueKey issue) => $"{issue.Period}-{Of(issue)}";

    /// <summary>Reads an id written by <see cref="Id"/>; whether the plan exists is not looked at.</summary>
    public static bool TryParseId(string programme, string id, [NotNullWhen(true)] out IssueKey? issue)
    {
        issue = null;
        if (id.Length < 8 || id[6] != '-' || !Period.TryParse(id[..6], null, out var period))
        {
            return false;
        }
        var series = id[7..];
        // The longest first: a kind may begin like another, and both kinds and plans may have a hyphen.
        foreach (var kind in ReportKinds.All.Select(report => report.Kind).OrderByDescending(kind => kind.Id.Length))
        {
            var prefix = kind.Id + "-";
            if (series.StartsWith(prefix, StringComparison.Ordinal) && series.Length > prefix.Length)
            {
                var plan = series[prefix.Length..];
                issue = new IssueKey(programme, period, kind, plan == AllPlans ? null : plan);
                return true;
            }
        }
        return false;
    }
}
