using System.Buffers;

namespace Typesetting.Fonts;

/// <summary>
/// The part of a font that one document uses. Each code point has its own CID, also where two share an outline
/// (人 and the radical ⼈): what is copied out of the file is then the text that was written.
/// </summary>
internal sealed class DocumentFont(FontFile file, int number) : IDisposable
{
    private readonly Dictionary<int, ushort> supplementary = [];
    private readonly Dictionary<ushort, (float Before, float Behind)> blanks = [];
    private readonly List<ushort> glyphs = [0];
    private readonly List<int> codePoints = [0];
    private readonly List<double> advances = [Em(file, 0)];
    private ushort[]? cids = RentCleared();

    public FontFile File { get; } = file;

    /// <summary>Its number among the document's fonts, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Glyphs of the font file by CID; CID 0 is .notdef.</summary>
    public IReadOnlyList<ushort> Glyphs => glyphs;

    /// <summary>Code points by CID; 0 at CID 0.</summary>
    public IReadOnlyList<int> CodePoints => codePoints;

    /// <summary>Advance of a CID in ems.</summary>
    public double AdvanceOf(ushort cid) => advances[cid];

    /// <summary>The blank before and behind the ink of a CID, in ems of its advance.</summary>
    public (float Before, float Behind) BlankOf(ushort cid)
    {
        if (blanks.TryGetValue(cid, out var known))
            return known;
        var (left, right) = File.InkOf(glyphs[cid]);
        float unit = File.Metrics.UnitsPerEm;
        return blanks[cid] = (left / unit, (File.AdvanceOf(glyphs[cid]) - right) / unit);
    }

    /// <exception cref="MissingGlyphException">The font has no glyph for it.</exception>
    public ushort CidOf(int codePoint)
    {
        ObjectDisposedException.ThrowIf(cids is null, this);
        if (codePoint > char.MaxValue)
            return supplementary.TryGetValue(codePoint, out var known) ? known : supplementary[codePoint] = Add(codePoint);
        ref var cid = ref cids[codePoint];
        if (cid == 0)
            cid = Add(codePoint);
        return cid;
    }

    public void Dispose()
    {
        if (cids is null)
            return;
        ArrayPool<ushort>.Shared.Return(cids);
        cids = null;
    }

    private static double Em(FontFile file, int glyph) => (double)file.AdvanceOf(glyph) / file.Metrics.UnitsPerEm;

    private static ushort[] RentCleared()
    {
        var rented = ArrayPool<ushort>.Shared.Rent(char.MaxValue + 1);
        Array.Clear(rented);
        return rented;
    }

    private ushort Add(int codePoint)
    {
        var glyph = File.GlyphOf(codePoint);
        if (glyph == 0)
            throw new MissingGlyphException(codePoint, File);
        glyphs.Add((ushort)glyph);
        codePoints.Add(codePoint);
        advances.Add(Em(File, glyph));
        return (ushort)(glyphs.Count - 1);
    }
}
