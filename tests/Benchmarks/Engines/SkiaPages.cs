using System.Runtime.InteropServices;
using SkiaSharp;
using Testing.Documents;
using Typesetting.Fonts;

namespace Benchmarks.Engines;

/// <summary>Draws placed pages with SkiaSharp into a PDF: no layout, no tags, no bookmarks.</summary>
internal sealed class SkiaPages(PlacedPages pages) : IDisposable
{
    private Dictionary<DocumentFont, SKTypeface> typefaces = [];

    /// <summary>Cuts the fonts down to what the pages use and loads them, as must be done for each document.</summary>
    internal void Trim()
    {
        Dispose();
        foreach (var font in pages.Pages.SelectMany(page => page.Runs).Select(run => run.Font).Distinct())
            typefaces[font] = SKTypeface.FromData(SKData.CreateCopy(TrimmedFont.Of(font))) ?? throw new InvalidOperationException($"SkiaSharp does not load {font.File.Name}.");
    }

    internal byte[] Draw()
    {
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, new SKDocumentPdfMetadata { Title = TenPages.Title }))
        {
            foreach (var page in pages.Pages)
            {
                Draw(document.BeginPage((float)page.Width, (float)page.Height), page);
                document.EndPage();
            }

            document.Close();
        }

        return file.ToArray();
    }

    public void Dispose()
    {
        foreach (var typeface in typefaces.Values)
            typeface.Dispose();
        typefaces = [];
    }

    private void Draw(SKCanvas canvas, PlacedPage page)
    {
        using var paint = new SKPaint();
        foreach (var rectangle in page.Rectangles)
        {
            paint.Color = new SKColor(rectangle.Colour);
            canvas.DrawRect(rectangle.Left, rectangle.Top, rectangle.Width, rectangle.Height, paint);
        }

        foreach (var run in page.Runs)
        {
            paint.Color = new SKColor(run.Colour);
            using var font = new SKFont(typefaces[run.Font], run.Size);
            using var builder = new SKTextBlobBuilder();
            builder.AddHorizontalRun(CollectionsMarshal.AsSpan(run.Glyphs), font, CollectionsMarshal.AsSpan(run.Lefts), run.Y);
            using var blob = builder.Build();
            canvas.DrawText(blob, 0, 0, paint);
        }
    }
}
