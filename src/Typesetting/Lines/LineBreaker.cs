using Typesetting.Content;

namespace Typesetting.Lines;

/// <summary>
/// Breaks text into lines, each as full as the rules allow. What a rule carries over to the next line is made up by stretching
/// the gaps beside full-width glyphs; a line of full-width glyphs alone that is full stands exactly on the grid.
/// </summary>
internal sealed class LineBreaker(TextShaper shaper)
{
    /// <summary>
    /// A gap wider than a tenth of the size reads as a blank, to the eye and to poppler's text extraction; the line then stays short.
    /// The grid's negative spacing is part of the gap.
    /// </summary>
    private const double WidestGap = 0.098;

    private const double WidestBlank = 0.3;
    private const double BlankHalf = 0.45;
    private const double Tolerance = 0.01;

    public void Break(GlyphRange range, double width, double firstIndent, Alignment alignment, List<Line> into)
    {
        var (at, end, indent) = (range.Start, range.Start + range.Count, firstIndent);
        if (range.Count == 0)
        {
            into.Add(Set(at, at, width, indent, alignment, true));
            return;
        }

        while (at < end)
        {
            var next = EndOfLine(at, end, width - indent);
            var fed = shaper[next - 1, 1][0].Class == CharacterClass.LineFeed;
            into.Add(Set(at, fed ? next - 1 : next, width, indent, alignment, fed || next == end));
            at = next;
            indent = 0;
        }
    }

    /// <summary>The widest line without a break, and the widest stretch that cannot be broken, in points.</summary>
    public (double Natural, double Unbreakable) Measure(GlyphRange range)
    {
        var (natural, unbreakable, line, stretch) = (0.0, 0.0, 0.0, 0.0);
        foreach (ref readonly var glyph in shaper[range.Start, range.Count])
        {
            line = glyph.Class == CharacterClass.LineFeed ? 0 : line + glyph.Advance;
            stretch += glyph.Class == CharacterClass.Blank ? 0 : glyph.Advance;
            natural = Math.Max(natural, line);
            unbreakable = Math.Max(unbreakable, stretch);
            if (glyph.BreakAfter || glyph.Class == CharacterClass.LineFeed)
                stretch = 0;
        }

        return (natural, unbreakable);
    }

    /// <summary>Where the next line begins; always beyond <paramref name="start"/>, also where nothing fits.</summary>
    private int EndOfLine(int start, int end, double width)
    {
        var glyphs = shaper[start, end - start];
        var (used, lastBreak) = (0.0, 0);
        for (var i = 0; i < glyphs.Length; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            if (glyph.Class == CharacterClass.LineFeed)
                return start + i + 1;
            used += glyph.Advance;
            var hanging = HasBlankHalf(glyph) && (i + 1 == glyphs.Length || glyph.BreakAfter) ? glyph.Advance * BlankHalf : 0;
            if (used - hanging > width + Tolerance && glyph.Class != CharacterClass.Blank)
                return start + (lastBreak > 0 ? lastBreak : Math.Max(i, 1));
            if (glyph.BreakAfter)
                lastBreak = i + 1;
        }

        return end;
    }

    /// <summary>Marks that fill only the left half of their square; at the end of a line the other half may stand in the margin.</summary>
    private static bool HasBlankHalf(in Glyph glyph) => glyph.FullWidth && glyph.CodePoint is '，' or '。' or '、' or '；' or '：' or '）' or '》' or '”' or '’' or '】' or '〉' or '」' or '』' or '〕';

    private Line Set(int start, int end, double width, double indent, Alignment alignment, bool last)
    {
        var glyphs = shaper[start, end - start];
        while (glyphs.Length > 0 && glyphs[^1].Class == CharacterClass.Blank)
            glyphs = glyphs[..^1];
        var used = 0.0;
        foreach (ref readonly var glyph in glyphs)
            used += glyph.Advance;
        var free = width - indent - used;
        return alignment switch
        {
            Alignment.Centre => new Line(start, glyphs.Length, indent + Math.Max(0, free / 2), used),
            Alignment.Right => new Line(start, glyphs.Length, indent + Math.Max(0, free), used),
            Alignment.Justify when !last && free > Tolerance => Stretch(new Line(start, glyphs.Length, indent, used), glyphs, free),
            _ => new Line(start, glyphs.Length, indent, used),
        };
    }

    /// <summary>Shares the free width out: evenly while no gap is too wide, then to the gaps and blanks that can take more.</summary>
    private Line Stretch(Line line, ReadOnlySpan<Glyph> glyphs, double free)
    {
        var (wide, narrow, blanks) = (0, 0, 0);
        for (var i = 0; i + 1 < glyphs.Length; i++)
        {
            if (glyphs[i].Class is CharacterClass.Blank or CharacterClass.Glue)
                blanks++;
            else if (IsGap(glyphs, i))
                _ = glyphs[i].FullWidth ? wide++ : narrow++;
        }

        if (wide + narrow + blanks == 0)
            return line;
        var look = shaper.LookOf(glyphs[0]);
        var widest = (WidestGap * look.Size) - Math.Min(0, look.Spacing);
        var even = free / (wide + narrow + blanks);
        if (even > WidestGap * look.Size && wide > 0)
            even = (free - (narrow * WidestGap * look.Size) - (blanks * WidestGap * look.Size)) / wide;
        var gap = Math.Min(even, widest);
        var left = free - (wide * gap) - (narrow * Math.Min(gap, WidestGap * look.Size));
        return line with { GapExtra = gap, BlankExtra = blanks == 0 ? 0 : Math.Clamp(left / blanks, 0, WidestBlank * look.Size) };
    }

    /// <summary>What the line's stretch adds after a glyph, in points.</summary>
    public static double ExtraAfter(ReadOnlySpan<Glyph> glyphs, int i, Line line, double size)
    {
        if (i + 1 == glyphs.Length)
            return 0;
        if (glyphs[i].Class is CharacterClass.Blank or CharacterClass.Glue)
            return line.BlankExtra;
        if (!IsGap(glyphs, i))
            return 0;
        return glyphs[i].FullWidth ? line.GapExtra : Math.Min(line.GapExtra, WidestGap * size);
    }

    /// <summary>Whether the line may be stretched between this glyph and the next.</summary>
    private static bool IsGap(ReadOnlySpan<Glyph> glyphs, int i) =>
        (glyphs[i].FullWidth || glyphs[i + 1].FullWidth)
        && !(glyphs[i].CodePoint == glyphs[i + 1].CodePoint && glyphs[i].CodePoint is 0x2014 or 0x2026);
}
