using System.Buffers;
using System.Globalization;
using System.Text;
using Typesetting.Content;

namespace Typesetting.Pdf;

/// <summary>A growing, pooled run of bytes with the notations of PDF; numbers are written the same way in every culture.</summary>
internal sealed class PdfBuffer : Stream
{
    /// <summary>A string of a PDF/A-1 file has at most 65,535 bytes (ISO 19005-1, 6.1.12; PDF Reference 1.4, appendix C), two for each of these.</summary>
    public const int MostCharacters = 32_000;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int count;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, count);
    public int Count => count;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => count;
    public override long Position { get => count; set => throw new NotSupportedException(); }

    /// <summary>Room for so many bytes at the end, counted as written.</summary>
    public Span<byte> Take(int length)
    {
        if (count + length > bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, count + length));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        count += length;
        return bytes.AsSpan(count - length, length);
    }

    /// <summary>Bytes written before, to be changed.</summary>
    public Span<byte> Patch(int at, int length) => bytes.AsSpan(0, count).Slice(at, length);

    public void Clear() => count = 0;

    public PdfBuffer Raw(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Take(value.Length));
        return this;
    }

    /// <summary>ASCII text as it stands.</summary>
    public PdfBuffer Text(string value)
    {
        Encoding.ASCII.GetBytes(value, Take(value.Length));
        return this;
    }

    public PdfBuffer Integer(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        return Raw(digits[..length]);
    }

    /// <summary>A number with at most four decimals.</summary>
    public PdfBuffer Number(double value)
    {
        var scaled = (long)Math.Round(value * 10_000, MidpointRounding.AwayFromZero);
        if (scaled < 0)
        {
            Raw("-"u8);
            scaled = -scaled;
        }

        Integer(scaled / 10_000);
        var rest = (int)(scaled % 10_000);
        if (rest == 0)
            return this;
        var room = Take(5);
        room[0] = (byte)'.';
        for (var i = 4; i >= 1; i--, rest /= 10)
            room[i] = (byte)('0' + (rest % 10));
        while (bytes[count - 1] == (byte)'0')
            count--;
        return this;
    }

    public PdfBuffer Reference(int objectNumber) => Integer(objectNumber).Raw(" 0 R"u8);

    /// <summary>Text for people (titles, alternative text) in UTF-16, as a hexadecimal string.</summary>
    /// <exception cref="ContentException">It is longer than a string of a PDF/A-1 file may be.</exception>
    public PdfBuffer TextString(string value)
    {
        if (value.Length > MostCharacters)
            throw new ContentException($"文字“{value[..16]}…”有{value.Length}个字符，作书签或替代文字不能超过{MostCharacters}个。 A text of {value.Length} characters is too long for a bookmark or an alternative text; at most {MostCharacters} are allowed.");
        Raw("<FEFF"u8);
        foreach (var c in value)
            Hex(c);
        return Raw(">"u8);
    }

    public PdfBuffer Hex(int value)
    {
        var room = Take(4);
        for (var i = 3; i >= 0; i--, value >>= 4)
            room[i] = "0123456789ABCDEF"u8[value & 15];
        return this;
    }

    /// <summary>Two bytes of a literal string; what the notation needs itself is escaped.</summary>
    public void StringBytes(ushort value)
    {
        StringByte((byte)(value >> 8));
        StringByte((byte)value);
    }

    public override void Write(byte[] buffer, int offset, int count) => Raw(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Raw(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
        (bytes, count) = ([], 0);
        base.Dispose(disposing);
    }

    private void StringByte(byte value)
    {
        switch (value)
        {
            case (byte)'(' or (byte)')' or (byte)'\\':
                Take(1)[0] = (byte)'\\';
                Take(1)[0] = value;
                break;
            case (byte)'\r': // A bare one is read as a line feed.
                Raw("\\r"u8);
                break;
            default:
                Take(1)[0] = value;
                break;
        }
    }
}
