using System.Buffers;

namespace Typesetting.Lines;

/// <summary>Sorts characters by the rules of GB/T 15834-2011 (5.1) and CLREQ for the beginning and the end of a line, in both widths.</summary>
internal static class CharacterClasses
{
    /// <summary>Opening brackets and quotation marks, and the signs of currencies before their amount.</summary>
    internal static readonly SearchValues<char> Opening = SearchValues.Create("（《〈“‘「『【〔［｛〖〘〚｟〝︵︷︹︻︽︿﹁﹃﹙﹛﹝([{¥$£€￥＄￡");

    /// <summary>
    /// Marks that end something, join two things or stand behind a number: closing brackets, points, dots between names, tildes,
    /// slashes, percent signs; the repetition mark.
    /// </summary>
    internal static readonly SearchValues<char> Closing = SearchValues.Create(
        "。，、；：？！）》〉”’」』】〕］｝〗〙〛｠〞〟｡､…‥·・•‧～〜－–‐％‰‱℃℉．／︰﹐﹑﹒﹔﹕﹖﹗︶︸︺︼︾﹀﹂﹄﹚﹜﹞‼⁇⁈⁉々〻￠,.;:?!)]}%°′″/¢");

    public static CharacterClass Of(int codePoint)
    {
        if (BreakRules.IsHan(codePoint))
            return CharacterClass.Wide;
        if (codePoint <= char.MaxValue)
        {
            var c = (char)codePoint;
            if (c is '\n')
                return CharacterClass.LineFeed;
            if (c is ' ' or '\u3000')
                return CharacterClass.Blank;
            if (c is '\u00A0' or '\u2009' or '\u202F')
                return CharacterClass.Glue;
            if (Opening.Contains(c))
                return CharacterClass.Opening;
            if (Closing.Contains(c))
                return CharacterClass.Closing;
        }

        return IsWide(codePoint) ? CharacterClass.Wide : CharacterClass.Word;
    }

    /// <summary>CJK, kana, full-width forms, circled numbers, box and geometric signs, the dash.</summary>
    private static bool IsWide(int c) => c is >= 0x2E80 and <= 0xA4CF or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F
        or >= 0xFF01 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x2460 and <= 0x27BF or 0x2014 or 0x2015 or >= 0x20000;
}
