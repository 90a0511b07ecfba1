using Reporting.Catalogue;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Publishing;

/// <summary>Lists a programme's published issues, or finds one of them.</summary>
public sealed class ListIssues(BulletinsTable issues, TimeProvider clock)
{
    /// <summary>Published issues by period, kind, and plan in the order of the notice (all plans first); null filters take everything.</summary>
    public async Task<IReadOnlyList<PublishedIssue>> RunAsync(
        Programme programme, Period? period, IssueKind? kind, string? plan, CancellationToken cancellationToken)
    {
        var years = programme.Calendar.Periods
            .Where(p => period is null || p == period)
            .SelectMany(SignedYears).Distinct().Order();
        var found = new List<PublishedIssue>();
        foreach (var year in years)
        {
            found.AddRange(await issues.ReadYearAsync(programme.Id, year, cancellationToken));
        }
        return
        [
            .. found
                .Where(i => i.PublishedAt is not null)
                .Where(i => period is null || i.Key.Period == period)
                .Where(i => kind is null || i.Key.Kind == kind)
                .Where(i => plan is null || IssueSeries.Plan(i.Key.Plan) == plan)
                .OrderBy(i => i.Key.Period)
                .ThenBy(i => PlaceOf(programme, i.Key.Kind))
                .ThenBy(i => programme.Plans.FirstOrDefault(p => p.Id == i.Key.Plan)?.Order ?? 0)
                .ThenBy(i => i.SignedOn),
        ];
    }

    /// <summary>The published issue with this id; null when there is none.</summary>
    public async Task<PublishedIssue?> FindAsync(Programme programme, string id, CancellationToken cancellationToken)
    {
        if (!IssueSeries.TryParseId(programme.Id, id, out var key) || (key.Plan is { } plan && !programme.TryGetPlan(plan, out _)))
        {
            return null;
        }
        foreach (var year in SignedYears(key.Period))
        {
            var issue = await issues.FindAsync(key, year, cancellationToken);
            if (issue?.PublishedAt is not null)
            {
                return issue;
            }
        }
        return null;
    }

    /// <summary>As the calendar lists them; kinds that are not scheduled last.</summary>
    private static int PlaceOf(Programme programme, IssueKind kind)
    {
        var rules = programme.Calendar.Kinds;
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].Kind == kind)
                return i;
        }
        return rules.Count;
    }

    // An issue is signed after its period: the fourth quarter's in the next year, and one that was delayed in any until now.
    private IEnumerable<int> SignedYears(Period period) =>
        Enumerable.Range(period.Year, Math.Max(2, BeijingTime.DateOf(clock.GetUtcNow()).Year - period.Year + 1));
}
