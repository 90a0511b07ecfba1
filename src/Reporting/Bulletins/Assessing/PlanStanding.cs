using Reporting.Bulletins.Snapshots;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Schedule;

namespace Reporting.Bulletins.Assessing;

/// <summary>An obstacle that an accepted report raises.</summary>
/// <param name="Index">Its place among the problems of its report, from 0.</param>
internal sealed record RaisedProblem(PlanFacts Plan, ReportFacts Report, int Index, EntryProblem Problem);

/// <summary>Everything computed of one plan; composers put it into words and compute nothing themselves.</summary>
internal sealed record PlanStanding(
    Period Period,
    PlanFacts Plan,
    IReadOnlyList<TargetStanding> Targets,
    IReadOnlyList<TaskStanding> Tasks,
    Submission Submission,
    Funnel Funnel,
    IReadOnlyList<RaisedProblem> Problems)
{
    /// <summary>The target that stands for the plan where plans are compared: the first flow in money, else the first flow.</summary>
    public TargetStanding? Headline =>
        Targets.FirstOrDefault(t => t.Target.Kind == IndicatorKind.Flow && t.Target.Unit.EndsWith('元'))
        ?? Targets.FirstOrDefault(t => t.Target.Kind == IndicatorKind.Flow);

    public static PlanStanding Of(PlanFacts plan, Period period, IReadOnlyList<decimal> profile) => new(
        period,
        plan,
        [.. plan.Targets.Select(t => TargetStanding.Of(t, plan.Indicators, period, profile))],
        [.. plan.Tasks.Select(t => TaskStanding.Of(t, period, profile))],
        new Submission([.. plan.Reports]),
        Funnel.Of(plan, period),
        [.. plan.Reports.Where(r => r.State == ReportState.Accepted)
            .SelectMany(r => (r.Content?.Problems ?? []).Select((p, i) => new RaisedProblem(plan, r, i, p)))]);

    public static IReadOnlyList<PlanStanding> Of(Snapshot snapshot) =>
        [.. snapshot.Plans.Select(p => Of(p, snapshot.Issue.Period, snapshot.Dates.QuarterlyProfile))];

    public int Lit(Light? light) => Tasks.Count(t => t.Light == light);

    public int In(TaskState state) => Tasks.Count(t => t.State == state);
}
