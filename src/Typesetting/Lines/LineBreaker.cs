using Typesetting.Content;

namespace Typesetting.Lines;

/// <summary>
/// Breaks text into lines. Text that is justified is broken by <see cref="ParagraphBreaker"/>; other lines are each as full as the rules
/// allow, the blank half of a mark at the end in the margin if need be (GB/T 15834-2011, 5.1.10).
/// </summary>
internal sealed class LineBreaker(TextShaper shaper)
{
    private const double Tolerance = 0.01;

    private readonly ParagraphBreaker paragraphs = new(shaper);

    public void Break(GlyphRange range, double width, double firstIndent, Alignment alignment, List<Line> into)
    {
        var (at, end, indent) = (range.Start, range.Start + range.Count, firstIndent);
        do
        {
            var stop = EndOfSegment(at, end);
            if (alignment == Alignment.Justify)
                paragraphs.Break(at, stop, width, indent, into);
            else
                BreakSegment(at, stop, width, indent, alignment, into);
            (at, indent) = (stop + 1, 0);
        }
        while (at < end);
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

    /// <summary>What the line's fit adds after a glyph, in points.</summary>
    public static double ExtraAfter(ReadOnlySpan<Glyph> glyphs, int i, in Line line, double size) =>
        i + 1 == glyphs.Length || line.Fit.IsNatural ? 0 : Gap.Extra(glyphs[i], glyphs[i + 1], line.Fit, size);

    /// <summary>The next forced break, or the end.</summary>
    private int EndOfSegment(int start, int end)
    {
        var glyphs = shaper[start, end - start];
        for (var i = 0; i < glyphs.Length; i++)
            if (glyphs[i].Class == CharacterClass.LineFeed)
                return start + i;
        return end;
    }

    private void BreakSegment(int at, int end, double width, double indent, Alignment alignment, List<Line> into)
    {
        do
        {
            var next = EndOfLine(at, end, width - indent);
            into.Add(Set(at, next, width, indent, alignment));
            (at, indent) = (next, 0);
        }
        while (at < end);
    }

    /// <summary>Where the next line begins; always beyond <paramref name="start"/>, also where nothing fits.</summary>
    private int EndOfLine(int start, int end, double width)
    {
        var glyphs = shaper[start, end - start];
        var (used, lastBreak) = (0.0, 0);
        for (var i = 0; i < glyphs.Length; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            used += glyph.Advance;
            var hanging = glyph.Class == CharacterClass.Closing && (i + 1 == glyphs.Length || glyph.BreakAfter) ? glyph.BlankHalf : 0;
            if (used - hanging > width + Tolerance && glyph.Class != CharacterClass.Blank)
                return start + (lastBreak > 0 ? lastBreak : Math.Max(i, 1));
            if (glyph.BreakAfter)
                lastBreak = i + 1;
        }

        return end;
    }

    private Line Set(int start, int end, double width, double indent, Alignment alignment)
    {
        var glyphs = shaper[start, end - start];
        while (glyphs.Length > 0 && glyphs[^1].Class == CharacterClass.Blank)
            glyphs = glyphs[..^1];
        var sums = default(LineSums);
        for (var i = 0; i < glyphs.Length; i++)
            sums.Add(glyphs[i], i + 1 < glyphs.Length ? glyphs[i + 1] : default, shaper.LookOf(glyphs[i]));
        var fit = LineFit.Unfilled(sums);
        var used = sums.Width - (fit.ClosesUp ? sums.MarksTogether : 0);
        var free = Math.Max(0, width - indent - used);
        var offset = alignment switch
        {
            Alignment.Centre => free / 2,
            Alignment.Right => free,
            _ => 0,
        };
        return new Line(start, glyphs.Length, indent + offset, used) { Fit = fit };
    }
}
