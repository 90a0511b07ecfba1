using System.Globalization;
using System.Text;

namespace Testing.Pictures;

/// <summary>
/// Draws the pages of a PDF with poppler, four times as fine as wanted, and takes the mean of each 4 by 4 pixels: poppler moves thin lines
/// and glyphs to whole pixels, which would hide small moves and make others jump.
/// </summary>
internal static class PagePictures
{
    /// <summary>Enough to read 10.5 pt text by, and about 40 KB for a full page.</summary>
    public const int PixelsPerInch = 80;

    private const int Fineness = 4;
    private const int Channels = 3;

    private static readonly ExternalTool PdfToPpm = new("pdftoppm", "apt-get install -y poppler-utils");

    /// <param name="options">Further options of pdftoppm.</param>
    public static Task<IReadOnlyList<Picture>> OfAsync(byte[] pdf, CancellationToken cancellationToken, params string[] options) =>
        OfAsync(pdf, PixelsPerInch, cancellationToken, options);

    /// <param name="options">Further options of pdftoppm.</param>
    public static async Task<IReadOnlyList<Picture>> OfAsync(byte[] pdf, int pixelsPerInch, CancellationToken cancellationToken, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "document.pdf");
        await File.WriteAllBytesAsync(file, pdf, cancellationToken);
        var resolution = (pixelsPerInch * Fineness).ToString(CultureInfo.InvariantCulture);
        var pages = new List<Picture>();
        var result = await PdfToPpm.RunAsync(
            output => ReadAll(output, pages),
            cancellationToken,
            ["-r", resolution, .. options, file]);
        return result is { ExitCode: 0, Errors: "" }
            ? pages
            : throw new InvalidDataException($"pdftoppm ended with {result.ExitCode}: {result.Errors}");
    }

    private static void ReadAll(Stream output, List<Picture> pages)
    {
        using var reader = new BufferedStream(output, 1 << 20);
        while (ReadWord(reader) is { Length: > 0 } format)
        {
            if (format != "P6")
                throw new InvalidDataException($"pdftoppm wrote {format}, not P6.");
            var (width, height) = (ReadNumber(reader), ReadNumber(reader));
            if (ReadNumber(reader) != byte.MaxValue)
                throw new InvalidDataException("pdftoppm wrote samples of more than a byte.");
            pages.Add(ReadPage(reader, width, height));
        }
    }

    /// <summary>A rest at the right and lower edge that makes no whole pixel is left out.</summary>
    private static Picture ReadPage(BufferedStream reader, int fineWidth, int fineHeight)
    {
        var (width, height) = (fineWidth / Fineness, fineHeight / Fineness);
        var samples = new byte[width * height * 4];
        var rows = new byte[fineWidth * Channels * Fineness];
        for (var y = 0; y < height; y++)
        {
            reader.ReadExactly(rows);
            for (var x = 0; x < width; x++)
                for (var channel = 0; channel < Channels; channel++)
                    samples[(((y * width) + x) * 4) + channel] = Mean(rows, fineWidth * Channels, (x * Fineness * Channels) + channel);
        }

        reader.ReadExactly(rows.AsSpan(0, fineHeight % Fineness * fineWidth * Channels));
        return new Picture(width, height, samples);
    }

    private static byte Mean(byte[] rows, int rowLength, int first)
    {
        var sum = 0;
        for (var row = first; row < rows.Length; row += rowLength)
            for (var i = 0; i < Fineness; i++)
                sum += rows[row + (i * Channels)];
        return (byte)(sum / (Fineness * Fineness));
    }

    private static int ReadNumber(BufferedStream reader) => int.Parse(ReadWord(reader), CultureInfo.InvariantCulture);

    /// <summary>Up to the next blank or line end, which is read too; empty at the end of the stream.</summary>
    private static string ReadWord(BufferedStream reader)
    {
        var word = new StringBuilder();
        for (var next = reader.ReadByte(); next > ' '; next = reader.ReadByte())
            word.Append((char)next);
        return word.ToString();
    }
}
