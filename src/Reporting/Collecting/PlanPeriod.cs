using Reporting.Catalogue;
using Reporting.Collecting.Contributions;
using Reporting.Schedule;

namespace Reporting.Collecting;

/// <summary>What is stored of one plan in one period.</summary>
/// <param name="Entries">The entries as they stand, in any state, the plan's indicators among them.</param>
/// <param name="Frozen">The obligations as they stood at the period's lock; null while they are not frozen.</param>
public sealed record PlanPeriod(Period Period, string Plan, IReadOnlyList<Entry> Entries, PlanObligations? Frozen)
{
    /// <summary>What participating units say, as it stands; what was taken back is not among it.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>
    /// What was owed: what was frozen at the lock, so that a catalogue that is edited wrongly later cannot change who was missing; before it
    /// what the catalogue says.
    /// </summary>
    public PlanObligations ObligationsBy(Programme programme) => Frozen ?? PlanObligations.Of(programme, Period, Plan);
}
