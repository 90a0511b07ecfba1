using Reporting.Catalogue;
using Reporting.Schedule;

namespace Reporting.Collecting;

/// <summary>One entry owed by one unit for one task, or (task null) for a plan's indicators, in one period (报送任务).</summary>
/// <param name="Task">Task id within the plan, e.g. <c>R03</c>; null for the plan's indicators.</param>
/// <param name="Unit">Unit id of the body that owes the entry.</param>
public sealed record Obligation(Period Period, string Plan, string? Task, string Unit)
{
    /// <summary>
    /// The obligations of a period, in catalogue order: one per task and concrete lead unit; one owed by the issuing unit for a task with
    /// generic leads only; one per plan for its indicators, owed by the issuing unit. A task counts when it is in force on the period's last
    /// day, so that a row replaced within a quarter is reported on once. None for a period that the programme does not report on.
    /// </summary>
    public static IReadOnlyList<Obligation> Of(Programme programme, Period period) =>
        programme.Calendar.Periods.Contains(period) ? [.. programme.At(period).Plans.SelectMany(plan => Of(programme, plan, period))] : [];

    /// <param name="plan">As it is in force in the period.</param>
    internal static IEnumerable<Obligation> Of(Programme programme, Plan plan, Period period) =>
        plan.Tasks
            .SelectMany(task => Owing(programme, plan, task).Select(unit => new Obligation(period, plan.Id, task.Id, unit)))
            .Append(new Obligation(period, plan.Id, null, plan.IssuingUnit));

    private static IEnumerable<string> Owing(Programme programme, Plan plan, PlanTask task) =>
        task.LeadUnits
            .Where(id => programme.TryGetUnit(id, out var unit) && !unit.Generic)
            .DefaultIfEmpty(plan.IssuingUnit);
}
