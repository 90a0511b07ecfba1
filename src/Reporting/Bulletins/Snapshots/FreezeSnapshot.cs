using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Collecting.Contributions;
using Reporting.Projects;
using Reporting.Schedule;

namespace Reporting.Bulletins.Snapshots;

/// <summary>Freezes the input of an issue: what the catalogue says and what the units reported, as it stands now.</summary>
public static class FreezeSnapshot
{
    /// <param name="programme">The whole year's; every period is judged by what was in force in it.</param>
    /// <param name="stored">What is stored of the plan (or all plans), for the period and the year's earlier ones; what is not there counts as empty.</param>
    /// <param name="now">When it was read.</param>
    /// <param name="records">What else is stored of the plans; without, projects are as the catalogue has them and none is confirmed.</param>
    /// <param name="previous">The series' last issue in the year; null when there is none.</param>
    /// <exception cref="ArgumentException">The issue is of another programme, or of a plan that the programme does not have.</exception>
    public static Snapshot Of(
        Programme programme,
        IssueKey issue,
        IReadOnlyList<PlanPeriod> stored,
        DateTimeOffset now,
        bool demonstration,
        IReadOnlyList<PlanRecords>? records = null,
        PublishedBefore? previous = null)
    {
        var plans = PlansOf(programme.At(issue.Period), issue);
        var dates = PeriodDates.Of(issue.Period, programme.Calendar);
        var current = plans.ToDictionary(plan => plan.Id, plan => StoredOf(stored, issue.Period, plan), StringComparer.Ordinal);
        var earlier = programme.Calendar.Periods.Where(p => p.Year == issue.Period.Year && p < issue.Period)
            .SelectMany(period => plans.SelectMany(plan => StoredOf(stored, period, plan).ObligationsBy(programme).Owed));
        var reports = new ReportFreezer(programme, issue.Period, [.. stored.SelectMany(s => s.Entries)], earlier, now);
        var facts = plans
            .Select(plan => FactsOf(programme, plan, issue.Period, current[plan.Id], reports, records?.FirstOrDefault(r => r.Plan == plan.Id) ?? PlanRecords.None(plan.Id)))
            .ToList();
        var named = facts.SelectMany(UnitsNamedBy).ToHashSet(StringComparer.Ordinal);
        return new Snapshot(
            Snapshot.CurrentSchema,
            issue,
            demonstration,
            now.ToUniversalTime(),
            new ProgrammeFacts(
                programme.Id,
                programme.Title,
                programme.Year,
                programme.Notice,
                programme.Office,
                issue.Plan is null ? programme.Forms.OverAll : programme.Forms.PerPlan,
                programme.Hash),
            DatesOf(programme, issue.Period, dates),
            GroupsOf(programme, plans),
            [.. programme.Units.Where(u => named.Contains(u.Id)).Select(u => new UnitFacts(u.Id, u.Name, u.Generic))],
            facts,
            Signing: null)
        {
            Since = previous is null ? null : CompareIssues.Since(previous, reports.Entries, programme.Id),
        };
    }

    private static List<Plan> PlansOf(Programme programme, IssueKey issue)
    {
        if (issue.Programme != programme.Id)
            throw new ArgumentException($"The issue belongs to '{issue.Programme}', not to '{programme.Id}'.", nameof(issue));
        if (issue.Plan is null)
            return [.. programme.Plans.OrderBy(p => p.Order)];
        return programme.TryGetPlan(issue.Plan, out var plan)
            ? [plan]
            : throw new ArgumentException($"'{programme.Id}' has no plan '{issue.Plan}'.", nameof(issue));
    }

    private static PlanPeriod StoredOf(IReadOnlyList<PlanPeriod> stored, Period period, Plan plan) =>
        stored.FirstOrDefault(s => s.Period == period && s.Plan == plan.Id) ?? new PlanPeriod(period, plan.Id, [], Frozen: null);

    private static PeriodFacts DatesOf(Programme programme, Period period, PeriodDates dates)
    {
        var next = programme.Calendar.Periods.Where(p => p > period).Order().Cast<Period?>().FirstOrDefault();
        return new PeriodFacts(
            dates.Due,
            dates.Grace,
            dates.Lock,
            dates.ReviewBy,
            next is { } following ? PeriodDates.Of(following, programme.Calendar).Due : null,
            programme.Calendar.QuarterlyProfile);
    }

    private static List<GroupFacts> GroupsOf(Programme programme, List<Plan> plans)
    {
        var ids = plans.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return [.. programme.Groups
            .Select(g => new GroupFacts(g.Id, g.Name, [.. g.Plans.Where(ids.Contains)]))
            .Where(g => g.Plans.Count > 0)];
    }

