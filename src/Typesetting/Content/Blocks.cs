namespace Typesetting.Content;

/// <summary>A part of a document, set below the one before it.</summary>
public abstract record Block
{
    /// <summary>Points above the block; dropped at the top of a page that the text ran over to, kept on the first page and after a page break.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>Points below the block; dropped at the bottom of a page.</summary>
    public double SpaceAfter { get; init; }

    /// <summary>Whether the block stays on the page where the next one begins.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>Running text, broken into lines by the Chinese rules for punctuation.</summary>
public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    public Paragraph(params string[] texts)
        : this([.. texts.Select(text => new Run(text))])
    {
    }

    public TextStyle Style { get; init; } = OfficialStyles.Body;
    public Alignment Alignment { get; init; } = Alignment.Justify;

    /// <summary>In full-width characters, beyond <see cref="LeftIndent"/>; negative hangs (报：…).</summary>
    public double FirstLineIndent { get; init; } = 2;

    /// <summary>In full-width characters, for every line.</summary>
    public double LeftIndent { get; init; }

    /// <summary>In full-width characters, for every line.</summary>
    public double RightIndent { get; init; }

    /// <summary>Whether the lines stay on one page where they fit on one.</summary>
    public bool KeepTogether { get; init; }
}

/// <summary>A heading with its bookmark; it stays with the block that follows.</summary>
/// <param name="Level">0 is the document's title, 1 the outermost section's heading, 6 the innermost's.</param>
public sealed record Heading(int Level, IReadOnlyList<Run> Runs) : Block
{
    public Heading(int level, string text)
        : this(level, [new Run(text)])
    {
    }

    public TextStyle Style { get; init; } = Level switch
    {
        0 => OfficialStyles.Title,
        1 => OfficialStyles.Heading1,
        _ => OfficialStyles.Heading2,
    };

    public Alignment Alignment { get; init; } = Level == 0 ? Alignment.Centre : Alignment.Left;

    /// <summary>In full-width characters.</summary>
    public double FirstLineIndent { get; init; } = 2;

    /// <summary>The title in the reader's bookmarks; null is the text of the heading (none for the document's title), an empty string is no bookmark.</summary>
    public string? Bookmark { get; init; }
}

/// <summary>Items below each other, each with its own label, the text hanging beside it.</summary>
public sealed record ItemList(IReadOnlyList<ListItem> Items) : Block
{
    public TextStyle Style { get; init; } = OfficialStyles.Body;
    public Alignment Alignment { get; init; } = Alignment.Justify;

    /// <summary>Before the labels, in full-width characters.</summary>
    public double Indent { get; init; } = 2;

    /// <summary>
    /// From the beginning of the labels to that of the text, in full-width characters; null takes as many whole ones as the widest label
    /// of a level asks, so that the text stays on the grid.
    /// </summary>
    public double? LabelWidth { get; init; }
}

/// <summary>An item of a list.</summary>
/// <param name="Label">Its number or mark as it is to stand there (1. or （一） or ●); an empty string is none.</param>
public sealed record ListItem(string Label, IReadOnlyList<Run> Runs)
{
    public ListItem(string label, string text)
        : this(label, [new Run(text)])
    {
    }

    /// <summary>Items under this one, which have none under them.</summary>
    public IReadOnlyList<ListItem> Items { get; init; } = [];
}

/// <summary>One line with parts at the left, in the middle and at the right (第3期 … 办公室 … 日期); an overlong line is broken as a paragraph.</summary>
public sealed record PartsLine : Block
{
    public IReadOnlyList<Run> Left { get; init; } = [];
    public IReadOnlyList<Run> Centre { get; init; } = [];
    public IReadOnlyList<Run> Right { get; init; } = [];
    public TextStyle Style { get; init; } = OfficialStyles.Body;

    /// <summary>Blank on both sides, in full-width characters.</summary>
    public double Indent { get; init; }
}

/// <summary>A line across the text area: the red rule of an official paper, the thin ones of an imprint.</summary>
public sealed record Rule : Block
{
    public Colour Colour { get; init; } = Colour.Black;

    /// <summary>In points.</summary>
    public double Thickness { get; init; } = 1;
}

/// <summary>Blank height in points; dropped at the top of a page that the text ran over to.</summary>
public sealed record Space(double Height) : Block;

/// <summary>Lets the next block begin on a new page.</summary>
public sealed record PageBreak : Block;

/// <summary>Blocks kept together at the lower edge of the text area (版记: 报、送、发 and the print run).</summary>
public sealed record PageBottom(IReadOnlyList<Block> Blocks) : Block;
