using Typesetting.Content;
using UglyToad.PdfPig.Core;

namespace Typesetting.Tests.Charts;

public sealed class CellSignalTests
{
    [Theory]
    [InlineData(0.4)]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Bar_IsFilledToItsShare(double share)
    {
        var drawn = Drawn.Of(Cell(new Bar(share, null, "条")));
        var track = Assert.Single(drawn.Boxes(228, 228, 228));

        Assert.Equal(track.Width * share, Filled(drawn).Width, 0.01);
    }

    [Theory]
    [InlineData(1.3)]
    [InlineData(20)]
    [InlineData(1e9)]
    public void Bar_EndsInAnArrow_WhenItGoesBeyondTheTrack(double share)
    {
        var drawn = Drawn.Of(Cell(new Bar(share, 0.5, "条")));
        var track = Assert.Single(drawn.Boxes(228, 228, 228));

        var arrow = drawn.Boxes(0, 0, 0).Single(box => Math.Abs(box.Width - 7) < 0.01);
        Assert.Equal(track.Right, arrow.Right, 0.01);
        Assert.True(arrow.Height > track.Height && arrow.Left > Filled(drawn).Right);
    }

    [Fact]
    public void Mark_StandsAcrossTheBar_OnWhite()
    {
        var drawn = Drawn.Of(Cell(new Bar(0.9, 0.25, "条")));
        var track = Assert.Single(drawn.Boxes(228, 228, 228));

        var mark = drawn.Boxes(0, 0, 0).Single(box => Math.Abs(box.Width - 1.5) < 0.01);
        Assert.Equal(track.Left + (track.Width / 4), Drawn.Middle(mark), 0.01);
        Assert.True(mark.Top > track.Top && mark.Bottom < track.Bottom);
        Assert.Equal(Drawn.Middle(mark), Drawn.Middle(Assert.Single(drawn.Boxes(255, 255, 255))), 0.01);
    }

    [Fact]
    public void Lights_HaveShapesOfTheirOwn()
    {
        var shapes = Enum.GetValues<Light>().Select(light => Outline(Drawn.Of(new Table([TableColumn.ByContent], [], [new TableRow([new TableCell("灯") { Light = light }])])))).ToList();

        Assert.Equal(shapes.Count, shapes.Distinct().Count());
    }

    private static PdfRectangle Filled(Drawn drawn) => drawn.Boxes(96, 96, 96)[0];

    private static Table Cell(Bar bar) => new([TableColumn.ByContent], [], [new TableRow([new TableCell("进度") { Bar = bar }])]);

    /// <summary>The operators of the outline, and whether the shape is filled.</summary>
    private static (string Commands, bool Filled) Outline(Drawn drawn)
    {
        var outline = drawn.Paths.Last(path => path.IsStroked);
        return (string.Join(' ', outline.SelectMany(part => part.Commands).Select(command => command.GetType().Name)), drawn.Paths.Any(path => path.IsFilled && path.GetBoundingRectangle() is { Width: > 5 and < 12, Height: > 5 and < 12 }));
    }
}
