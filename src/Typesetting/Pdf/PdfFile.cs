using System.IO.Compression;
using System.Security.Cryptography;

namespace Typesetting.Pdf;

/// <summary>A PDF 1.4 file under construction: numbered objects, streams, the cross-reference table.</summary>
internal sealed class PdfFile : IDisposable
{
    /// <summary>An array of a PDF/A-1 file has at most 8,191 entries (ISO 19005-1, 6.1.12; PDF Reference 1.4, appendix C).</summary>
    public const int MostEntries = 8_000;

    private readonly List<int> offsets = [0];
    private readonly ZLibCompressionOptions compression;

    public PdfFile(int compressionLevel)
    {
        compression = new ZLibCompressionOptions { CompressionLevel = compressionLevel };
        // Four bytes beyond ASCII tell transfer programs that the file is binary.
        Buffer.Raw("%PDF-1.4\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Raw("\n"u8);
    }

    public PdfBuffer Buffer { get; } = new();

    public int NewObject()
    {
        offsets.Add(0);
        return offsets.Count - 1;
    }

    public PdfBuffer Begin(int number)
    {
        offsets[number] = Buffer.Count;
        return Buffer.Integer(number).Raw(" 0 obj\n"u8);
    }

    public void End() => Buffer.Raw("\nendobj\n"u8);

    /// <summary>Writes a stream; <paramref name="entries"/> are further entries of its dictionary.</summary>
    public void Stream(int number, ReadOnlySpan<byte> content, string entries = "", bool compress = true)
    {
        if (!compress)
        {
            Begin(number).Raw("<<"u8).Text(entries).Raw("/Length "u8).Integer(content.Length).Raw(">>\nstream\n"u8).Raw(content);
            Buffer.Raw("\nendstream"u8);
            End();
            return;
        }

        using var packed = new PdfBuffer();
        using (var deflate = new ZLibStream(packed, compression, leaveOpen: true))
            deflate.Write(content);
        Begin(number).Raw("<<"u8).Text(entries).Raw("/Filter/FlateDecode/Length "u8).Integer(packed.Count).Raw(">>\nstream\n"u8).Raw(packed.Written);
        Buffer.Raw("\nendstream"u8);
        End();
    }

    /// <summary>Writes the cross-reference table and a trailer whose file ID is a hash of all before it.</summary>
    public void Finish(int catalogue, int information)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Buffer.Written, hash);
        var id = Convert.ToHexString(hash[..16]);
        var start = Buffer.Count;
        Buffer.Raw("xref\n0 "u8).Integer(offsets.Count).Raw("\n0000000000 65535 f \n"u8);
        for (var i = 1; i < offsets.Count; i++)
        {
            var line = Buffer.Take(20);
            var offset = offsets[i];
            "0000000000 00000 n \n"u8.CopyTo(line);
            for (var digit = 9; digit >= 0; digit--, offset /= 10)
                line[digit] = (byte)('0' + (offset % 10));
        }

        Buffer.Raw("trailer\n<</Size "u8).Integer(offsets.Count).Raw("/Root "u8).Reference(catalogue).Raw("/Info "u8).Reference(information);
        Buffer.Raw("/ID[<"u8).Text(id).Raw("><"u8).Text(id).Raw(">]>>\nstartxref\n"u8).Integer(start).Raw("\n%%EOF\n"u8);
    }

    public void Dispose() => Buffer.Dispose();
}
