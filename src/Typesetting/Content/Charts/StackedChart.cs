namespace Typesetting.Content.Charts;

/// <summary>How wholes are made up of stages: a bar for each, its parts in the order of the series, all on one scale.</summary>
/// <param name="Series">The names of the parts, one to six.</param>
public sealed record StackedChart(IReadOnlyList<string> Series, IReadOnlyList<StackedBar> Bars) : Chart;

/// <summary>A bar of a <see cref="StackedChart"/>.</summary>
/// <param name="Parts">One for each series; none where nothing is known of the bar.</param>
/// <param name="Total">Stands after the bar: the whole, or why there is no bar.</param>
public sealed record StackedBar(string Label, IReadOnlyList<StackedPart> Parts, string Total);

/// <summary>A part of a <see cref="StackedBar"/>.</summary>
/// <param name="Amount">Zero or more; zero draws nothing.</param>
/// <param name="Text">Stands in the part, or above it where it is too narrow.</param>
public sealed record StackedPart(double Amount, string Text);
