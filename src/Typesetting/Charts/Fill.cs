using Typesetting.Content;
using Typesetting.Pdf;

namespace Typesetting.Charts;

/// <summary>How the parts of a chart are told apart, in colour, in grey and in black and white: by tone and by hatching, all with an outline.</summary>
internal enum Fill
{
    Dark,
    Light,
    Rising,
    Blank,
    Crossed,
    Falling,
}

/// <summary>Draws boxes with a fill.</summary>
internal static class FilledBox
{
    public static readonly Stroke Outline = new(new Colour(40, 40, 40), 0.5);

    private const double HatchDistance = 3.2;
    private static readonly Stroke HatchLine = new(new Colour(40, 40, 40), 0.55);
    private static readonly Colour Dark = new(58, 92, 138);
    private static readonly Colour Light = new(205, 217, 232);

    /// <summary>Whether black text can be read on it.</summary>
    public static bool BearsBlackText(Fill fill) => fill != Fill.Dark;

    /// <summary>Whether text on it needs a white ground.</summary>
    public static bool NeedsGround(Fill fill) => fill is Fill.Rising or Fill.Falling or Fill.Crossed;

    public static void Draw(PageCanvas canvas, double left, double top, double width, double height, Fill fill)
    {
        if (width <= 0 || height <= 0)
            return;
        canvas.FillRectangle(left, top, width, height, fill switch { Fill.Dark => Dark, Fill.Light => Light, _ => Colour.White });
        if (fill is Fill.Rising or Fill.Crossed)
            Hatch(canvas, left, top, width, height, rising: true);
        if (fill is Fill.Falling or Fill.Crossed)
            Hatch(canvas, left, top, width, height, rising: false);
        canvas.StrokeRectangle(left, top, width, height, Outline);
    }

    /// <summary>Lines at 45°, each cut where it meets the box.</summary>
    private static void Hatch(PageCanvas canvas, double left, double top, double width, double height, bool rising)
    {
        var step = HatchDistance * Math.Sqrt(2);
        for (var at = step / 2; at < width + height; at += step)
        {
            var (x1, y1) = at < height ? (0, at) : (at - height, height);
            var (x2, y2) = at < width ? (at, 0) : (width, at - width);
            if (rising)
                canvas.StrokeLine(left + x1, top + y1, left + x2, top + y2, HatchLine);
            else
                canvas.StrokeLine(left + width - x1, top + y1, left + width - x2, top + y2, HatchLine);
        }
    }
}
