namespace Typesetting.Lines;

/// <summary>Marks where a line may end.</summary>
internal static class BreakRules
{
    private const int Dash = 0x2014;

    public static void Mark(Span<Glyph> glyphs)
    {
        for (var i = 0; i + 1 < glyphs.Length; i++)
            glyphs[i].BreakAfter = MayBreak(glyphs, i);
        NumberUnits.Hold(glyphs);
    }

    private static bool MayBreak(ReadOnlySpan<Glyph> glyphs, int i)
    {
        var (before, after) = (glyphs[i].Class, glyphs[i + 1].Class);
        if (after is CharacterClass.Closing or CharacterClass.Glue or CharacterClass.Blank or CharacterClass.LineFeed)
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
                return after != CharacterClass.Word || !JoinsWords(glyphs[i].CodePoint);
            case CharacterClass.Word:
                return after is CharacterClass.Wide || (after is CharacterClass.Opening && glyphs[i + 1].CodePoint > 0x7F);
            default:
                return glyphs[i].CodePoint != Dash || glyphs[i + 1].CodePoint != Dash;
        }
    }

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
    private static bool JoinsWords(int codePoint) => codePoint <= 0xFF || codePoint is '～' or '–' or '－' or '．' or '／';

    internal static bool IsDigit(int codePoint) => codePoint is >= '0' and <= '9' or >= '０' and <= '９';
}
