using Typesetting.Content;
using Typesetting.Fonts;

namespace Typesetting.Lines;

/// <summary>One character of the text with what is needed to break lines at it and to draw it.</summary>
internal struct Glyph
{
    public int CodePoint;
    public ushort Cid;
    public ushort Look;
    public CharacterClass Class;
    public LineEnd End;

    /// <summary>As wide as its size: sits on the grid.</summary>
    public bool FullWidth;

    /// <summary>
    /// Of a full-width mark that fills half its square: the blank half, in points, behind a closing mark and before an opening one.
    /// Where a line is too full it may be taken away (GB/T 15834-2011, 5.1.11), and at the end of a line it may lie in the margin (5.1.10).
    /// </summary>
    public float BlankHalf;

    /// <summary>In points, the grid's pitch included.</summary>
    public double Advance;

    public readonly bool BreakAfter => End != LineEnd.Never;
}

/// <summary>How a stretch of glyphs is drawn.</summary>
/// <param name="Spacing">Added after each full-width glyph to come to the grid's pitch, in points.</param>
internal readonly record struct Look(DocumentFont Font, double Size, double Spacing, Colour Colour);

/// <summary>Whether a line may end behind a character.</summary>
internal enum LineEnd : byte
{
    Never,

    /// <summary>Only where a line would otherwise end visibly short: 2.5个|百分点.</summary>
    LastResort,

    /// <summary>Only where the line would otherwise look worse: inside a date, behind the slash of an address.</summary>
    IfNeeded,

    Allowed,
}

/// <summary>What line breaking needs to know of a character.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Han and other full-width characters: a line may break on both sides.</summary>
    Wide,

    /// <summary>Latin letters, digits and signs: never broken among themselves.</summary>
    Word,

    /// <summary>（《“: never at the end of a line.</summary>
    Opening,

    /// <summary>。，》”……: never at the beginning of a line.</summary>
    Closing,

    /// <summary>A blank: a line may break after it, and it vanishes at the end of a line.</summary>
    Blank,

    /// <summary>A blank that holds its neighbours together.</summary>
    Glue,

    /// <summary>Ends the line.</summary>
    LineFeed,
}
