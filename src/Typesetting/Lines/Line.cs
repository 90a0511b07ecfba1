namespace Typesetting.Lines;

/// <summary>A line that was broken: its glyphs, where it begins and how it is brought to its width.</summary>
/// <param name="Offset">From the left edge it was broken for, in points.</param>
/// <param name="Width">Of its glyphs on the grid's pitch, marks closed up if they are, but neither squeezed nor stretched; in points.</param>
internal readonly record struct Line(int Start, int Count, double Offset, double Width)
{
    /// <summary>What is taken from the blank halves of its marks and given to its gaps.</summary>
    public LineFit Fit { get; init; }
}
