namespace Typesetting.Lines;

/// <summary>
/// How a line comes to its width. Every number is the share that is used of what a gap can take: 0 nothing, 1 all. Marks give up their
/// blank half, or gaps grow, never both.
/// </summary>
internal readonly record struct LineFit
{
    private const double Tolerance = 0.01;

    /// <summary>Blanks between words may grow to thrice what the other gaps allow, rather than leave the line short.</summary>
    private const double MostOfBlanks = 3;

    /// <summary>How much sooner blanks and the gaps beside Latin grow than the gaps between full-width characters, which hold the grid.</summary>
    private const double Sooner = 3;

    /// <summary>Taken from the blank halves of single marks; of marks beside each other <see cref="SqueezeBetweenMarks"/>.</summary>
    public double Squeeze { get; private init; }

    /// <summary>Given to gaps between full-width characters.</summary>
    public double Full { get; private init; }

    /// <summary>Given to gaps between Han and Latin.</summary>
    public double Mixed { get; private init; }

    /// <summary>Given to blanks.</summary>
    public double Blanks { get; private init; }

    /// <summary>What the line misses of its width all the same, in points.</summary>
    public double Short { get; private init; }

    /// <summary>What sticks out, beyond the blank half of the last mark, in points.</summary>
    public double Over { get; private init; }

    /// <summary>Whether the blank half of the last mark lies in the margin.</summary>
    public bool Hangs { get; private init; }

    /// <summary>Whether marks beside each other give up the blank between them: on a line that digits keep from the grid (CLREQ 3.1.6).</summary>
    public bool ClosesUp { get; private init; }

    public double SqueezeBetweenMarks => ClosesUp ? 1 : Math.Min(1, 2 * Squeeze);

    /// <summary>Nothing is taken and nothing given.</summary>
    public bool IsNatural => Squeeze == 0 && !IsStretched && !ClosesUp;

    public bool IsStretched => Full > 0 || Mixed > 0 || Blanks > 0;

    /// <summary>Fits a line of what the sums say into the room, in points.</summary>
    /// <param name="lastBlank">The blank half of the mark at its end, in points.</param>
    public static LineFit Into(double room, double width, double lastBlank, in LineSums gaps)
    {
        var closesUp = MayCloseUp(gaps);
        var over = width - room - (closesUp ? gaps.MarksTogether : 0);
        if (over < -Tolerance)
            return Stretched(-over, gaps) with { ClosesUp = closesUp };
        if (over <= lastBlank + Tolerance)
            return new LineFit { Hangs = over > Tolerance, ClosesUp = closesUp };
        return (closesUp ? SqueezedSingly(over - lastBlank, gaps) : Squeezed(over - lastBlank, gaps)) with { Hangs = lastBlank > 0, ClosesUp = closesUp };
    }

    /// <summary>Fits a line that is neither squeezed nor stretched.</summary>
    /// <param name="lastBlank">The blank half of the mark at its end, in points.</param>
    public static LineFit Within(double room, double width, double lastBlank, in LineSums gaps)
    {
        var closesUp = MayCloseUp(gaps);
        var over = width - room - (closesUp ? gaps.MarksTogether : 0);
        return new LineFit { Over = over > lastBlank + Tolerance ? over - lastBlank : 0, Short = Math.Max(0, -over), ClosesUp = closesUp };
    }

    /// <summary>The fit of a paragraph's last line, once it is known to need no squeeze.</summary>
    public LineFit WithoutStretch() => new() { ClosesUp = ClosesUp };

    private static bool MayCloseUp(in LineSums gaps) => gaps is { OffGrid: > 0, MarksTogether: > 0 };

    private static LineFit Squeezed(double wanted, in LineSums gaps)
    {
        // Marks beside each other give twice the share, as long as they have it.
        var share = wanted / (gaps.SingleMarks + (2 * gaps.MarksTogether));
        return share <= 0.5 ? new LineFit { Squeeze = share } : SqueezedSingly(wanted - gaps.MarksTogether, gaps);
    }

    private static LineFit SqueezedSingly(double wanted, in LineSums gaps)
    {
        var share = wanted / gaps.SingleMarks;
        return share <= 1 ? new LineFit { Squeeze = share } : new LineFit { Over = wanted };
    }

    private static LineFit Stretched(double free, in LineSums gaps)
    {
        // Blanks and the gaps beside Latin grow sooner than those between full-width characters, as long as they can.
        var sooner = gaps.Mixed + gaps.Blanks;
        var full = free / (gaps.Full + (Sooner * sooner));
        if (full * Sooner > 1)
            full = gaps.Full > 0 ? Math.Clamp((free - sooner) / gaps.Full, 0, 1) : 0;
        var first = Math.Min(1, gaps.Full > 0 ? Sooner * full : free / sooner);
        var left = Math.Max(0, free - (full * gaps.Full) - (first * sooner));
        var more = gaps.Blanks > 0 ? Math.Min(MostOfBlanks - first, left / gaps.Blanks) : 0;
        left -= more * gaps.Blanks;
        return new LineFit { Full = full, Mixed = first, Blanks = first + more, Short = left > Tolerance ? left : 0 };
    }
}

/// <summary>Sums over the glyphs of a text up to one of them; the difference of two says what a line holds. In points.</summary>
internal struct LineSums
{
    public double Width;
    public double SingleMarks;
    public double MarksTogether;
    public double Full;
    public double Mixed;
    public double Blanks;

    /// <summary>How many glyphs stand off the grid: digits, letters, all text of a style without a pitch.</summary>
    public int OffGrid;

    public static LineSums operator -(in LineSums to, in LineSums from) => new()
    {
        Width = to.Width - from.Width,
        SingleMarks = to.SingleMarks - from.SingleMarks,
        MarksTogether = to.MarksTogether - from.MarksTogether,
        Full = to.Full - from.Full,
        Mixed = to.Mixed - from.Mixed,
        Blanks = to.Blanks - from.Blanks,
        OffGrid = to.OffGrid - from.OffGrid,
    };

    /// <summary>Adds a glyph and the gap behind it.</summary>
    public void Add(in Glyph glyph, in Glyph next, in Look look)
    {
        Width += glyph.Advance;
        OffGrid += glyph.FullWidth && look.Spacing != 0 ? 0 : 1;
        if (Gap.BlankBetween(glyph, next) is > 0 and var blank)
        {
            if (Gap.IsBetweenMarks(glyph, next))
                MarksTogether += blank;
            else
                SingleMarks += blank;
        }

        var kind = Gap.KindOf(glyph, next);
        var most = Gap.Most(kind, glyph, look.Size);
        switch (kind)
        {
            case GapKind.Blank:
                Blanks += most;
                break;
            case GapKind.Mixed:
                Mixed += most;
                break;
            default:
                Full += most;
                break;
        }
    }
}
