using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Tracing;

/// <summary>Takes a document apart into its statements, in reading order; together they are all that the document says.</summary>
internal static class Statements
{
    private const string SentenceEnds = "。！？";

    public static IReadOnlyList<Statement> Of(Document document)
    {
        var all = new List<Statement>();
        var section = "";
        foreach (var block in document.Blocks)
        {
            if (block is HeadingBlock heading)
                section = heading.Text.Text;
            all.AddRange(Of(block, section).Where(statement => !statement.Said.IsEmpty));
        }
        return all;
    }

    private static IEnumerable<Statement> Of(Block block, string section) => block switch
    {
        MastheadBlock b => One(StatementKind.Masthead, "报头", b.Secrecy, Phrase.Traced(new Run(b.Programme, new Trace(null, ["snapshot:programme.title"]))), Phrase.Plain(b.Name), b.Number, Phrase.Plain(b.Office), b.Date),
        TitleBlock b => One(StatementKind.Title, "标题", [.. b.Lines]),
        HeadingBlock b => One(StatementKind.Heading, section, b.Text),
        ParagraphBlock b => Sentences(StatementKind.Sentence, section, b.Lead is { } lead ? Phrase.Of($"{lead}{b.Text}") : b.Text),
        TableBlock b => Table(b),
        FigureBlock b => Figure(b),
        NoteBlock b => Sentences(StatementKind.Note, "数据说明", b.Text),
        SignatureBlock b => One(StatementKind.Signature, "落款", Phrase.Plain(b.Office), b.Date),
        DistributionBlock b => One(StatementKind.Distribution, "版记", [.. b.Lines.Select(line => line.Whole), b.Copies]),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No statements of this block are known."),
    };

    private static IEnumerable<Statement> One(StatementKind kind, string place, params IEnumerable<Phrase> parts) =>
        parts.Select(part => new Statement(kind, place, part));

    private static IEnumerable<Statement> Table(TableBlock table)
    {
        var name = NumberOf(table.Caption);
        yield return new Statement(StatementKind.Caption, name, table.Caption);
        foreach (var (c, column) in table.Columns.Index())
            yield return new Statement(StatementKind.ColumnHead, FormattableString.Invariant($"{name} 列{c + 1}"), Phrase.Plain(column.Head));
        foreach (var (r, row) in table.Rows.Index())
        {
            var column = 1;
            foreach (var cell in row.Cells)
            {
                yield return new Statement(StatementKind.Cell, FormattableString.Invariant($"{name} 行{r + 1}列{column}"), cell.Text);
                column += cell.Span;
            }
        }
    }

    private static IEnumerable<Statement> Figure(FigureBlock figure)
    {
        var name = NumberOf(figure.Caption);
        return
        [
            .. figure.Chart.Labels.Select(label => new Statement(StatementKind.Label, name, label)),
            .. Sentences(StatementKind.Alternative, name, figure.Alternative),
            new Statement(StatementKind.Caption, name, figure.Caption),
        ];
    }

    /// <summary>表1, the run that a caption begins with.</summary>
    private static string NumberOf(Phrase caption) => caption.Runs.Count == 0 ? "" : caption.Runs[0].Text;

    /// <summary>
    /// Cuts behind 。, ！ and ？ in the document's own words, and behind a traced run that ends in one: a unit's words stay one statement, whatever
    /// stands in them.
    /// </summary>
    private static IEnumerable<Statement> Sentences(StatementKind kind, string place, Phrase text)
    {
        var sentence = new List<Run>();
        foreach (var run in text.Runs.SelectMany(Cut))
        {
            sentence.Add(run);
            if (SentenceEnds.Contains(run.Text[^1], StringComparison.Ordinal))
            {
                yield return new Statement(kind, place, Phrase.Of(sentence));
                sentence = [];
            }
        }
        if (sentence.Count > 0)
            yield return new Statement(kind, place, Phrase.Of(sentence));
    }

    private static IEnumerable<Run> Cut(Run run)
    {
        if (run.Trace is not null)
        {
            yield return run;
            yield break;
        }
        var begin = 0;
        while (begin < run.Text.Length)
        {
            var end = run.Text.IndexOfAny([.. SentenceEnds], begin);
            var next = end < 0 ? run.Text.Length : end + 1;
            yield return run with { Text = run.Text[begin..next] };
            begin = next;
        }
    }
}
