using Typesetting.Fonts;

namespace Typesetting.Content;

/// <summary>
/// A stretch of text in one look; what is null is taken from the style of the block it stands in.
/// A line feed (U+000A) in the text is a forced line break; other control characters are refused (<see cref="TextException"/>).
/// </summary>
public sealed record Run(string Text)
{
    public FontRole? Font { get; init; }
    public double? Size { get; init; }
    public Colour? Colour { get; init; }

    public static implicit operator Run(string text) => new(text);

    public static Run FromString(string text) => new(text);
}
