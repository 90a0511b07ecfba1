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
    public void Section(string title) => Add(new HeadingBlock(1, $"{Numbers.Chinese(++sections)}、{title}"));

    /// <summary>（一）高成长性产业.</summary>
    public void Subsection(int number, string title) => Add(new HeadingBlock(2, $"（{Numbers.Chinese(number)}）{title}"));

    /// <summary>A paragraph; nothing when there is nothing to say.</summary>
    public void Say(Phrase text)
    {
        if (!text.IsEmpty)
            Add(new ParagraphBlock(text));
    }

    public void Say(Phrase lead, Phrase text) => Add(new ParagraphBlock(text, lead));

    /// <summary>The run in which the text refers to the table that comes next.</summary>
    public Run NextTable() => Cite.Computed("numbering", "表" + Numbers.Count(tables + 1));

    public void Table(string title, IReadOnlyList<TableColumn> columns, IEnumerable<TableRow> rows) => Table(Phrase.Plain(title), columns, rows);

    public void Table(Phrase title, IReadOnlyList<TableColumn> columns, IEnumerable<TableRow> rows)
    {
        var number = NextTable();
        tables++;
        Add(new TableBlock(Phrase.Of($"{number}　{title}"), columns, [.. rows]));
    }

    /// <param name="alternative">What the chart says, in sentences.</param>
    public void Figure(Phrase title, Phrase alternative, Chart chart)
    {
        var number = Cite.Computed("numbering", "图" + Numbers.Count(++figures));
        Add(new FigureBlock(Phrase.Of($"{number}　{title}"), alternative, chart));
    }
}
