using Typesetting.Content;
using Typesetting.Pages;
using Typesetting.Pdf;

namespace Typesetting.Charts;

/// <summary>Draws the small light and the bar of a table cell.</summary>
internal static class CellSignals
{
    public const double BarHeight = 6;

    private const double MarkOverhang = 1.5;
    private const double Arrow = 7;
    private const double ArrowGap = 1.5;

    private static readonly Stroke Edge = new(new Colour(40, 40, 40), 0.5);
    private static readonly Colour Track = new(228, 228, 228);

    /// <summary>Green a disc, yellow a triangle, red a square, none a ring; of one weight to the eye, outlined, so that paper without colour tells them.</summary>
    /// <param name="size">Of the square that it stands in, in points.</param>
    public static void DrawLight(PageCanvas canvas, Light light, StructureElement? element, double left, double top, double size)
    {
        Begin(canvas, element, new StructureBox(left, top, size, size));
        var (x, y) = (left + (size / 2), top + (size / 2));
        switch (light)
        {
            case Light.Green:
                canvas.FillDisc(x, y, size * 0.47, new Colour(0, 140, 60));
                canvas.StrokeCircle(x, y, size * 0.47, Edge);
                break;
            case Light.Yellow:
                // Equal sides, on the lower edge of the disc.
                (double, double)[] corners = [(left - (size * 0.04), top + (size * 0.93)), (left + (size * 1.04), top + (size * 0.93)), (x, top - (size * 0.005))];
                canvas.FillPolygon(corners, new Colour(250, 190, 0));
                canvas.StrokePolygon(corners, Edge);
                break;
            case Light.Red:
                canvas.FillRectangle(left + (size * 0.08), top + (size * 0.08), size * 0.84, size * 0.84, new Colour(205, 20, 20));
                canvas.StrokeRectangle(left + (size * 0.08), top + (size * 0.08), size * 0.84, size * 0.84, Edge);
                break;
            default:
                canvas.StrokeCircle(x, y, size * 0.42, Edge with { Width = 0.8, Dash = 1.4 });
                break;
        }
    }

    /// <summary>A bar on its track; one that goes beyond the track ends in an arrow.</summary>
    public static void DrawBar(PageCanvas canvas, Bar bar, StructureElement? element, double left, double top, double width)
    {
        Begin(canvas, element, new StructureBox(left, top - MarkOverhang, width, BarHeight + (2 * MarkOverhang)));
        var middle = top + (BarHeight / 2);
        canvas.FillRectangle(left, top, width, BarHeight, Track);
        if (bar.Share > 1)
        {
            var tail = left + width - Arrow;
            canvas.FillRectangle(left, top, width - Arrow - ArrowGap, BarHeight, bar.Colour);
            canvas.FillRectangle(tail - ArrowGap, top, Arrow + ArrowGap, BarHeight, Colour.White);
            canvas.FillPolygon([(tail, top - MarkOverhang), (left + width, middle), (tail, top + BarHeight + MarkOverhang)], Colour.Black);
        }
        else
        {
            canvas.FillRectangle(left, top, width * Math.Max(0, bar.Share), BarHeight, bar.Colour);
            canvas.StrokeRectangle(left, top, width, BarHeight, Edge with { Width = 0.4 });
        }

        if (bar.Mark is not { } mark)
            return;
        var x = left + (width * Math.Clamp(mark, 0, 1));
        canvas.FillRectangle(x - 1.5, top, 3, BarHeight, Colour.White);
        canvas.FillRectangle(x - 0.75, top - MarkOverhang, 1.5, BarHeight + (2 * MarkOverhang), Colour.Black);
    }

    private static void Begin(PageCanvas canvas, StructureElement? element, StructureBox box)
    {
        if (element is null)
            return;
        canvas.Tag(element);
        element.BoundingBox ??= box; // Drawn again on a later page, it is no content there.
    }
}
