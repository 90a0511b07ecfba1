using static System.Buffers.Binary.BinaryPrimitives;

namespace Typesetting.Fonts;

/// <summary>Code points to glyphs by a font's Unicode cmap (format 12, else 4); searched in place.</summary>
internal sealed class CharacterMap
{
    private readonly ReadOnlyMemory<byte> map;
    private readonly bool segmented;

    public CharacterMap(string path, ReadOnlyMemory<byte> cmap)
    {
        var table = cmap.Span;
        var best = 0;
        for (var i = 0; i < ReadUInt16BigEndian(table[2..]); i++)
        {
            var record = table[(4 + (8 * i))..];
            var (platform, encoding) = (ReadUInt16BigEndian(record), ReadUInt16BigEndian(record[2..]));
            var unicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            var offset = ReadUInt32BigEndian(record[4..]);
            if (!unicode || offset + 16 > table.Length)
                continue;
            var format = ReadUInt16BigEndian(table[(int)offset..]);
            if (format is not (4 or 12) || format <= best)
                continue;
            best = format;
            map = cmap[(int)offset..];
        }

        if (best == 0)
            throw new FontException(path, "没有可用的 Unicode 字符表（cmap 4 或 12）", "has no usable Unicode character map (cmap 4 or 12)");
        segmented = best == 4;
    }

    /// <summary>The glyph of a code point; 0 where there is none.</summary>
    public int GlyphOf(int codePoint) => segmented ? BySegment(codePoint) : ByGroup(codePoint);

    private int ByGroup(int codePoint)
    {
        var table = map.Span;
        var (low, high) = (0, (int)ReadUInt32BigEndian(table[12..]) - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var group = table.Slice(16 + (12 * middle), 12);
            if (codePoint < ReadUInt32BigEndian(group))
                high = middle - 1;
            else if (codePoint > ReadUInt32BigEndian(group[4..]))
                low = middle + 1;
            else
                return (int)(ReadUInt32BigEndian(group[8..]) + ((uint)codePoint - ReadUInt32BigEndian(group)));
        }

        return 0;
    }

    private int BySegment(int codePoint)
    {
        if (codePoint > 0xFFFF)
            return 0;
        var table = map.Span;
        var doubled = ReadUInt16BigEndian(table[6..]);
        var (low, high) = (0, (doubled / 2) - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (ReadUInt16BigEndian(table[(14 + (2 * middle))..]) < codePoint)
                low = middle + 1;
            else
                high = middle;
        }

        var start = ReadUInt16BigEndian(table[(16 + doubled + (2 * low))..]);
        if (low >= doubled / 2 || codePoint < start || codePoint > ReadUInt16BigEndian(table[(14 + (2 * low))..]))
            return 0;
        var delta = ReadUInt16BigEndian(table[(16 + (2 * doubled) + (2 * low))..]);
        var rangeAt = 16 + (3 * doubled) + (2 * low);
        var range = ReadUInt16BigEndian(table[rangeAt..]);
        if (range == 0)
            return (codePoint + delta) & 0xFFFF;
        var glyph = ReadUInt16BigEndian(table[(rangeAt + range + (2 * (codePoint - start)))..]);
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }
}
