using System.Text;
using Typesetting.Pdf;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Typesetting.Fonts;

/// <summary>
/// Cuts the glyphs of a document out of a TrueType file. Glyphs are numbered anew in the order of their CIDs: the tables of
/// offsets and widths then have hundreds of entries, not tens of thousands.
/// </summary>
internal sealed class FontSubset
{
    private const int MoreComponents = 0x20;

    private readonly FontFile file;
    private readonly List<ushort> glyphs;
    private readonly Dictionary<ushort, ushort> parts = [];

    public FontSubset(DocumentFont font)
    {
        file = font.File;
        glyphs = [.. font.Glyphs];
    }

    /// <summary>How many glyphs were written, parts of composite ones included.</summary>
    public int GlyphCount => glyphs.Count;

    /// <summary>Writes the file: glyf, head, hhea, hmtx, loca, maxp and, where the font has them, cvt, fpgm and prep.</summary>
    public void Write(PdfBuffer into)
    {
        using var outlines = new PdfBuffer();
        var offsets = WriteOutlines(outlines);
        var tables = new List<(string Tag, byte[]? Bytes)> { ("cvt ", Copy("cvt ")), ("fpgm", Copy("fpgm")), ("glyf", null) };
        tables.Add(("head", Head()));
        tables.Add(("hhea", WithCount("hhea", 34)));
        tables.Add(("hmtx", Metrics()));
        tables.Add(("loca", offsets));
        tables.Add(("maxp", WithCount("maxp", 4)));
        tables.Add(("prep", Copy("prep")));
        tables.RemoveAll(table => table.Tag != "glyf" && table.Bytes is null);
        WriteTables(into, tables, outlines.Written);
    }

    private byte[] WriteOutlines(PdfBuffer outlines)
    {
        var offsets = new List<int> { 0 };
        // Composite glyphs add their parts at the end while the list is walked.
        for (var i = 0; i < glyphs.Count; i++)
        {
            var (offset, length) = file.OutlineOf(glyphs[i]);
            var room = outlines.Take((length + 3) & ~3);
            room[length..].Clear();
            file.Tables.ReadOutlines(offset, room[..length]);
            if (length > 0 && ReadInt16BigEndian(room) < 0)
                Renumber(room[..length]);
            offsets.Add(outlines.Count);
        }

        var bytes = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
            WriteInt32BigEndian(bytes.AsSpan(4 * i), offsets[i]);
        return bytes;
    }

    private void Renumber(Span<byte> composite)
    {
        for (var at = 10; at + 4 <= composite.Length;)
        {
            var flags = ReadUInt16BigEndian(composite[at..]);
            WriteUInt16BigEndian(composite[(at + 2)..], PartNumber(ReadUInt16BigEndian(composite[(at + 2)..])));
            at += 4 + ((flags & 0x01) != 0 ? 4 : 2); // Arguments are words or bytes.
            at += (flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0; // Scale, x and y scale, matrix.
            if ((flags & MoreComponents) == 0)
                return;
        }

        throw new FontException(file.Path, "已损坏（组合字形）", "is damaged (a composite glyph)");
    }

    private ushort PartNumber(ushort glyph)
    {
        if (glyph >= file.Metrics.GlyphCount)
            throw new FontException(file.Path, $"已损坏（字形 {glyph}）", $"is damaged (glyph {glyph})");
        if (parts.TryGetValue(glyph, out var known))
            return known;
        glyphs.Add(glyph);
        return parts[glyph] = (ushort)(glyphs.Count - 1);
    }

    private byte[]? Copy(string tag) => file.Tables.TryGet(tag, out var table) ? table.ToArray() : null;

    private byte[] Head()
    {
        var head = file.Tables["head"].ToArray();
        WriteUInt32BigEndian(head.AsSpan(8), 0); // Checksum of the whole, set at the end.
        WriteInt16BigEndian(head.AsSpan(50), 1); // Long offsets.
        return head;
    }

    private byte[] WithCount(string tag, int at)
    {
        var table = file.Tables[tag].ToArray();
        WriteUInt16BigEndian(table.AsSpan(at), (ushort)glyphs.Count);
        return table;
    }

    private byte[] Metrics()
    {
        var metrics = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)file.AdvanceOf(glyphs[i]));
            WriteInt16BigEndian(metrics.AsSpan((4 * i) + 2), (short)file.LeftBearingOf(glyphs[i]));
        }

        return metrics;
    }

    private static void WriteTables(PdfBuffer into, List<(string Tag, byte[]? Bytes)> tables, ReadOnlySpan<byte> outlines)
    {
        var (start, directory) = (into.Count, 12 + (16 * tables.Count));
        var header = into.Take(directory);
        WriteUInt32BigEndian(header, 0x00010000);
        WriteUInt16BigEndian(header[4..], (ushort)tables.Count);
        var power = 1 << (int)Math.Log2(tables.Count);
        WriteUInt16BigEndian(header[6..], (ushort)(power * 16));
        WriteUInt16BigEndian(header[8..], (ushort)Math.Log2(power));
        WriteUInt16BigEndian(header[10..], (ushort)((tables.Count - power) * 16));
        var head = 0;
        for (var i = 0; i < tables.Count; i++)
        {
            var bytes = tables[i].Bytes is { } table ? table : outlines;
            var offset = into.Count - start;
            if (tables[i].Tag == "head")
                head = offset;
            var room = into.Take((bytes.Length + 3) & ~3);
            room[bytes.Length..].Clear();
            bytes.CopyTo(room);
            var sum = Checksum(room);
            var record = into.Patch(start + 12 + (16 * i), 16);
            Encoding.ASCII.GetBytes(tables[i].Tag, record);
            WriteUInt32BigEndian(record[4..], sum);
            WriteInt32BigEndian(record[8..], offset);
            WriteInt32BigEndian(record[12..], bytes.Length);
        }

        WriteUInt32BigEndian(into.Patch(start + head + 8, 4), unchecked(0xB1B0AFBA - Checksum(into.Written[start..])));
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i + 4 <= bytes.Length; i += 4)
            sum = unchecked(sum + ReadUInt32BigEndian(bytes[i..]));
        return sum;
    }
}