    private static PlanFacts FactsOf(Programme programme, Plan plan, Period period, PlanPeriod stored, ReportFreezer freezer, PlanRecords records)
    {
        var obligations = stored.ObligationsBy(programme);
        var owed = obligations.Owed.ToLookup(o => o.Task, StringComparer.Ordinal);
        List<TaskFacts> tasks = [.. obligations.Tasks
            .Select(t => new TaskFacts(t.Id, t.Number, t.Title, t.LeadUnits, [.. owed[t.Id].Select(freezer.Freeze)], t.Marks, ContributionsTo(t, stored)))
            .Where(t => t.Reports.Count > 0)];
        var indicators = owed[null].Select(freezer.Freeze).SingleOrDefault();
        List<ReportFacts> reports = [.. tasks.SelectMany(t => t.Reports).Concat(indicators is null ? [] : [indicators])];
        var figures = reports.SelectMany(r => (r.Content?.Figures ?? []).Concat(r.Earlier.SelectMany(e => e.Figures)))
            .Select(f => f.Indicator).ToHashSet(StringComparer.Ordinal);
        var projects = reports.SelectMany(r => (r.Content?.Projects ?? []).Concat(r.Earlier.SelectMany(e => e.Projects)))
            .Select(u => u.Project).ToHashSet(StringComparer.Ordinal);
        return new PlanFacts(
            plan.Id,
            plan.Order,
            plan.Title,
            plan.Industry,
            plan.IssuingUnit,
            plan.Office,
            [.. plan.Targets.Where(t => t.Year == programme.Year).Select(t => TargetOf(plan, t))],
            tasks,
            indicators,
            [.. plan.WorkItems.SelectMany(w => w.Commitments).Where(c => figures.Contains(c.Id))
                .Select(c => new CommitmentFacts(c.Id, c.What, c.Value, c.UpperValue, c.Unit))],
            ProjectsOf(records.Projects ?? ProjectRegister.Of(programme, plan, [], []), projects))
        {
            Ledger = records.LedgerFacts(),
            Inspections = records.InspectionFacts(period),
            Zones = records.ZoneFacts(),
        };
    }

    /// <summary>The projects that reports speak of, and those that reports count for.</summary>
    private static List<ProjectFacts> ProjectsOf(ProjectRegister register, HashSet<string> reported)
    {
        var counted = reported.Select(register.Successor).ToHashSet(StringComparer.Ordinal);
        return [.. register.Projects.Where(p => reported.Contains(p.Id) || counted.Contains(p.Id)).Select(p => new ProjectFacts(
            p.Id,
            p.Details.Name,
            p.Details.Owner,
            p.Confirmed,
            p.State,
            register.Successor(p.Id) is var successor && successor != p.Id ? successor : null,
            p.Record?.Content.Details is null ? 0 : p.Version))];
    }

    private static List<ContributionFacts> ContributionsTo(PlanTask task, PlanPeriod stored) =>
    [
        .. task.ParticipatingUnits.Distinct(StringComparer.Ordinal)
            .Select(unit => stored.Contributions.FirstOrDefault(c => c.Key.Task == task.Id && c.Key.Unit == unit))
            .OfType<Contribution>()
            .Where(c => c.Text is not null)
            .Select(c => new ContributionFacts(c.Key.Unit, new EntryVersion(c.Key, c.Version, c.Hash, c.At.ToUniversalTime()), c.Text ?? "")),
    ];

    private static TargetFacts TargetOf(Plan plan, TargetFigure target) => new(
        target.Id,
        target.Indicator,
        target.Kind,
        target.Value,
        target.UpperValue,
        target.Unit,
        target.Comparator,
        target.ComparatorAfter,
        target.GrowthPercent,
        target.GrowthComparator,
        target.Scope,
        plan.Figures.FirstOrDefault(f => f.Id == target.Baseline && f.Unit == target.Unit)?.Value,
        target.Marks);

    private static IEnumerable<string> UnitsNamedBy(PlanFacts plan) =>
        plan.Tasks.SelectMany(t => t.LeadUnits.Concat(t.Contributions.Select(c => c.Unit)))
            .Append(plan.IssuingUnit)
            .Concat(plan.Reports.Select(r => r.Unit))
            .Concat(plan.Reports.SelectMany(r => r.Content?.Problems ?? []).Select(p => p.AskedOf).OfType<string>())
            .Concat(plan.Ledger.SelectMany(p => (string?[])[p.Unit, p.Asked, p.AskedOf]).OfType<string>())
            .Concat(plan.Inspections.SelectMany(i => (string?[])[i.Unit, .. i.Inspectors, .. i.Findings.Select(f => f.Rectification?.Unit)]).OfType<string>())
            .Concat(plan.Zones.Select(z => z.City).OfType<string>());
}
