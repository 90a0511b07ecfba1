using Typesetting.Content;
using Typesetting.Fonts;
using Typesetting.Lines;

namespace Typesetting.Tests.Lines;

/// <summary>Shapes and breaks text with the body style, and reads lines back.</summary>
internal sealed class TextSet : IDisposable
{
    private readonly DocumentFonts fonts = new(TestFonts.Set);
    private readonly TextShaper shaper;

    public TextSet() => shaper = new TextShaper(fonts);

    public List<Line> Break(string text, double width, Alignment alignment, double indent)
    {
        var lines = new List<Line>();
        new LineBreaker(shaper).Break(shaper.Shape([new Run(text)], OfficialStyles.Body), width, indent * PageLayout.Official.Pitch, alignment, lines);
        return lines;
    }

    public double Unbreakable(string text) => new LineBreaker(shaper).Measure(shaper.Shape([new Run(text)], OfficialStyles.Body)).Unbreakable;

    /// <summary>The text with | where a line may end, ¦ where it may if need be, ! where it may at the last resort.</summary>
    public string StopsOf(string text)
    {
        var range = shaper.Shape([new Run(text)], OfficialStyles.Body);
        var stops = "";
        foreach (ref readonly var glyph in shaper[range.Start, range.Count])
            stops += char.ConvertFromUtf32(glyph.CodePoint) + glyph.End switch
            {
                LineEnd.Allowed => "|",
                LineEnd.IfNeeded => "¦",
                LineEnd.LastResort => "!",
                _ => "",
            };
        return stops;
    }

    public string TextOf(Line line)
    {
        var text = "";
        foreach (var glyph in shaper[line.Start, line.Count])
            text += char.ConvertFromUtf32(glyph.CodePoint);
        return text;
    }

    public double StretchedWidth(Line line)
    {
        var glyphs = shaper[line.Start, line.Count];
        var width = 0.0;
        for (var i = 0; i < glyphs.Length; i++)
            width += glyphs[i].Advance + LineBreaker.ExtraAfter(glyphs, i, line, OfficialStyles.Body.Size);
        return width;
    }

    /// <summary>What the line's fit adds behind each glyph, in points.</summary>
    public List<double> GapsOf(Line line)
    {
        var gaps = new List<double>();
        var glyphs = shaper[line.Start, line.Count];
        for (var i = 0; i < glyphs.Length; i++)
            gaps.Add(LineBreaker.ExtraAfter(glyphs, i, line, OfficialStyles.Body.Size));
        return gaps;
    }

    /// <summary>Where the outline of each glyph begins and ends, from the left edge, in points.</summary>
    public List<(double From, double To)> InkOf(Line line)
    {
        var (x, ink) = (line.Offset, new List<(double, double)>());
        var glyphs = shaper[line.Start, line.Count];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var file = shaper.LookOf(glyphs[i]).Font.File;
            var (left, right) = file.InkOf(file.GlyphOf(glyphs[i].CodePoint));
            var unit = OfficialStyles.Body.Size / file.Metrics.UnitsPerEm;
            if (right > left)
                ink.Add((x + (left * unit), x + (right * unit)));
            x += glyphs[i].Advance + LineBreaker.ExtraAfter(glyphs, i, line, OfficialStyles.Body.Size);
        }

        return ink;
    }

    public double LastBlankOf(Line line) => line.Count == 0 ? 0 : shaper[line.Start + line.Count - 1, 1][0].BlankHalf;

    /// <summary>Tries every way of breaking the text, apart from those of the last resort: is there one that leaves no line short?</summary>
    public bool CanFill(string text, double width, double indent)
    {
        var range = shaper.Shape([new Run(text)], OfficialStyles.Body);
        var glyphs = shaper[range.Start, range.Count].ToArray();
        var sums = new LineSums[glyphs.Length + 1];
        for (var i = 0; i < glyphs.Length; i++)
        {
            sums[i + 1] = sums[i];
            sums[i + 1].Add(glyphs[i], i + 1 < glyphs.Length ? glyphs[i + 1] : default, shaper.LookOf(glyphs[i]));
        }

        var reached = new bool[glyphs.Length + 1];
        reached[0] = true;
        for (var from = 0; from < glyphs.Length; from++)
        {
            if (!reached[from])
                continue;
            var room = from == 0 ? width - indent : width;
            for (var to = from + 1; to <= glyphs.Length; to++)
            {
                var last = glyphs[to - 1];
                var blank = last.Class == CharacterClass.Closing ? last.BlankHalf : 0;
                var fit = LineFit.Into(room, sums[to].Width - sums[from].Width, blank, sums[to - 1] - sums[from]);
                if (to == glyphs.Length && fit.Over == 0)
                    return true;
                if (last.End is LineEnd.Allowed or LineEnd.IfNeeded && fit.Over == 0 && fit.Short == 0)
                    reached[to] = true;
            }
        }

        return false;
    }

    public void Dispose()
    {
        shaper.Dispose();
        fonts.Dispose();
    }
}
