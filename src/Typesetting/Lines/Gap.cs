namespace Typesetting.Lines;

/// <summary>What a line may take from or give to the room between two neighbours.</summary>
internal static class Gap
{
    /// <summary>
    /// A gap wider than a tenth of the size reads as a blank, to the eye and to poppler's text extraction; the line then stays short.
    /// The grid's negative spacing is part of the gap. In ems.
    /// </summary>
    private const double Widest = 0.098;

    /// <summary>In ems; one that parts the digits of a number stays as it is.</summary>
    private const double WidestBlank = 0.3;

    /// <summary>Share of a glyph's advance that the blank of an opening mark behind it may cover.</summary>
    private const double MostOverlap = 0.75;

    public static GapKind KindOf(in Glyph glyph, in Glyph next)
    {
        if (BreakRules.IsHan(glyph.CodePoint) && BreakRules.IsHan(next.CodePoint) && glyph.FullWidth && next.FullWidth)
            return GapKind.Full; // Nearly all text.
        if (glyph.Class is CharacterClass.Blank or CharacterClass.Glue)
            return BreakRules.IsDigit(next.CodePoint) ? GapKind.None : GapKind.Blank;
        if (next.Class is CharacterClass.Blank or CharacterClass.Glue)
            return GapKind.None;
        if (IsBetweenMarks(glyph, next))
            return GapKind.None;
        if (glyph.FullWidth && next.FullWidth)
            return glyph.CodePoint == next.CodePoint && glyph.CodePoint is 0x2014 or 0x2026 ? GapKind.None : GapKind.Full;
        if (!glyph.FullWidth && !next.FullWidth)
            return GapKind.None;
        return glyph.Class == CharacterClass.Wide || next.Class == CharacterClass.Wide ? GapKind.Mixed : GapKind.Full;
    }

    /// <summary>The most that may be added, in points.</summary>
    public static double Most(GapKind kind, in Glyph glyph, double size) => kind switch
    {
        GapKind.None => 0,
        GapKind.Blank => WidestBlank * size,
        _ => (Widest * size) + (glyph.FullWidth ? Math.Max(0, size - glyph.Advance) : 0),
    };

    /// <summary>
    /// The blank of marks between the two, in points. Of what two marks leave blank between them half stays, and no square is moved before
    /// the glyph it follows: readers order text by where squares begin.
    /// </summary>
    public static double BlankBetween(in Glyph glyph, in Glyph next) => Math.Max(
        glyph.Class == CharacterClass.Closing ? glyph.BlankHalf : 0,
        next.Class == CharacterClass.Opening ? Math.Min(next.BlankHalf, MostOverlap * glyph.Advance) : 0);

    /// <summary>Two marks beside each other: their blank shows most and goes first.</summary>
    public static bool IsBetweenMarks(in Glyph glyph, in Glyph next) => glyph.BlankHalf > 0 && next.BlankHalf > 0;

    /// <summary>What the fit of a line adds after a glyph; negative where it takes away. In points.</summary>
    public static double Extra(in Glyph glyph, in Glyph next, in LineFit fit, double size)
    {
        if (IsBetweenMarks(glyph, next))
            return -BlankBetween(glyph, next) * fit.SqueezeBetweenMarks;
        if (fit.Squeeze > 0)
            return -BlankBetween(glyph, next) * fit.Squeeze;
        var kind = KindOf(glyph, next);
        return kind switch
        {
            GapKind.None => 0,
            GapKind.Blank => fit.Blanks * Most(kind, glyph, size),
            GapKind.Mixed => fit.Mixed * Most(kind, glyph, size),
            _ => fit.Full * Most(kind, glyph, size),
        };
    }
}

/// <summary>Between which characters a gap lies; CLREQ stretches them in the order blank, mixed, full.</summary>
internal enum GapKind : byte
{
    /// <summary>Within a word or a number, within a dash, between two marks.</summary>
    None,

    /// <summary>A blank between words.</summary>
    Blank,

    /// <summary>Between a Han character and a Latin letter or digit.</summary>
    Mixed,

    /// <summary>Beside full-width characters otherwise.</summary>
    Full,
}
