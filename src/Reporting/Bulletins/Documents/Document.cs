namespace Reporting.Bulletins.Documents;

/// <summary>A composed issue, independent of any file form; renderers map it to PDF and, later, other forms without arithmetic of their own.</summary>
/// <param name="Title">The full title, also the file's title.</param>
/// <param name="Author">The issuing office.</param>
/// <param name="PageMark">Printed on every page (演示数据); null for a real issue.</param>
public sealed record Document(string Title, string Author, string? PageMark, DateOnly? Date, IReadOnlyList<Block> Blocks);

/// <summary>A piece of a document.</summary>
public abstract record Block;

/// <summary>The head of the first page: programme and name in red, issue number, office and date, red rule.</summary>
/// <param name="Programme">The small red line above the name.</param>
/// <param name="Name">通报, 总通报 or 半年小结.</param>
/// <param name="Number">第N期; 草稿 before signing.</param>
/// <param name="Date">e.g. 2012年4月27日; empty before signing.</param>
public sealed record MastheadBlock(string Programme, string Name, Phrase Number, string Office, Phrase Date) : Block
{
    /// <summary>The mark at the upper left, e.g. 内部资料; empty for none.</summary>
    public Phrase Secrecy { get; init; } = Phrase.Empty;
}

/// <summary>The document's title, broken where its sense allows.</summary>
public sealed record TitleBlock(IReadOnlyList<Phrase> Lines) : Block;

/// <summary>A heading; its number is part of the text.</summary>
/// <param name="Level">1 for 一、, 2 for （一）.</param>
public sealed record HeadingBlock(int Level, Phrase Text) : Block;

/// <summary>A body paragraph, indented by two characters.</summary>
/// <param name="Lead">Words at its beginning that stand for a heading, set in the face of one; null when there are none.</param>
public sealed record ParagraphBlock(Phrase Text, Phrase? Lead = null) : Block;

/// <summary>A table with a caption; the cells of every row cover all its columns.</summary>
public sealed record TableBlock(Phrase Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : Block;

/// <summary>A column: its head, its share of the width, and how its cells are set.</summary>
public sealed record TableColumn(string Head, decimal Share, ColumnAlign Align = ColumnAlign.Left);

/// <summary>How a column's cells are set.</summary>
public enum ColumnAlign
{
    Left,
    Centre,
    Right,
}

/// <summary>A row of a table.</summary>
/// <param name="Emphasis">True for a row of totals or of a group's name.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells, bool Emphasis = false)
{
    /// <summary>The same row, there because of these facts.</summary>
    public TableRow Because(IReadOnlyList<string> sources) => this with { Cells = [.. Cells.Select(cell => cell with { Text = cell.Text.Because(sources) })] };
}

/// <summary>A cell: a light and text, each optional.</summary>
/// <param name="Span">How many columns it covers; the row then has fewer cells.</param>
/// <param name="ContinuesAbove">True where the cell above covers this row too; the cell then has no text of its own.</param>
public sealed record TableCell(Phrase Text, Light? Light = null, int Span = 1, bool ContinuesAbove = false)
{
    /// <summary>What stands in a row that the cell above covers too.</summary>
    public static TableCell Continued { get; } = new(Phrase.Empty, ContinuesAbove: true);

    public static implicit operator TableCell(Phrase text) => new(text);

    public static implicit operator TableCell(Run run) => new(run);
}

/// <summary>Small print: data notes and the note of an automatic signature.</summary>
public sealed record NoteBlock(Phrase Text) : Block;

/// <summary>The office and date at the end of the text.</summary>
/// <param name="Sealed">True where a seal will be put over them; they then stand where it can be.</param>
public sealed record SignatureBlock(string Office, Phrase Date, bool Sealed = false) : Block;

/// <summary>The lines 报, 送, 发 at the end of the issue, between rules.</summary>
public sealed record DistributionBlock(IReadOnlyList<DistributionLine> Lines) : Block
{
    /// <summary>The print run (共印 N 份), at the right below the lines; empty where it is not said.</summary>
    public Phrase Copies { get; init; } = Phrase.Empty;
}

/// <summary>One line of the distribution, e.g. 报：省委、省政府领导。</summary>
public sealed record DistributionLine(string Label, Phrase Text)
{
    /// <summary>报：省委、省政府领导。</summary>
    public Phrase Whole => Phrase.Join("：", [Phrase.Plain(Label), Text]);
}
