using System.Globalization;
using System.Text;

namespace Typesetting.Content;

/// <summary>Tells text that can be set from text that cannot: no control characters but line feeds, no lone surrogates, no invisible or right-to-left characters.</summary>
public static class SettableText
{
    /// <exception cref="TextException">The first character that cannot be set.</exception>
    public static void Require(string text)
    {
        for (var i = 0; i < text.Length;)
            i += CodePointAt(text, i) > char.MaxValue ? 2 : 1;
    }

    /// <summary>Whether a character can be set at all, if the font has it.</summary>
    public static bool Takes(Rune character) => character.Value == '\n' || ReasonAgainst(character.Value) is null;

    /// <summary>The code point that begins at an index.</summary>
    /// <exception cref="TextException">It cannot be set.</exception>
    internal static int CodePointAt(string text, int index)
    {
        int codePoint = text[index];
        // Nearly all text is Han and ASCII.
        if (codePoint is >= 0x20 and <= 0x7E or >= 0x4E00 and <= 0x9FFF or '\n')
            return codePoint;
        if (char.IsSurrogate(text[index]))
        {
            if (!char.IsHighSurrogate(text[index]) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
                throw new TextException(codePoint, "单独的代理码元", "a lone surrogate", text, index);
            codePoint = char.ConvertToUtf32(text[index], text[index + 1]);
        }

        if (ReasonAgainst(codePoint) is var (chinese, english))
            throw new TextException(codePoint, chinese, english, text, index);
        return codePoint;
    }

    private static (string Chinese, string English)? ReasonAgainst(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
    {
        UnicodeCategory.Control => ("控制字符", "a control character"),
        UnicodeCategory.Format => ("不可见的格式字符", "an invisible format character"),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ("分隔字符（请用换行符）", "a separator (use a line feed)"),
        UnicodeCategory.OtherNotAssigned when IsNoncharacter(codePoint) => ("非字符码位", "a noncharacter"),
        _ => IsRightToLeft(codePoint) ? ("从右向左书写的字符", "a right-to-left character") : null,
    };

    /// <summary>Code points that Unicode keeps from ever being characters; XML cannot hold all of them.</summary>
    private static bool IsNoncharacter(int codePoint) => (codePoint & 0xFFFE) == 0xFFFE || codePoint is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsRightToLeft(int codePoint) =>
        codePoint is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFE or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF;
}
