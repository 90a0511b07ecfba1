using System.Text;
using Microsoft.Win32.SafeHandles;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Typesetting.Fonts;

/// <summary>
/// The tables of a TrueType file. All but the outlines are held in memory; outlines, nine tenths of a Chinese font,
/// are read from the file as they are asked for: a document uses a few hundred of thirty thousand.
/// </summary>
internal sealed class FontTables
{
    private static readonly string[] Required = ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"];
    private static readonly string[] Held = ["cmap", "cvt ", "fpgm", "GSUB", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "prep"];

    private readonly Dictionary<string, ReadOnlyMemory<byte>> tables = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly SafeFileHandle file;
    private readonly long outlinesAt;

    public FontTables(string path, SafeFileHandle file)
    {
        (this.path, this.file) = (path, file);
        var length = RandomAccess.GetLength(file);
        if (length < 12)
            throw new FontException(path, "已损坏（太短）", "is damaged (too short)");
        var header = Read(0, 12);
        RefuseOtherKinds(ReadUInt32BigEndian(header));
        var count = ReadUInt16BigEndian(header.AsSpan(4));
        var directory = Read(12, 16 * count);
        for (var i = 0; i < count; i++)
        {
            var record = directory.AsSpan(16 * i, 16);
            var tag = Encoding.ASCII.GetString(record[..4]);
            var (offset, size) = (ReadUInt32BigEndian(record[8..]), ReadUInt32BigEndian(record[12..]));
            if ((ulong)offset + size > (ulong)length)
                throw new FontException(path, $"已损坏（{tag} 表超出文件）", $"is damaged (table {tag} lies outside the file)");
            if (tag == "glyf")
                (outlinesAt, OutlinesLength) = (offset, size);
            else if (Held.Contains(tag))
                tables[tag] = Read(offset, (int)size);
        }

        foreach (var tag in Required)
            if (!tables.ContainsKey(tag) && (tag != "glyf" || OutlinesLength == 0))
                throw new FontException(path, $"缺少 {tag} 表，不能嵌入", $"has no {tag} table and cannot be embedded");
    }

    public long OutlinesLength { get; }

    public ReadOnlyMemory<byte> this[string tag] => tables[tag];

    public bool TryGet(string tag, out ReadOnlyMemory<byte> table) => tables.TryGetValue(tag, out table);

    /// <summary>Fills <paramref name="into"/> from the outlines, beginning at <paramref name="offset"/>; safe on many threads.</summary>
    public void ReadOutlines(long offset, Span<byte> into) => Fill(outlinesAt + offset, into);

    private byte[] Read(long offset, int size)
    {
        var bytes = new byte[size];
        Fill(offset, bytes);
        return bytes;
    }

    private void Fill(long offset, Span<byte> into)
    {
        while (into.Length > 0)
        {
            var read = RandomAccess.Read(file, into, offset);
            if (read == 0)
                throw new FontException(path, "已损坏（数据不完整）", "is damaged (data ends early)");
            into = into[read..];
            offset += read;
        }
    }

    private void RefuseOtherKinds(uint signature)
    {
        switch (signature)
        {
            case 0x00010000 or 0x74727565: // TrueType, 'true'
                return;
            case 0x4F54544F: // 'OTTO'
                throw new FontException(path, "是 CFF 轮廓（.otf），请换用 TrueType（.ttf）文件", "has CFF outlines (.otf); name a TrueType (.ttf) file instead");
            case 0x74746366: // 'ttcf'
                throw new FontException(path, "是字体集（.ttc），请换用单个 TrueType（.ttf）文件", "is a collection (.ttc); name a single TrueType (.ttf) file instead");
            case 0x774F4646 or 0x774F4632: // 'wOFF', 'wOF2'
                throw new FontException(path, "是网页字体（.woff），请换用 TrueType（.ttf）文件", "is a web font (.woff); name a TrueType (.ttf) file instead");
            default:
                throw new FontException(path, "不是 TrueType 字体", "is not a TrueType font");
        }
    }
}
