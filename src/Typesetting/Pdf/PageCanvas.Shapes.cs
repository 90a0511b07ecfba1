using Typesetting.Content;

namespace Typesetting.Pdf;

/// <content>Boxes, lines, discs and polygons, filled or stroked.</content>
internal sealed partial class PageCanvas
{
    /// <summary>Control distance that draws a quarter circle with one Bézier curve.</summary>
    private const double QuarterArm = 0.5523;

    private Stroke stroke;

    public void FillRectangle(double left, double top, double width, double height, Colour fill)
    {
        SetColour(fill);
        Point(left, top + height);
        buffer.Number(width).Raw(" "u8).Number(height).Raw(" re f\n"u8);
    }

    public void FillPolygon(ReadOnlySpan<(double X, double Y)> corners, Colour fill)
    {
        SetColour(fill);
        Polygon(corners);
        buffer.Raw("f\n"u8);
    }

    public void StrokePolygon(ReadOnlySpan<(double X, double Y)> corners, Stroke with)
    {
        SetStroke(with);
        Polygon(corners);
        buffer.Raw("s\n"u8);
    }

    public void StrokeRectangle(double left, double top, double width, double height, Stroke with)
    {
        SetStroke(with);
        Point(left, top + height);
        buffer.Number(width).Raw(" "u8).Number(height).Raw(" re S\n"u8);
    }

    public void StrokeLine(double x1, double y1, double x2, double y2, Stroke with)
    {
        SetStroke(with);
        Point(x1, y1);
        buffer.Raw("m "u8);
        Point(x2, y2);
        buffer.Raw("l S\n"u8);
    }

    public void FillDisc(double x, double y, double radius, Colour fill)
    {
        SetColour(fill);
        Circle(x, y, radius);
        buffer.Raw("f\n"u8);
    }

    public void StrokeCircle(double x, double y, double radius, Stroke with)
    {
        SetStroke(with);
        Circle(x, y, radius);
        buffer.Raw("s\n"u8);
    }

    private void SetStroke(Stroke next)
    {
        if (stroke == next)
            return;
        stroke = next;
        var line = next.Colour;
        buffer.Number(line.Red / 255.0).Raw(" "u8).Number(line.Green / 255.0).Raw(" "u8).Number(line.Blue / 255.0).Raw(" RG "u8).Number(next.Width).Raw(" w ["u8);
        if (next.Dash > 0)
            buffer.Number(next.Dash);
        buffer.Raw("] 0 d\n"u8);
    }

    private void Polygon(ReadOnlySpan<(double X, double Y)> corners)
    {
        Point(corners[0].X, corners[0].Y);
        buffer.Raw("m "u8);
        foreach (var (x, y) in corners[1..])
        {
            Point(x, y);
            buffer.Raw("l "u8);
        }
    }

    private void Circle(double x, double y, double radius)
    {
        var arm = radius * QuarterArm;
        Point(x + radius, y);
        buffer.Raw("m "u8);
        Curve(x + radius, y + arm, x + arm, y + radius, x, y + radius);
        Curve(x - arm, y + radius, x - radius, y + arm, x - radius, y);
        Curve(x - radius, y - arm, x - arm, y - radius, x, y - radius);
        Curve(x + arm, y - radius, x + radius, y - arm, x + radius, y);
    }

    private void Curve(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        Point(x1, y1);
        Point(x2, y2);
        Point(x3, y3);
        buffer.Raw("c "u8);
    }
}
