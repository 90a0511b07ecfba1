using Reporting.Catalogue;

namespace Reporting.Collecting;

/// <summary>What a figure may refer to: a target of the plan or a commitment of one of its work items.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Unit">The unit in which the catalogue counts it; null when it names none, then any will do.</param>
/// <param name="Kind">Null for a commitment whose word in the catalogue does not say how it adds up (milestone, event, technology).</param>
/// <param name="Target">Null for a commitment.</param>
internal sealed record Indicator(string Id, string Name, string? Unit, IndicatorKind? Kind, TargetFigure? Target = null)
{
    private const string Percent = "%";

    /// <summary>A growth rate can be negative; an amount or a number of things cannot.</summary>
    public bool MayBeNegative => !IsQuantity;

    /// <summary>An amount or a number of things, of which there can be ten times as much; a percentage is none.</summary>
    public bool IsQuantity => Kind != IndicatorKind.Rate && Unit != Percent;

    public static Indicator? Find(Plan plan, string id)
    {
        if (plan.Targets.FirstOrDefault(t => t.Id == id) is { } target)
            return new Indicator(target.Id, target.Indicator, target.Unit, target.Kind, target);
        var commitment = plan.WorkItems.SelectMany(w => w.Commitments).FirstOrDefault(c => c.Id == id);
        return commitment is null ? null : new Indicator(commitment.Id, commitment.What, commitment.Unit, KindOf(commitment));
    }

    private static IndicatorKind? KindOf(Commitment commitment) => commitment.Kind switch
    {
        "revenue" or "output" => IndicatorKind.Flow,
        "capacity" => IndicatorKind.Stock,
        "count" => IndicatorKind.Count,
        // A place in a ranking, a consumption and hours of use are commitments of these kinds, too, and are no percentages.
        "rate" or "share" when commitment.Unit == Percent => IndicatorKind.Rate,
        _ => null,
    };
}
