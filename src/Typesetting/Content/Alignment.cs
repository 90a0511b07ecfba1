namespace Typesetting.Content;

/// <summary>How a line sits between its two margins.</summary>
public enum Alignment
{
    Left,
    Centre,
    Right,

    /// <summary>Both margins, the last line of the paragraph to the left.</summary>
    Justify,
}
