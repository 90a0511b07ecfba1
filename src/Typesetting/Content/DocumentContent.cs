namespace Typesetting.Content;

/// <summary>A whole document to be set: what it says of itself, its paper and its blocks in order.</summary>
public sealed record DocumentContent(DocumentInformation Information, IReadOnlyList<Block> Blocks)
{
    public PageLayout Layout { get; init; } = PageLayout.Official;

    /// <summary>Printed in the head of every page (演示数据); null is none.</summary>
    public string? RunningMark { get; init; }
}

/// <summary>What the file says of itself in document information and XMP; each text is one line.</summary>
public sealed record DocumentInformation(string Title, string Author)
{
    public string? Subject { get; init; }
    public string? Keywords { get; init; }

    /// <summary>The program that the text was written with; null is not said.</summary>
    public string? Creator { get; init; }

    /// <summary>Date written into the file; null leaves dates out. Never the clock's: the same content gives the same bytes.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Language of the text (RFC 1766: letters and hyphens).</summary>
    public string Language { get; init; } = "zh-CN";
}
