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
        var width = line.Width;
        for (var i = 0; i < glyphs.Length; i++)
            width += LineBreaker.ExtraAfter(glyphs, i, line, OfficialStyles.Body.Size);
        return width;
    }

    public void Dispose()
    {
        shaper.Dispose();
        fonts.Dispose();
    }
}
