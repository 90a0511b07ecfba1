using Reporting.Catalogue;
using Reporting.Schedule;

namespace Reporting.Collecting;

/// <summary>Who owes what on one plan in one period, with the plan's tasks as they were in force then.</summary>
/// <param name="CatalogueHash">SHA-256 of the catalogue that says so.</param>
/// <param name="Tasks">In catalogue order.</param>
/// <param name="Owed">In catalogue order, the plan's indicators last.</param>
public sealed record PlanObligations(
    Period Period,
    string Plan,
    string CatalogueHash,
    IReadOnlyList<PlanTask> Tasks,
    IReadOnlyList<Obligation> Owed)
{
    /// <summary>As the catalogue has it; none for a plan that it does not have.</summary>
    public static PlanObligations Of(Programme programme, Period period, string planId)
    {
        var view = programme.At(period);
        return view.TryGetPlan(planId, out var plan)
            ? new PlanObligations(period, planId, view.Hash, plan.Tasks, [.. Obligation.Of(view, plan, period)])
            : new PlanObligations(period, planId, view.Hash, [], []);
    }
}
