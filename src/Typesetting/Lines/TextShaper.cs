using System.Buffers;
using System.Globalization;
using Typesetting.Content;
using Typesetting.Fonts;

namespace Typesetting.Lines;

/// <summary>Turns runs into glyphs, all kept in one buffer for the life of a document; refuses text that cannot be set.</summary>
internal sealed class TextShaper(DocumentFonts fonts) : IDisposable
{
    private readonly List<Look> looks = [];
    private Glyph[] glyphs = ArrayPool<Glyph>.Shared.Rent(4096);
    private int count;

    public ReadOnlySpan<Glyph> this[int start, int length] => glyphs.AsSpan(start, length);

    public Look LookOf(in Glyph glyph) => looks[glyph.Look];

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
            int codePoint = text[i];
            if (char.IsSurrogate(text[i]))
            {
                if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                    throw new TextException(codePoint, "单独的代理码元", "a lone surrogate", text, i);
                codePoint = char.ConvertToUtf32(text[i], text[++i]);
            }

            if (codePoint < 0x20 ? codePoint != '\n' : codePoint > 0x7E && !IsHan(codePoint))
                RefuseUnsettable(codePoint, text, i);
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
        }
    }

    private static bool IsHan(int codePoint) => codePoint is >= 0x4E00 and <= 0x9FFF;

    private static void RefuseUnsettable(int codePoint, string text, int index)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(codePoint))
        {
            case UnicodeCategory.Control:
                throw new TextException(codePoint, "控制字符", "a control character", text, index);
            case UnicodeCategory.Format:
                throw new TextException(codePoint, "不可见的格式字符", "an invisible format character", text, index);
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                throw new TextException(codePoint, "分隔字符（请用换行符）", "a separator (use a line feed)", text, index);
        }

        if (codePoint is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFE)
            throw new TextException(codePoint, "从右向左书写的字符", "a right-to-left character", text, index);
    }

    private ushort LookNumber(Look look)
    {
        for (var i = looks.Count - 1; i >= 0; i--)
            if (looks[i] == look)
                return (ushort)i;
        if (looks.Count == ushort.MaxValue)
            throw new InvalidOperationException("Too many different looks in one document.");
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
