using System.Text;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Typesetting.Fonts;

/// <summary>What a font says of itself: its name, its units and the heights a font descriptor needs.</summary>
internal sealed class FontMetrics
{
    public FontMetrics(string path, FontTables tables)
    {
        var head = tables["head"].Span;
        UnitsPerEm = ReadUInt16BigEndian(head[18..]);
        Box = (ReadInt16BigEndian(head[36..]), ReadInt16BigEndian(head[38..]), ReadInt16BigEndian(head[40..]), ReadInt16BigEndian(head[42..]));
        LongOffsets = ReadInt16BigEndian(head[50..]) != 0;
        var horizontal = tables["hhea"].Span;
        LongMetricCount = ReadUInt16BigEndian(horizontal[34..]);
        GlyphCount = ReadUInt16BigEndian(tables["maxp"].Span[4..]);
        var offsetsNeeded = (GlyphCount + 1) * (LongOffsets ? 4 : 2);
        var metricsNeeded = (4 * LongMetricCount) + (2 * (GlyphCount - LongMetricCount));
        if (UnitsPerEm == 0 || LongMetricCount == 0 || LongMetricCount > GlyphCount
            || tables["loca"].Length < offsetsNeeded || tables["hmtx"].Length < metricsNeeded)
            throw new FontException(path, "已损坏（度量表不一致）", "is damaged (its metric tables disagree)");
        Ascent = ReadInt16BigEndian(horizontal[4..]);
        Descent = ReadInt16BigEndian(horizontal[6..]);
        CapHeight = Ascent;
        if (tables.TryGet("OS/2", out var os2) && os2.Length >= 10)
            RefuseUnlessEmbeddable(path, ReadUInt16BigEndian(os2.Span[8..]));
        if (os2.Length >= 78)
        {
            Weight = ReadUInt16BigEndian(os2.Span[4..]);
            (Ascent, Descent) = (ReadInt16BigEndian(os2.Span[68..]), ReadInt16BigEndian(os2.Span[70..]));
            CapHeight = os2.Length >= 90 ? ReadInt16BigEndian(os2.Span[88..]) : Ascent;
        }

        PostScriptName = tables.TryGet("name", out var names) && NameFrom(names.Span) is { Length: > 0 } name ? name
            : Plain(Path.GetFileNameWithoutExtension(path)) is { Length: > 0 } fileName ? fileName
            : "Font";
    }

    public int UnitsPerEm { get; }
    public (int Left, int Bottom, int Right, int Top) Box { get; }
    public bool LongOffsets { get; }
    public int LongMetricCount { get; }
    public int GlyphCount { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int CapHeight { get; }
    public int Weight { get; } = 400;
    public string PostScriptName { get; }

    /// <summary>An archive's file may hold only fonts whose makers let them be embedded (ISO 19005-1, 6.3.4); OpenType OS/2, fsType.</summary>
    private static void RefuseUnlessEmbeddable(string path, int permissions)
    {
        var (usage, noSubset, bitmapsOnly) = (permissions & 0x000F, (permissions & 0x0100) != 0, (permissions & 0x0200) != 0);
        if (usage == 0x0002 || noSubset || bitmapsOnly)
            throw new FontException(path, $"不许嵌入或不许取子集（fsType {permissions:X4}）", $"may not be embedded, or not in part (fsType {permissions:X4})");
    }

    /// <summary>Name 6.</summary>
    private static string? NameFrom(ReadOnlySpan<byte> table)
    {
        var strings = table[ReadUInt16BigEndian(table[4..])..];
        for (var i = 0; i < ReadUInt16BigEndian(table[2..]); i++)
        {
            var record = table.Slice(6 + (12 * i), 12);
            if (ReadUInt16BigEndian(record) != 3 || ReadUInt16BigEndian(record[6..]) != 6)
                continue;
            var bytes = strings.Slice(ReadUInt16BigEndian(record[10..]), ReadUInt16BigEndian(record[8..]));
            return Plain(Encoding.BigEndianUnicode.GetString(bytes));
        }

        return null;
    }

    /// <summary>The characters that a PDF name may hold unescaped, and as many as it may have beside the subset's tag.</summary>
    private static string Plain(string name) => string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(100));
}
