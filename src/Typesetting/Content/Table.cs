namespace Typesetting.Content;

/// <summary>A table as wide as the text area; header rows are repeated on every page, and a row is whole where it fits on a page.</summary>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Header, IReadOnlyList<TableRow> Rows) : Block
{
    public TextStyle Style { get; init; } = OfficialStyles.Table;
    public TextStyle HeaderStyle { get; init; } = OfficialStyles.TableHeader;

    /// <summary>Blank between a border and the text, left and right, in points.</summary>
    public double CellPadding { get; init; } = 4;

    /// <summary>Blank between a border and the text, above and below, in points.</summary>
    public double RowPadding { get; init; } = 3;

    /// <summary>Thickness of the borders in points; 0 draws none.</summary>
    public double Border { get; init; } = 0.5;

    /// <summary>Fill of the header rows; null is none.</summary>
    public Colour? HeaderFill { get; init; }

    /// <summary>Set above the table, on the page where it begins; null is none.</summary>
    public IReadOnlyList<Run>? Caption { get; init; }

    public TextStyle CaptionStyle { get; init; } = OfficialStyles.Caption;

    /// <summary>What the table shows, for readers that cannot see it.</summary>
    public string? Summary { get; init; }
}

/// <summary>A column: so many points wide, or a share of what is left, or, with neither, as wide as its content asks.</summary>
public sealed record TableColumn
{
    public double? Points { get; init; }
    public double? Share { get; init; }

    /// <summary>Of the body cells; header cells are centred.</summary>
    public Alignment Alignment { get; init; } = Alignment.Left;

    /// <summary>Whether its body cells name their rows, as the header cells name the columns.</summary>
    public bool IsHeader { get; init; }

    public static TableColumn ByContent { get; } = new();

    public static TableColumn OfShare(double share) => new() { Share = share };
}

/// <summary>A row of cells, from the left; missing cells are blank.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public TableRow(params string[] texts)
        : this([.. texts.Select(text => new TableCell(text))])
    {
    }
}

/// <summary>A cell: a light, a bar and text, in this order and each optional.</summary>
public sealed record TableCell(IReadOnlyList<Run> Runs)
{
    public TableCell(string text)
        : this([new Run(text)])
    {
    }

    /// <summary>Null is the alignment of the column.</summary>
    public Alignment? Alignment { get; init; }

    public int ColumnSpan { get; init; } = 1;

    /// <summary>
    /// True where the cell above goes on: both are one, and the text of the upper stands in the middle of what a page holds of it, once
    /// more where a page break parts it. Such a cell has no text of its own.
    /// </summary>
    public bool ContinuesAbove { get; init; }

    /// <summary>A small signal before the text.</summary>
    public Light? Light { get; init; }

    /// <summary>A bar under the text (alone where there is no text).</summary>
    public Bar? Bar { get; init; }
}

/// <summary>A small signal whose shape tells its colour in black and white: green a disc, yellow a triangle, red a square.</summary>
public enum Light
{
    Green,
    Yellow,
    Red,

    /// <summary>An empty ring: nothing to show.</summary>
    None,
}

/// <summary>A horizontal bar in a cell; values outside 0 to 1 are drawn at the end.</summary>
/// <param name="Share">How much is filled, 0 to 1.</param>
/// <param name="Mark">Where a mark stands across the bar, 0 to 1; null is no mark.</param>
/// <param name="AlternativeText">What the bar says, for readers that cannot see it.</param>
public sealed record Bar(double Share, double? Mark, string AlternativeText)
{
    public Colour Colour { get; init; } = Colour.Grey;
}
