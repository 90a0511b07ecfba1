using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Sentences;

/// <summary>Collects a document's blocks and numbers its sections, tables and figures.</summary>
internal sealed class Draft
{
    private readonly List<Block> blocks = [];
    private int sections;
    private int tables;
    private int figures;

    public IReadOnlyList<Block> Blocks => blocks;

    public void Add(Block block) => blocks.Add(block);

    /// <summary>一、总体进展.</summary>
    public void Section(string title) => Add(new HeadingBlock(1, $"{Cite.Numbering($"{Numbers.Chinese(++sections)}、")}{title}"));

    /// <summary>A paragraph; nothing when there is nothing to say.</summary>
    public void Say(Phrase text)
    {
        if (!text.IsEmpty)
            Add(new ParagraphBlock(text));
    }

    public void Say(Phrase lead, Phrase text) => Add(new ParagraphBlock(text, lead));

    /// <summary>The run in which the text refers to the table that comes next.</summary>
    public Run NextTable() => Cite.Computed("numbering", "表" + Numbers.Count(tables + 1));

    /// <param name="because">Facts that decide which rows there are.</param>
    public void Table(string title, IReadOnlyList<TableColumn> columns, IEnumerable<TableRow> rows, params IReadOnlyList<string> because) =>
        Table(Phrase.Plain(title), columns, rows, because);

    public void Table(Phrase title, IReadOnlyList<TableColumn> columns, IEnumerable<TableRow> rows, params IReadOnlyList<string> because)
    {
        var number = NextTable();
        tables++;
        var caption = Phrase.Of($"{number}　{title}");
        Add(new TableBlock(because.Count == 0 ? caption : caption.Because(because), columns, [.. rows]));
    }

    /// <param name="alternative">What the chart says, in sentences.</param>
    public void Figure(Phrase title, Phrase alternative, Chart chart)
    {
        var number = Cite.Computed("numbering", "图" + Numbers.Count(++figures));
        Add(new FigureBlock(Phrase.Of($"{number}　{title}"), alternative, chart));
    }
}
