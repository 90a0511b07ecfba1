namespace Typesetting.Lines;

/// <summary>Marks where a line may end: GB/T 15834-2011, 5.1, and the rules of CLREQ for the beginning and the end of a line.</summary>
internal static class BreakRules
{
    private const int Dash = 0x2014;

    public static void Mark(Span<Glyph> glyphs)
    {
        for (var i = 0; i + 1 < glyphs.Length; i++)
            glyphs[i].End = MayBreak(glyphs, i) ? LineEnd.Allowed : LineEnd.Never;
        NumberUnits.Hold(glyphs);
        Names.Hold(glyphs);
    }

    private static bool MayBreak(ReadOnlySpan<Glyph> glyphs, int i)
    {
        if (IsHan(glyphs[i].CodePoint) && IsHan(glyphs[i + 1].CodePoint))
            return true; // Nearly all text.
        var (before, after) = (glyphs[i].Class, glyphs[i + 1].Class);
        if (after is CharacterClass.Closing or CharacterClass.Glue or CharacterClass.Blank or CharacterClass.LineFeed
            || IsLoneDash(glyphs, i + 1) || IsCombining(glyphs[i + 1].CodePoint))
            return false;
        if (before != CharacterClass.Blank && (IsUpright(glyphs[i].CodePoint) || IsUpright(glyphs[i + 1].CodePoint)))
            return false;
        switch (before)
        {
            case CharacterClass.LineFeed:
                return true;
            case CharacterClass.Opening or CharacterClass.Glue:
                return false;
            case CharacterClass.Blank:
                return !OpenedBefore(glyphs, i) && !InsideNumber(glyphs, i);
            case CharacterClass.Closing:
                return MayBreakBehindClosing(glyphs, i);
            case CharacterClass.Word:
                return after is CharacterClass.Wide || (after is CharacterClass.Opening && glyphs[i + 1].CodePoint > 0x7F);
            default:
                return glyphs[i].CodePoint == Dash
                    ? glyphs[i + 1].CodePoint != Dash && !(after == CharacterClass.Word && IsLoneDash(glyphs, i))
                    : !IsLabel(glyphs[i].CodePoint);
        }
    }

    private static bool MayBreakBehindClosing(ReadOnlySpan<Glyph> glyphs, int i)
    {
        var (mark, next) = (glyphs[i].CodePoint, glyphs[i + 1]);
        if (mark is '/' or '／')
            return false; // 5.1.9: neither first nor last.
        return next.Class switch
        {
            CharacterClass.Word => !JoinsWords(mark) && !(mark == '’' && i > 0 && glyphs[i - 1].Class == CharacterClass.Word),
            CharacterClass.Opening => mark > 0x7F || next.CodePoint > 0x7F,
            CharacterClass.Wide => !(mark is '.' or '．' && i > 0 && IsDigit(glyphs[i - 1].CodePoint)), // “1.” before an item.
            _ => true,
        };
    }

    /// <summary>3—5年, 郑州—洛阳: a single dash joins and does not begin a line (5.1.6); of “——” both stay together (5.1.4).</summary>
    private static bool IsLoneDash(ReadOnlySpan<Glyph> glyphs, int i) => glyphs[i].CodePoint == Dash
        && (i == 0 || glyphs[i - 1].CodePoint != Dash)
        && (i + 1 == glyphs.Length || glyphs[i + 1].CodePoint != Dash);

    /// <summary>“1 092.6”: a blank before a group of three digits does not part the number.</summary>
    private static bool InsideNumber(ReadOnlySpan<Glyph> glyphs, int blank)
    {
        if (blank == 0 || !IsDigit(glyphs[blank - 1].CodePoint))
            return false;
        var digits = 0;
        while (blank + 1 + digits < glyphs.Length && IsDigit(glyphs[blank + 1 + digits].CodePoint))
            digits++;
        return digits == 3;
    }

    /// <summary>A blank after an opening mark: a line broken here would end with the mark.</summary>
    private static bool OpenedBefore(ReadOnlySpan<Glyph> glyphs, int blank)
    {
        while (blank >= 0 && glyphs[blank].Class == CharacterClass.Blank)
            blank--;
        return blank >= 0 && glyphs[blank].Class == CharacterClass.Opening;
    }

    /// <summary>Half-width marks inside numbers and words (1,092.6; 12:30), and 7～9.</summary>
    private static bool JoinsWords(int codePoint) => codePoint <= 0xFF || codePoint is '～' or '〜' or '–' or '‐' or '－' or '．' or '′' or '″';

    /// <summary>Quotation marks that do not tell their beginning from their end.</summary>
    private static bool IsUpright(int codePoint) => codePoint is '"' or '\'' or '＂' or '＇';

    /// <summary>①, ⑴, ⒈, ㈠: numbers of items, which stay with what they number.</summary>
    private static bool IsLabel(int codePoint) => codePoint is >= 0x2460 and <= 0x249B or >= 0x3220 and <= 0x3229;

    /// <summary>Accents and voicing marks, which stand on the character before them.</summary>
    private static bool IsCombining(int codePoint) => codePoint is >= 0x0300 and <= 0x036F or >= 0x20D0 and <= 0x20FF or >= 0x3099 and <= 0x309A or >= 0xFE20 and <= 0xFE2F;

    internal static bool IsHan(int codePoint) => codePoint is >= 0x4E00 and <= 0x9FFF;

    internal static bool IsDigit(int codePoint) => codePoint is >= '0' and <= '9' or >= '０' and <= '９';
}
