using Typesetting.Content;

namespace Typesetting.Lines;

/// <summary>Breaks shaped text into lines, a paragraph at a time (<see cref="ParagraphBreaker"/>), and measures it for those who divide a width.</summary>
internal sealed class LineBreaker(TextShaper shaper)
{
    private readonly ParagraphBreaker paragraphs = new(shaper);

    public void Break(GlyphRange range, double width, double firstIndent, Alignment alignment, List<Line> into)
    {
        var (at, end, indent) = (range.Start, range.Start + range.Count, firstIndent);
        do
        {
            var stop = EndOfSegment(at, end);
            paragraphs.Break(at, stop, width, indent, alignment, into);
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
            stretch += glyph.Advance;
            natural = Math.Max(natural, line);
            if (glyph.Class != CharacterClass.Blank)
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
}
