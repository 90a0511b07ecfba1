using System.Text;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Typesetting.Fonts;

/// <summary>The table directory of a TrueType file.</summary>
internal sealed class FontTables
{
    private static readonly string[] Required = ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"];

    private readonly Dictionary<string, ReadOnlyMemory<byte>> tables = new(StringComparer.Ordinal);

    public FontTables(string path, byte[] data)
    {
        if (data.Length < 12)
            throw new FontException(path, "已损坏（太短）", "is damaged (too short)");
        RefuseOtherKinds(path, ReadUInt32BigEndian(data));
        var count = ReadUInt16BigEndian(data.AsSpan(4));
        for (var i = 0; i < count; i++)
        {
            var record = data.AsSpan(12 + (16 * i), 16);
            var tag = Encoding.ASCII.GetString(record[..4]);
            var offset = ReadUInt32BigEndian(record[8..]);
            var length = ReadUInt32BigEndian(record[12..]);
            if ((ulong)offset + length > (ulong)data.Length)
                throw new FontException(path, $"已损坏（{tag} 表超出文件）", $"is damaged (table {tag} lies outside the file)");
            tables[tag] = data.AsMemory((int)offset, (int)length);
        }

        foreach (var tag in Required)
            if (!tables.ContainsKey(tag))
                throw new FontException(path, $"缺少 {tag} 表，不能嵌入", $"has no {tag} table and cannot be embedded");
    }

    public ReadOnlyMemory<byte> this[string tag] => tables[tag];

    public bool TryGet(string tag, out ReadOnlyMemory<byte> table) => tables.TryGetValue(tag, out table);

    private static void RefuseOtherKinds(string path, uint signature)
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
