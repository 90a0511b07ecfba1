using Typesetting.Fonts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Benchmarks.Engines;

/// <summary>What stands where on our pages, read back from the file, so that another engine can draw the same pages.</summary>
internal sealed record PlacedPages(IReadOnlyList<PlacedPage> Pages)
{
    /// <param name="fonts">Each is asked for every character that it draws, so that it can be trimmed to them.</param>
    internal static PlacedPages Of(byte[] file, FontSet set, DocumentFonts fonts)
    {
        var byName = new[] { FontRole.Body, FontRole.Heading, FontRole.Title }.ToDictionary(role => set[role].Name, role => fonts[role], StringComparer.Ordinal);
        using var document = PdfDocument.Open(file);
        return new PlacedPages([.. document.GetPages().Select(page => new PlacedPage(page.Width, page.Height, Rectangles(page), Runs(page, byName)))]);
    }

    private static List<PlacedRectangle> Rectangles(Page page) => [.. page.Paths.Where(path => path.IsFilled).Select(path =>
    {
        var box = path.GetBoundingRectangle() ?? throw new InvalidOperationException("A path has no extent.");
        var (red, green, blue) = path.FillColor?.ToRGBValues() ?? (0, 0, 0);
        return new PlacedRectangle((float)box.Left, (float)(page.Height - box.Top), (float)box.Width, (float)box.Height, Colour(red, green, blue));
    })];

    /// <summary>A run is what stands on one base line in one look.</summary>
    private static List<PlacedRun> Runs(Page page, Dictionary<string, DocumentFont> fonts)
    {
        var runs = new List<PlacedRun>();
        foreach (var letter in page.Letters)
        {
            var font = fonts[(letter.FontName ?? "").Split('+')[^1]];
            var (red, green, blue) = letter.Color.ToRGBValues();
            var (size, y, colour) = ((float)letter.PointSize, (float)(page.Height - letter.StartBaseLine.Y), Colour(red, green, blue));
            if (runs.Count == 0 || runs[^1].Font != font || runs[^1].Size != size || runs[^1].Y != y || runs[^1].Colour != colour)
                runs.Add(new PlacedRun(font, size, y, colour, [], []));
            runs[^1].Glyphs.Add(font.CidOf(char.ConvertToUtf32(letter.Value, 0)));
            runs[^1].Lefts.Add((float)letter.StartBaseLine.X);
        }

        return runs;
    }

    private static uint Colour(double red, double green, double blue) =>
        0xFF000000 | ((uint)Math.Round(red * 255) << 16) | ((uint)Math.Round(green * 255) << 8) | (uint)Math.Round(blue * 255);
}

/// <summary>One page; y counts from its upper edge, lengths are points.</summary>
internal sealed record PlacedPage(double Width, double Height, IReadOnlyList<PlacedRectangle> Rectangles, IReadOnlyList<PlacedRun> Runs);

/// <summary>A filled rectangle.</summary>
internal sealed record PlacedRectangle(float Left, float Top, float Width, float Height, uint Colour);

/// <summary>Glyphs of one look on one base line, each at its place.</summary>
internal sealed record PlacedRun(DocumentFont Font, float Size, float Y, uint Colour, List<ushort> Glyphs, List<float> Lefts);
