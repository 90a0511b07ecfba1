using static System.Buffers.Binary.BinaryPrimitives;

namespace Typesetting.Fonts;

/// <summary>
/// Reads a font's own full-width forms (GSUB feature fwid, single substitution). Chinese fonts give the dash U+2014 a
/// Latin width by default; in Chinese text “——” takes two whole squares and has no gap.
/// </summary>
internal static class FullWidthForms
{
    /// <summary>The full-width form of a glyph, or the glyph itself where the font has none.</summary>
    public static int Of(ReadOnlySpan<byte> gsub, int glyph)
    {
        var features = gsub[ReadUInt16BigEndian(gsub[6..])..];
        var lookups = gsub[ReadUInt16BigEndian(gsub[8..])..];
        for (var i = 0; i < ReadUInt16BigEndian(features); i++)
        {
            var record = features.Slice(2 + (6 * i), 6);
            if (!record[..4].SequenceEqual("fwid"u8))
                continue;
            var feature = features[ReadUInt16BigEndian(record[4..])..];
            for (var j = 0; j < ReadUInt16BigEndian(feature[2..]); j++)
            {
                var number = ReadUInt16BigEndian(feature[(4 + (2 * j))..]);
                if (InLookup(lookups[ReadUInt16BigEndian(lookups[(2 + (2 * number))..])..], glyph) is { } form)
                    return form;
            }
        }

        return glyph;
    }

    private static int? InLookup(ReadOnlySpan<byte> lookup, int glyph)
    {
        for (var i = 0; i < ReadUInt16BigEndian(lookup[4..]); i++)
        {
            var (type, table) = (ReadUInt16BigEndian(lookup), (int)ReadUInt16BigEndian(lookup[(6 + (2 * i))..]));
            if (type == 7) // An extension: the same kinds of table, further away.
            {
                type = ReadUInt16BigEndian(lookup[(table + 2)..]);
                table += (int)ReadUInt32BigEndian(lookup[(table + 4)..]);
            }

            if (type == 1 && InSingle(lookup[table..], glyph) is { } form)
                return form;
        }

        return null;
    }

    private static int? InSingle(ReadOnlySpan<byte> table, int glyph)
    {
        var index = CoverageOf(table[ReadUInt16BigEndian(table[2..])..], glyph);
        if (index < 0)
            return null;
        return ReadUInt16BigEndian(table) == 1
            ? (glyph + ReadInt16BigEndian(table[4..])) & 0xFFFF
            : ReadUInt16BigEndian(table[(6 + (2 * index))..]);
    }

    private static int CoverageOf(ReadOnlySpan<byte> coverage, int glyph)
    {
        var (format, count) = (ReadUInt16BigEndian(coverage), ReadUInt16BigEndian(coverage[2..]));
        for (var i = 0; i < count; i++)
        {
            if (format == 1)
            {
                if (ReadUInt16BigEndian(coverage[(4 + (2 * i))..]) == glyph)
                    return i;
                continue;
            }

            var range = coverage.Slice(4 + (6 * i), 6);
            var first = ReadUInt16BigEndian(range);
            if (glyph >= first && glyph <= ReadUInt16BigEndian(range[2..]))
                return ReadUInt16BigEndian(range[4..]) + glyph - first;
        }

        return -1;
    }
}
