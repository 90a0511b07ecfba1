using Typesetting.Content;

namespace Typesetting.Lines;

/// <summary>Where the lines of a paragraph stand.</summary>
/// <param name="Width">From edge to edge, in points.</param>
/// <param name="Indent">Of the first line, in points; negative hangs.</param>
internal readonly record struct Frame(double Width, double Indent, Alignment Alignment)
{
    public double RoomOf(bool firstLine) => firstLine ? Width - Indent : Width;

    /// <summary>Lines shorter than that are not looked at where a fuller one can be had, in points.</summary>
    public double MostShort => Alignment == Alignment.Justify ? 0 : Width / 2;

    /// <summary>From the left edge, in points.</summary>
    public double OffsetOf(double width, bool firstLine)
    {
        var free = Math.Max(0, RoomOf(firstLine) - width);
        return (firstLine ? Indent : 0) + Alignment switch
        {
            Alignment.Centre => free / 2,
            Alignment.Right => free,
            _ => 0,
        };
    }
}
