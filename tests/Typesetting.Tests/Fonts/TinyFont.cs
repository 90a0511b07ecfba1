using System.Buffers.Binary;
using System.Text;

namespace Typesetting.Tests.Fonts;

/// <summary>
/// A font made by hand for what the pinned ones have not: 2048 units, short offsets, a cmap of format 4 alone,
/// a composite glyph (B is A and its part, a square that no character names).
/// </summary>
internal static class TinyFont
{
    public const int Square = 1;
    public const int A = 2;
    public const int B = 3;

    /// <param name="permissions">What the font's maker permits (OS/2, fsType); null leaves the table out.</param>
    public static byte[] Build(int? permissions = null)
    {
        byte[][] outlines = [[], Box(0, 0, 512, 512), Box(0, 512, 1024, 1024), Composite(A, Square)];
        var (glyf, loca) = (new List<byte>(), new List<byte>());
        foreach (var outline in outlines)
        {
            loca.AddRange(Words(glyf.Count / 2));
            glyf.AddRange(outline);
        }

        loca.AddRange(Words(glyf.Count / 2));
        (string, byte[])[] rights = permissions is { } value ? [("OS/2", Patched(78, (8, value)))] : [];
        return Assemble(
        [
            .. rights,
            ("cmap", [.. Words(0, 1, 3, 1), 0, 0, 0, 12, .. Format4()]),
            ("glyf", [.. glyf]),
            ("head", Patched(54, (18, 2048), (40, 1024), (42, 1024))),
            ("hhea", Patched(36, (4, 1600), (6, -400), (34, 2))),
            ("hmtx", Words(500, 0, 600, 10, 20, 30)),
            ("loca", [.. loca]),
            ("maxp", Patched(32, (0, 1), (4, 4))),
        ]);
    }

    /// <summary>A, B and a range by the array of glyphs: U+4E00 is A.</summary>
    private static byte[] Format4() => Words(4, 48, 0, 6, 0, 0, 0, 'B', 0x4E00, 0xFFFF, 0, 'A', 0x4E00, 0xFFFF, A - 'A', 0, 1, 0, 4, 0, A, 0, 0, 0);

    private static byte[] Box(int left, int bottom, int right, int top) =>
        [.. Words(1, left, bottom, right, top, 3, 0), 1, 1, 1, 1, .. Words(left, right - left, 0, left - right, bottom, 0, top - bottom, 0)];

    private static byte[] Composite(int first, int second) =>
        [.. Words(-1, 0, 0, 1024, 1024, 0x0022, first), 0, 0, .. Words(0x0003, second, 100, 0)];

    private static byte[] Patched(int length, params (int At, int Value)[] words)
    {
        var table = new byte[length];
        foreach (var (at, value) in words)
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(at), (short)value);
        return table;
    }

    private static byte[] Words(params int[] values)
    {
        var bytes = new byte[2 * values.Length];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2 * i), unchecked((short)values[i]));
        return bytes;
    }

    private static byte[] Assemble(params (string Tag, byte[] Data)[] tables)
    {
        var file = new List<byte>([.. Words(1, 0, tables.Length, 0, 0, 0)]);
        var offset = 12 + (16 * tables.Length);
        foreach (var (tag, data) in tables)
        {
            file.AddRange([.. Encoding.ASCII.GetBytes(tag), 0, 0, 0, 0, .. Words(0, offset, 0, data.Length)]);
            offset += (data.Length + 3) & ~3;
        }

        foreach (var (_, data) in tables)
            file.AddRange([.. data, .. new byte[((data.Length + 3) & ~3) - data.Length]]);
        return [.. file];
    }
}
