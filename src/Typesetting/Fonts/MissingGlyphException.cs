using System.Globalization;

namespace Typesetting.Fonts;

/// <summary>A character that the font of its role cannot draw; thrown before anything is written.</summary>
public sealed class MissingGlyphException : Exception
{
    public MissingGlyphException()
    {
    }

    public MissingGlyphException(string message)
        : base(message)
    {
    }

    public MissingGlyphException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal MissingGlyphException(int codePoint, FontFile font)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"字体“{font.Name}”没有字符“{char.ConvertFromUtf32(codePoint)}”（U+{codePoint:X4}）。 Font '{font.Name}' has no glyph for '{char.ConvertFromUtf32(codePoint)}' (U+{codePoint:X4})."))
    {
        CodePoint = codePoint;
    }

    public int CodePoint { get; }
}
