using System.Text;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Typesetting.Pdf;

/// <summary>A small ICC version 2 profile of sRGB (IEC 61966-2-1: primaries adapted to D50, its curve at 256 places) for the output intent.</summary>
internal static class ColourProfile
{
    private static readonly (string Tag, byte[] Data)[] Tags =
    [
        ("desc", Description("sRGB")),
        ("cprt", [.. Ascii("text"), 0, 0, 0, 0, .. Ascii("No copyright, use freely"), 0]),
        ("wtpt", Xyz(0.9505, 1.0, 1.0891)),
        ("rXYZ", Xyz(0.4360, 0.2225, 0.0139)),
        ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)),
        ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
        ("rTRC", Curve()),
    ];

    /// <summary>The other two colours have the curve of red.</summary>
    private static readonly string[] SameCurve = ["gTRC", "bTRC"];

    public static byte[] Bytes { get; } = Build();

    private static byte[] Build()
    {
        var count = Tags.Length + SameCurve.Length;
        var tableEnd = 128 + 4 + (12 * count);
        var profile = new byte[tableEnd + Tags.Sum(tag => (tag.Data.Length + 3) & ~3)];
        var header = profile.AsSpan();
        WriteInt32BigEndian(header, profile.Length);
        WriteInt32BigEndian(header[8..], 0x02100000); // Version 2.1.
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", header[12..]);
        WriteUInt16BigEndian(header[24..], 2000); // A fixed date: 2000-01-01.
        WriteUInt16BigEndian(header[26..], 1);
        WriteUInt16BigEndian(header[28..], 1);
        Encoding.ASCII.GetBytes("acsp", header[36..]);
        Xyz(0.9642, 1.0, 0.8249).AsSpan(8).CopyTo(header[68..]); // D50.
        WriteInt32BigEndian(header[128..], count);
        var offset = tableEnd;
        for (var i = 0; i < count; i++)
        {
            var same = i >= Tags.Length;
            var (tag, data) = same ? (SameCurve[i - Tags.Length], Tags[^1].Data) : Tags[i];
            if (same)
                offset -= (data.Length + 3) & ~3;
            var record = header[(132 + (12 * i))..];
            Encoding.ASCII.GetBytes(tag, record);
            WriteInt32BigEndian(record[4..], offset);
            WriteInt32BigEndian(record[8..], data.Length);
            data.CopyTo(header[offset..]);
            offset += (data.Length + 3) & ~3;
        }

        return profile;
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        Ascii("XYZ ").CopyTo(data, 0);
        WriteInt32BigEndian(data.AsSpan(8), (int)Math.Round(x * 65536));
        WriteInt32BigEndian(data.AsSpan(12), (int)Math.Round(y * 65536));
        WriteInt32BigEndian(data.AsSpan(16), (int)Math.Round(z * 65536));
        return data;
    }

    /// <summary>From stored to linear light, as 16-bit fractions.</summary>
    private static byte[] Curve()
    {
        const int Places = 256;
        var data = new byte[12 + (2 * Places)];
        Ascii("curv").CopyTo(data, 0);
        WriteInt32BigEndian(data.AsSpan(8), Places);
        for (var i = 0; i < Places; i++)
        {
            var stored = i / (Places - 1.0);
            var linear = stored <= 0.04045 ? stored / 12.92 : Math.Pow((stored + 0.055) / 1.055, 2.4);
            WriteUInt16BigEndian(data.AsSpan(12 + (2 * i)), (ushort)Math.Round(linear * 65535));
        }

        return data;
    }

    private static byte[] Description(string name)
    {
        var data = new byte[12 + name.Length + 1 + 8 + 70];
        Ascii("desc").CopyTo(data, 0);
        WriteInt32BigEndian(data.AsSpan(8), name.Length + 1);
        Ascii(name).CopyTo(data, 12);
        return data;
    }
}
