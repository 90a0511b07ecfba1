namespace Reporting.Bulletins.Documents;

/// <summary>A chart with its caption below.</summary>
/// <param name="Alternative">What the chart says, in sentences, for readers that cannot see it.</param>
public sealed record FigureBlock(Phrase Caption, Phrase Alternative, Chart Chart) : Block;

/// <summary>What a figure shows; every figure in it is written out as well.</summary>
public abstract record Chart
{
    /// <summary>What is written in it, row by row.</summary>
    public abstract IEnumerable<Phrase> Labels { get; }
}

/// <summary>目标完成图: what is done of each target, beside what is due.</summary>
public sealed record CompletionChart(IReadOnlyList<CompletionRow> Rows) : Chart
{
    public override IEnumerable<Phrase> Labels => Rows.SelectMany(row => (Phrase[])[row.Name, row.Value]);
}

/// <summary>A target in a <see cref="CompletionChart"/>.</summary>
/// <param name="Completion">Percent of the target; null where there is no figure.</param>
/// <param name="Due">Percent due by now; null where nothing is.</param>
/// <param name="Value">The figure, or why there is none.</param>
public sealed record CompletionRow(Phrase Name, decimal? Completion, decimal? Due, Phrase Value);

/// <summary>阶段图: projects by stage, a bar for each row.</summary>
/// <param name="Stages">Their names, the farthest first.</param>
public sealed record StageChart(IReadOnlyList<string> Stages, IReadOnlyList<StageRow> Rows) : Chart
{
    /// <summary>A stage that nothing stands at has no bar and no label.</summary>
    public override IEnumerable<Phrase> Labels =>
        Rows.SelectMany(row => (Phrase[])[row.Name, .. row.Counts.Where(count => count.Count > 0).Select(count => count.Text), row.Total]);
}

/// <summary>A bar of a <see cref="StageChart"/>.</summary>
/// <param name="Counts">One for each stage.</param>
public sealed record StageRow(Phrase Name, IReadOnlyList<StageCount> Counts, Phrase Total);

/// <summary>How many projects are at a stage.</summary>
public sealed record StageCount(int Count, Phrase Text);

/// <summary>分季图: what each quarter did of each target, side by side.</summary>
/// <param name="Quarters">Their names in order.</param>
public sealed record QuarterChart(IReadOnlyList<string> Quarters, IReadOnlyList<QuarterGroup> Groups) : Chart
{
    public override IEnumerable<Phrase> Labels => Groups.SelectMany(group => (Phrase[])[group.Name, .. group.Columns.Select(column => column.Text)]);
}

/// <summary>A target in a <see cref="QuarterChart"/>.</summary>
/// <param name="Columns">One for each quarter.</param>
public sealed record QuarterGroup(Phrase Name, IReadOnlyList<QuarterColumn> Columns);

/// <summary>What a quarter did, in percent of the year's target.</summary>
public sealed record QuarterColumn(decimal Percent, Phrase Text);
