using Typesetting.Fonts;

namespace Typesetting.Content;

/// <summary>How text looks: face, size and line distance in points, and colour.</summary>
public sealed record TextStyle(FontRole Font, double Size)
{
    /// <summary>Distance between two base lines.</summary>
    public double Leading { get; init; } = Size * 1.5;

    /// <summary>Advance of a full-width character; null is the size, that is, no extra space.</summary>
    public double? Pitch { get; init; }

    public Colour Colour { get; init; } = Colour.Black;
}
