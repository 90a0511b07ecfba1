namespace Typesetting.Lines;

/// <summary>Holds together what is read as one name: 豫政〔2012〕5号, GB/T 9704, 表1; and parts addresses where they can be parted.</summary>
internal static class Names
{
    public static void Hold(Span<Glyph> glyphs)
    {
        for (var i = 0; i + 1 < glyphs.Length; i++)
        {
            switch (glyphs[i].Class)
            {
                case CharacterClass.Opening:
                    HoldDocumentNumber(glyphs, i);
                    break;
                case CharacterClass.Blank:
                    HoldStandardNumber(glyphs, i);
                    break;
                case CharacterClass.Closing when glyphs[i].CodePoint == ':' && NumberUnits.StartsWith(glyphs[i..], "://"):
                    i = PartAddress(glyphs, i + 2);
                    break;
                case CharacterClass.Word when NumberUnits.StartsWith(glyphs[i..], "www.") && (i == 0 || glyphs[i - 1].Class != CharacterClass.Word):
                    i = PartAddress(glyphs, i + 3);
                    break;
                case CharacterClass.Word when glyphs[i].CodePoint == '-':
                    PartCompound(glyphs, i);
                    break;
                case CharacterClass.Wide when glyphs[i].CodePoint is '表' or '图' or '件' && BreakRules.IsDigit(glyphs[i + 1].CodePoint):
                    glyphs[i].End = LineEnd.IfNeeded;
                    break;
            }
        }
    }

    /// <summary>豫政办〔2012〕5号 (GB/T 9704-2012, 7.2.5): the year and the number whole, and better so the two or three characters of the office.</summary>
    private static void HoldDocumentNumber(Span<Glyph> glyphs, int opening)
    {
        var (digits, at) = CountDigits(glyphs, opening + 1);
        if (digits != 4 || at == glyphs.Length || glyphs[at].Class != CharacterClass.Closing || glyphs[at].CodePoint is not ('〕' or '］' or '）' or ']' or ')'))
            return;
        var (number, end) = CountDigits(glyphs, at + 1);
        if (number == 0 || end == glyphs.Length || glyphs[end].CodePoint != '号')
            return;
        for (var i = Math.Max(0, opening - 1); i < end; i++)
            glyphs[i].End = LineEnd.Never;
        for (var i = Math.Max(0, opening - 3); i < opening - 1; i++)
            if (glyphs[i].End == LineEnd.Allowed)
                glyphs[i].End = LineEnd.IfNeeded;
    }

    private static (int Count, int End) CountDigits(ReadOnlySpan<Glyph> glyphs, int at)
    {
        var start = at;
        while (at < glyphs.Length && BreakRules.IsDigit(glyphs[at].CodePoint))
            at++;
        return (at - start, at);
    }

    /// <summary>GB 18030, DB41/T 385: the capital letters of a standard before its number.</summary>
    private static void HoldStandardNumber(Span<Glyph> glyphs, int blank)
    {
        if (blank > 1 && IsCapital(glyphs[blank - 1].CodePoint) && (IsCapital(glyphs[blank - 2].CodePoint) || glyphs[blank - 2].CodePoint == '/')
            && BreakRules.IsDigit(glyphs[blank + 1].CodePoint))
            glyphs[blank].End = LineEnd.LastResort;
    }

    /// <summary>An address may be parted behind a slash, where its query begins and goes on, and at the last resort behind a dot.</summary>
    /// <returns>Its last character.</returns>
    private static int PartAddress(Span<Glyph> glyphs, int at)
    {
        while (at + 1 < glyphs.Length && glyphs[at + 1].CodePoint is > ' ' and < 0x7F)
        {
            if (glyphs[at].CodePoint is '/' or '?' or '&' or '=' && glyphs[at + 1].Class == CharacterClass.Word)
                glyphs[at].End = LineEnd.IfNeeded;
            else if (glyphs[at].CodePoint is '.' && glyphs[at + 1].Class == CharacterClass.Word)
                glyphs[at].End = LineEnd.LastResort;
            at++;
        }

        return at;
    }

    /// <summary>A hyphen between two written words; model names (DF-4B) have none.</summary>
    private static void PartCompound(Span<Glyph> glyphs, int hyphen)
    {
        if (hyphen < 3 || hyphen + 3 >= glyphs.Length)
            return;
        for (var i = 1; i <= 3; i++)
            if (!char.IsAsciiLetterLower((char)glyphs[hyphen - i].CodePoint) || !char.IsAsciiLetterLower((char)glyphs[hyphen + i].CodePoint))
                return;
        glyphs[hyphen].End = LineEnd.IfNeeded;
    }

    private static bool IsCapital(int codePoint) => codePoint is >= 'A' and <= 'Z';
}
