using Reporting.Access;
using Reporting.Bulletins.Assessing;
using Reporting.Bulletins.Reports;
using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;
using Reporting.Storage;

namespace Reporting.Standing;

/// <summary>Whose standing is asked for, as written in the request.</summary>
/// <param name="Plan">Null for all plans.</param>
/// <param name="Unit">Null for all units, or the caller's own for role unit.</param>
public sealed record StandingQuery(string Programme, string? Period, string? Plan, string? Unit);

/// <summary>Who has reported what by now, over the plans and units that were asked for.</summary>
/// <param name="At">The moment that is told of.</param>
/// <param name="RankedUnits">How many units have a rank, whether they are shown or not.</param>
/// <param name="Overall">Over all obligations that are shown.</param>
/// <param name="Plans">In the order of the notice; plans without an obligation that is shown are left out.</param>
/// <param name="Units">By rank; units without a rank last, in catalogue order.</param>
public sealed record PeriodStanding(
    string Programme,
    Period Period,
    DateTimeOffset At,
    int RankedUnits,
    Tally Overall,
    IReadOnlyList<PlanTally> Plans,
    IReadOnlyList<UnitTally> Units);

/// <summary>A plan's standing.</summary>
public sealed record PlanTally(string Plan, string Industry, Tally Tally);

/// <summary>A unit's standing and its place among all units that owe something in the plans asked for.</summary>
/// <param name="Rank">1 for the best; null for a unit that owes too little to be ranked.</param>
public sealed record UnitTally(string Unit, string UnitName, int? Rank, Tally Tally);

/// <summary>
/// Computes how completely, how timely and with how much substance units have reported. It judges by what an issue would freeze at this
/// moment, so that it says what the bulletin's section 五 would.
/// </summary>
public sealed class GetStanding(ObligationBook book, ProgressTable table, TimeProvider clock)
{
    /// <summary>A unit sees its own standing and its rank among the others; nobody else's.</summary>
    public async Task<Outcome<PeriodStanding>> RunAsync(Caller caller, StandingQuery query, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = book.FindPeriod(query.Programme, query.Period, caller, query.Unit, query.Plan);
        if (found.Value is not var (programme, period, _))
            return found.Refusals.ToList();
        var plans = query.Plan is { } plan ? [plan] : programme.Plans.Select(p => p.Id).ToList();
        var read = await Task.WhenAll(plans.Select(p => table.ReadPeriodAsync(programme.Id, period, p, cancellation)));
        return Of(programme, period, query.Plan, caller.Role == Role.Unit ? caller.Unit : query.Unit, read, now);
    }

    /// <param name="unit">The only unit shown; null for all.</param>
    /// <param name="stored">What is stored of the plan (or all plans) in the period.</param>
    internal static PeriodStanding Of(
        Programme programme, Period period, string? plan, string? unit, IReadOnlyList<PlanPeriod> stored, DateTimeOffset now)
    {
        var issue = new IssueKey(programme.Id, period, plan is null ? OverallBulletin.Id : PlanBulletin.Id, plan);
        var snapshot = FreezeSnapshot.Of(programme, issue, stored, now, demonstration: false);
        var profile = snapshot.Dates.QuarterlyProfile;
        var reports = snapshot.Plans.SelectMany(p => p.Reports.Select(r => (Plan: p, Report: ReportStanding.Of(r, period, profile)))).ToList();
        var byUnit = reports.ToLookup(r => r.Report.Report.Unit, r => r.Report, StringComparer.Ordinal);
        var ranking = UnitRanking.Of(
            [.. programme.Units.Where(u => byUnit.Contains(u.Id)).Select(u => new UnitTally(u.Id, u.Name, null, Tally.Of([.. byUnit[u.Id]])))]);
        var shown = reports.Where(r => unit is null || r.Report.Report.Unit == unit).ToList();
        return new PeriodStanding(
            programme.Id,
            period,
            now.ToOffset(BeijingTime.Offset),
            ranking.Count(u => u.Rank is not null),
            Tally.Of([.. shown.Select(r => r.Report)]),
            [.. shown.GroupBy(r => r.Plan, r => r.Report).Select(g => new PlanTally(g.Key.Id, g.Key.Industry, Tally.Of([.. g])))],
            [.. ranking.Where(u => unit is null || u.Unit == unit)]);
    }
}
