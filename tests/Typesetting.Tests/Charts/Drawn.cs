using Typesetting.Content;
using Typesetting.Content.Charts;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace Typesetting.Tests.Charts;

/// <summary>A chart drawn and read back from the file: its boxes, its lines, its words.</summary>
internal sealed class Drawn
{
    private readonly Page page;

    private Drawn(Page page) => this.page = page;

    public static Drawn Of(Chart chart) => new(Written.Of(new Figure(chart, "图")).Pages()[0]);

    public static Drawn Of(Block block) => new(Written.Of(block).Pages()[0]);

    /// <summary>Filled boxes of a colour, in the order of drawing.</summary>
    public List<PdfRectangle> Boxes(byte red, byte green, byte blue) =>
    [
        .. page.Paths.Where(path => path.IsFilled && path.FillColor is RGBColor fill && Near(fill, red, green, blue))
            .Select(path => path.GetBoundingRectangle()).OfType<PdfRectangle>(),
    ];

    /// <summary>Dark boxes: the bars of figures, and the swatch of a legend that has one.</summary>
    public List<PdfRectangle> DarkBoxes => Boxes(58, 92, 138);

    /// <summary>Lines of a thickness in points.</summary>
    public List<PdfRectangle> Lines(double thickness) =>
    [
        .. page.Paths.Where(path => path.IsStroked && Math.Abs(path.LineWidth - thickness) < 0.001)
            .Select(path => path.GetBoundingRectangle()).OfType<PdfRectangle>(),
    ];

    public IReadOnlyList<PdfPath> Paths => page.Paths;

    public IReadOnlyList<Letter> Letters => [.. page.Letters.Where(letter => letter.StartBaseLine.Y > page.Height - Length.Millimetres(37 + 225))];

    /// <summary>All words in the order of drawing.</summary>
    public string Text => Written.TextOf(Letters);

    /// <summary>The letters of a text, which stands once on the page.</summary>
    public IReadOnlyList<Letter> Find(string text)
    {
        var at = Text.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0 && Text.IndexOf(text, at + 1, StringComparison.Ordinal) < 0, $"'{text}' does not stand once in {Text}");
        var letters = Letters;
        return [.. letters.Skip(at).Take(text.Length)];
    }

    public double MiddleOf(string text)
    {
        var letters = Find(text);
        return (letters[0].StartBaseLine.X + letters[^1].EndBaseLine.X) / 2;
    }

    public double BaseLineOf(string text) => Find(text)[0].StartBaseLine.Y;

    public static double Middle(PdfRectangle box) => (box.Left + box.Right) / 2;

    private static bool Near(RGBColor colour, byte red, byte green, byte blue) =>
        Math.Abs(((double)colour.R * 255) - red) < 1 && Math.Abs(((double)colour.G * 255) - green) < 1 && Math.Abs(((double)colour.B * 255) - blue) < 1;
}
