using System.Runtime.InteropServices;
using SkiaSharp;

namespace Testing.Pictures;

/// <summary>A page as a reader sees it: red, green and blue of each pixel, rows from the top, in the few shades that a stored picture has.</summary>
internal sealed class Picture
{
    /// <summary>Values of red, green and blue that a stored picture tells apart; with more of them the files grow and the test sees no better.</summary>
    private const int Shades = 8;

    private const int BytesPerPixel = 4;

    private static readonly byte[] NearestShade = [.. Enumerable.Range(0, 256).Select(Nearest)];

    private readonly byte[] samples;

    /// <param name="samples">Red, green, blue and an unused byte for each pixel; taken over.</param>
    public Picture(int width, int height, byte[] samples)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(samples.Length, width * height * BytesPerPixel);
        for (var i = 0; i < samples.Length; i++)
            samples[i] = i % BytesPerPixel == BytesPerPixel - 1 ? byte.MaxValue : NearestShade[samples[i]];
        (Width, Height, this.samples) = (width, height, samples);
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>0 is dark, 255 is light; white beyond the edges.</summary>
    /// <param name="channel">0 red, 1 green, 2 blue.</param>
    public byte this[int x, int y, int channel] =>
        x < 0 || y < 0 || x >= Width || y >= Height ? byte.MaxValue : samples[(((y * Width) + x) * BytesPerPixel) + channel];

    public bool IsSameAs(Picture other) => (Width, Height) == (other.Width, other.Height) && samples.AsSpan().SequenceEqual(other.samples);

    public static Picture Read(string pngFile)
    {
        using var stored = SKBitmap.Decode(pngFile) ?? throw new InvalidDataException($"{pngFile} is no picture.");
        using var bitmap = stored.Copy(SKColorType.Rgb888x);
        return new Picture(bitmap.Width, bitmap.Height, bitmap.Bytes);
    }

    /// <summary>Writes a PNG, a grey one where no pixel has colour.</summary>
    public void Write(string pngFile)
    {
        var grey = IsGrey();
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, grey ? SKColorType.Gray8 : SKColorType.Rgb888x, SKAlphaType.Opaque));
        var rowLength = Width * (grey ? 1 : BytesPerPixel);
        var source = grey ? [.. samples.Where((_, i) => i % BytesPerPixel == 0)] : samples;
        for (var y = 0; y < Height; y++)
            Marshal.Copy(source, y * rowLength, bitmap.GetPixels() + (y * bitmap.RowBytes), rowLength);
        using var pixels = bitmap.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 9))
            ?? throw new InvalidOperationException($"{pngFile} could not be encoded.");
        if (Path.GetDirectoryName(Path.GetFullPath(pngFile)) is { } folder)
            Directory.CreateDirectory(folder);
        using var file = File.Create(pngFile);
        png.SaveTo(file);
    }

    private bool IsGrey()
    {
        for (var i = 0; i < samples.Length; i += BytesPerPixel)
            if (samples[i] != samples[i + 1] || samples[i] != samples[i + 2])
                return false;
        return true;
    }

    private static byte Nearest(int value)
    {
        const double Step = 255.0 / (Shades - 1);
        return (byte)Math.Round(Math.Round(value / Step) * Step);
    }
}
