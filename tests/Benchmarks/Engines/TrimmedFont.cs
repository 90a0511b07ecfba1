using System.Text;
using Typesetting.Fonts;
using Typesetting.Pdf;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Benchmarks.Engines;

/// <summary>A font cut down to a document's characters as a file of its own: our subset, and a character map, which a PDF does without.</summary>
internal static class TrimmedFont
{
    private const int DirectoryAt = 12;
    private const int RecordLength = 16;

    internal static byte[] Of(DocumentFont font)
    {
        using var subset = new PdfBuffer();
        new FontSubset(font).Write(subset);
        var from = subset.Written;
        var count = ReadUInt16BigEndian(from[4..]);
        var directoryEnd = DirectoryAt + (RecordLength * count);
        var map = CharacterMap(font);
        var file = new byte[from.Length + RecordLength + map.Length];
        from[..directoryEnd].CopyTo(file);
        from[directoryEnd..].CopyTo(file.AsSpan(directoryEnd + RecordLength));
        map.CopyTo(file, from.Length + RecordLength);
        WriteUInt16BigEndian(file.AsSpan(4), (ushort)(count + 1));
        // 'cmap' sorts before all that the subset has.
        from[DirectoryAt..directoryEnd].CopyTo(file.AsSpan(DirectoryAt + RecordLength));
        for (var i = 1; i <= count; i++)
        {
            var offset = file.AsSpan(DirectoryAt + (RecordLength * i) + 8);
            WriteUInt32BigEndian(offset, ReadUInt32BigEndian(offset) + RecordLength);
        }

        var record = file.AsSpan(DirectoryAt, RecordLength);
        record.Clear();
        Encoding.ASCII.GetBytes("cmap", record);
        WriteInt32BigEndian(record[8..], from.Length + RecordLength);
        WriteInt32BigEndian(record[12..], map.Length);
        return file;
    }

    /// <summary>Format 12 with a group for each character.</summary>
    private static byte[] CharacterMap(DocumentFont font)
    {
        var characters = font.CodePoints.Select((codePoint, cid) => (codePoint, cid)).Skip(1).OrderBy(c => c.codePoint).ToList();
        var map = new byte[12 + 16 + (12 * characters.Count)];
        WriteUInt16BigEndian(map.AsSpan(2), 1);
        WriteUInt16BigEndian(map.AsSpan(4), 3);
        WriteUInt16BigEndian(map.AsSpan(6), 10);
        WriteInt32BigEndian(map.AsSpan(8), 12);
        WriteUInt16BigEndian(map.AsSpan(12), 12);
        WriteInt32BigEndian(map.AsSpan(16), map.Length - 12);
        WriteInt32BigEndian(map.AsSpan(24), characters.Count);
        for (var i = 0; i < characters.Count; i++)
        {
            var group = map.AsSpan(28 + (12 * i));
            WriteInt32BigEndian(group, characters[i].codePoint);
            WriteInt32BigEndian(group[4..], characters[i].codePoint);
            WriteInt32BigEndian(group[8..], characters[i].cid);
        }

        return map;
    }
}
