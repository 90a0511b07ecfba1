namespace Typesetting.Content.Charts;

/// <summary>
/// What was done against what is wanted, a row for each: a bar on a track that ends at the row's own target, and a line where the bar
/// should have come by now. The scale is percent of the target, so rows in different units stand beside each other.
/// </summary>
public sealed record TargetChart(IReadOnlyList<TargetRow> Rows, TargetLegend Legend) : Chart;

/// <summary>A row of a <see cref="TargetChart"/>.</summary>
/// <param name="Label">What is measured; a long one is broken into lines.</param>
/// <param name="Target">Greater than zero, in the same unit as the other two.</param>
/// <param name="Actual">Null where it is not known: the track then stays empty. Beyond twice the target the bar is drawn broken off.</param>
/// <param name="Pace">What was due by now; null where nothing is.</param>
/// <param name="Value">Stands at the end of the row: the figure, or why there is none.</param>
public sealed record TargetRow(string Label, double Target, double? Actual, double? Pace, string Value);

/// <summary>The words of a <see cref="TargetChart"/>'s legend; what no row shows is left out.</summary>
public sealed record TargetLegend(string Actual, string Target, string Pace);
