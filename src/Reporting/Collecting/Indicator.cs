using Reporting.Catalogue;

namespace Reporting.Collecting;

/// <summary>What a figure may refer to: a target of the plan or a commitment of one of its work items.</summary>
/// <param name="Unit">The unit in which the catalogue counts it; null when it names none, then any will do.</param>
/// <param name="Kind">Null for a commitment, whose kind is free text in the catalogue.</param>
internal sealed record Indicator(string Id, string? Unit, IndicatorKind? Kind)
{
    /// <summary>A growth rate can be negative; an amount or a number of things cannot.</summary>
    public bool MayBeNegative => Kind == IndicatorKind.Rate || (Kind is null && Unit == "%");

    public static Indicator? Find(Plan plan, string id)
    {
        if (plan.Targets.FirstOrDefault(t => t.Id == id) is { } target)
            return new Indicator(target.Id, target.Unit, target.Kind);
        var commitment = plan.WorkItems.SelectMany(w => w.Commitments).FirstOrDefault(c => c.Id == id);
        return commitment is null ? null : new Indicator(commitment.Id, commitment.Unit, Kind: null);
    }
}
