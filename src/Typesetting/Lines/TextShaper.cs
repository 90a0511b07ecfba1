using System.Buffers;
using Typesetting.Content;
using Typesetting.Fonts;

namespace Typesetting.Lines;

/// <summary>Turns runs into glyphs, all kept in one buffer for the life of a document; refuses text that cannot be set.</summary>
internal sealed class TextShaper(DocumentFonts fonts) : IDisposable
{
    /// <summary>Far more than any document has; finding one among them stays cheap.</summary>
    private const int MostLooks = 4096;

    private readonly List<Look> looks = [];
    private Glyph[] glyphs = ArrayPool<Glyph>.Shared.Rent(4096);
    private int count;

    public ReadOnlySpan<Glyph> this[int start, int length] => glyphs.AsSpan(start, length);

    public Look LookOf(in Glyph glyph) => looks[glyph.Look];

    /// <exception cref="ContentException">Too many different looks.</exception>
    /// <exception cref="TextException">A character that cannot be set.</exception>
    /// <exception cref="MissingGlyphException">A character that the font lacks.</exception>
    public GlyphRange Shape(IReadOnlyList<Run> runs, TextStyle style)
    {
        var start = count;
        for (var i = 0; i < runs.Count; i++)
            Append(runs[i], style);
        var range = new GlyphRange(start, count - start);
        BreakRules.Mark(glyphs.AsSpan(start, range.Count));
        return range;
    }

    public void Dispose()
    {
        ArrayPool<Glyph>.Shared.Return(glyphs);
        glyphs = [];
    }

    private void Append(Run run, TextStyle style)
    {
        var font = fonts[run.Font ?? style.Font];
        var size = run.Size ?? style.Size;
        var spacing = style.Pitch is { } pitch && size == style.Size ? pitch - size : 0;
        var look = LookNumber(new Look(font, size, spacing, run.Colour ?? style.Colour));
        var text = run.Text;
        EnsureRoom(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var codePoint = SettableText.CodePointAt(text, i);
            if (codePoint > char.MaxValue)
                i++;
            ref var glyph = ref glyphs[count++];
            glyph = default;
            glyph.CodePoint = codePoint;
            glyph.Look = look;
            glyph.Class = CharacterClasses.Of(codePoint);
            if (glyph.Class == CharacterClass.LineFeed)
                continue;
            glyph.Cid = font.CidOf(codePoint);
            var advance = font.AdvanceOf(glyph.Cid);
            glyph.FullWidth = advance is > 0.999 and < 1.001;
            glyph.Advance = (advance * size) + (glyph.FullWidth ? spacing : 0);
            if (glyph.FullWidth && glyph.Class is CharacterClass.Closing or CharacterClass.Opening)
                glyph.BlankHalf = Marks.BlankHalf(font.BlankOf(glyph.Cid), glyph.Class) * (float)size;
        }
    }

    private ushort LookNumber(Look look)
    {
        for (var i = looks.Count - 1; i >= 0; i--)
            if (looks[i] == look)
                return (ushort)i;
        if (looks.Count == MostLooks)
            throw new ContentException($"文档不能排版：字体、字号、字距和颜色的不同组合超过{MostLooks}种。 The document cannot be set: more than {MostLooks} different combinations of font, size, pitch and colour.");
        looks.Add(look);
        return (ushort)(looks.Count - 1);
    }

    private void EnsureRoom(int more)
    {
        if (count + more <= glyphs.Length)
            return;
        var larger = ArrayPool<Glyph>.Shared.Rent(Math.Max(glyphs.Length * 2, count + more));
        glyphs.AsSpan(0, count).CopyTo(larger);
        ArrayPool<Glyph>.Shared.Return(glyphs);
        glyphs = larger;
    }
}

/// <summary>A stretch of the shaper's buffer.</summary>
internal readonly record struct GlyphRange(int Start, int Count);
