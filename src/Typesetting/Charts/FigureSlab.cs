using Typesetting.Pages;
using Typesetting.Pdf;

namespace Typesetting.Charts;

/// <summary>A chart, never parted.</summary>
internal sealed class FigureSlab(ChartDrawing drawing, double width, StructureElement element) : Slab(drawing.Height)
{
    public override void Draw(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        element.BoundingBox = new StructureBox(left, top, width, drawing.Height);
        canvas.Tag(element);
        drawing.Draw(canvas, left, top);
    }
}
