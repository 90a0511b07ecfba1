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
    /// generic leads only; one per plan for its indicators, owed by the issuing unit.
    /// </summary>
    public static IReadOnlyList<Obligation> Of(Programme programme, Period period) => throw new NotImplementedException();
}
