namespace Typesetting.Content.Charts;

/// <summary>Columns side by side, in groups (quarters for each figure, or figures for each quarter), upward from zero or, negative, downward.</summary>
/// <param name="Series">The names of the columns in every group, one to six.</param>
public sealed record ColumnChart(IReadOnlyList<string> Series, IReadOnlyList<ColumnGroup> Groups) : Chart
{
    /// <summary>What the scale counts, written above it; empty where it needs no words.</summary>
    public string Unit { get; init; } = "";
}

/// <summary>A group of a <see cref="ColumnChart"/>.</summary>
/// <param name="Label">Stands under the group.</param>
/// <param name="Columns">One for each series.</param>
public sealed record ColumnGroup(string Label, IReadOnlyList<ColumnValue> Columns);

/// <summary>A column of a <see cref="ColumnGroup"/>.</summary>
/// <param name="Amount">Null where it is not known: a gap that says <paramref name="Text"/>.</param>
/// <param name="Text">Stands at the column's end.</param>
public sealed record ColumnValue(double? Amount, string Text);
