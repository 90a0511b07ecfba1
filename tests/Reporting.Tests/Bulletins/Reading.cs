using Reporting.Bulletins.Documents;

namespace Reporting.Tests.Bulletins;

/// <summary>Reads a document as a reader does: all its text, its paragraphs, its tables.</summary>
internal static class Reading
{
    public static IReadOnlyList<string> Paragraphs(this Document document) =>
        [.. document.Blocks.OfType<ParagraphBlock>().Select(p => p.Lead?.Text + p.Text.Text)];

    /// <summary>The paragraphs under a heading, e.g. 存在问题.</summary>
    public static IReadOnlyList<string> Section(this Document document, string title) =>
        [.. document.Blocks
            .SkipWhile(b => b is not HeadingBlock { Level: 1 } h || !h.Text.Text.EndsWith(title, StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(b => b is not HeadingBlock { Level: 1 })
            .OfType<ParagraphBlock>()
            .Select(p => p.Lead?.Text + p.Text.Text)];

    /// <summary>The rows of the table with this title, cells joined by |.</summary>
    public static IReadOnlyList<string> Table(this Document document, string title) =>
        [.. document.Blocks.OfType<TableBlock>()
            .Single(t => t.Caption.Text.Contains(title, StringComparison.Ordinal))
            .Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text.Text)))];

    public static string Notes(this Document document) =>
        string.Concat(document.Blocks.OfType<NoteBlock>().Select(n => n.Text.Text));

    public static IEnumerable<Run> Runs(this Document document) => document.Blocks.SelectMany(Runs);

    public static string Text(this Document document) => string.Concat(document.Runs().Select(r => r.Text));

    private static IEnumerable<Run> Runs(Block block) => block switch
    {
        MastheadBlock b => [.. b.Secrecy.Runs, new Run(b.Programme, new Trace(null, ["snapshot:programme.title"])), .. b.Number.Runs, new Run(b.Office), .. b.Date.Runs],
        TitleBlock b => b.Lines.SelectMany(l => l.Runs),
        HeadingBlock b => b.Text.Runs,
        ParagraphBlock b => [.. b.Lead?.Runs ?? [], .. b.Text.Runs],
        TableBlock b => [.. b.Caption.Runs, .. b.Rows.SelectMany(r => r.Cells.SelectMany(c => c.Text.Runs))],
        FigureBlock b => [.. b.Caption.Runs, .. b.Alternative.Runs, .. Phrases(b.Chart).SelectMany(p => p.Runs)],
        NoteBlock b => b.Text.Runs,
        SignatureBlock b => [new Run(b.Office), .. b.Date.Runs],
        DistributionBlock b => b.Lines.SelectMany(l => l.Whole.Runs).Concat(b.Copies.Runs),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    /// <summary>What is written in a chart, row by row.</summary>
    public static IEnumerable<Phrase> Phrases(Chart chart) => chart switch
    {
        CompletionChart c => c.Rows.SelectMany(r => (Phrase[])[r.Name, r.Value]),
        StageChart c => c.Rows.SelectMany(r => (Phrase[])[r.Name, .. r.Counts.Where(count => count.Count > 0).Select(count => count.Text), r.Total]),
        QuarterChart c => c.Groups.SelectMany(g => (Phrase[])[g.Name, .. g.Columns.Select(column => column.Text)]),
        _ => throw new ArgumentOutOfRangeException(nameof(chart)),
    };

    /// <summary>The only figure with this title.</summary>
    public static FigureBlock Figure(this Document document, string title) =>
        document.Blocks.OfType<FigureBlock>().Single(f => f.Caption.Text.Contains(title, StringComparison.Ordinal));
}
