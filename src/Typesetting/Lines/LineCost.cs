using Typesetting.Content;

namespace Typesetting.Lines;

/// <summary>What speaks against a line and against where it ends; the numbers mean nothing but their order and their proportions.</summary>
internal static class LineCost
{
    private const double PoorEnd = 15;
    private const double LastResort = 150;

    /// <summary>A last line of one character (GB/T 15834-2011, 5.1.11).</summary>
    private const double LoneCharacter = 25;

    /// <summary>Text that has no place to break and is wider than a line is parted anywhere, at marks last of all.</summary>
    private const double ForcedEnd = 20_000;

    private const double ForcedEndAtMark = 100_000;
    private const double TooWide = 1e9;

    /// <summary>Lines that are not justified are as few as can be, before all else but forced ends.</summary>
    private const double RaggedLine = 1_000;

    public static double Of(LineEnd end) => end switch
    {
        LineEnd.LastResort => LastResort,
        LineEnd.IfNeeded => PoorEnd,
        _ => 0,
    };

    public static double OfForcedEnd(bool atMark) => atMark ? ForcedEndAtMark : ForcedEnd;

    public static double Of(in LineFit fit, in Frame frame, bool last, bool lone)
    {
        if (fit.Over > 0)
            return TooWide;
        var cost = lone ? LoneCharacter : 0;
        if (frame.Alignment != Alignment.Justify)
            return cost + RaggedLine + OfRagged(fit.Short / frame.Width, frame.Alignment, last);
        return cost + (last && fit.Squeeze == 0 ? 0 : OfJustified(fit));
    }

    /// <summary>
    /// How far the line is from the grid. A line on the grid is the form of an official paper (GB/T 9704-2012, 5.2.3); marks squeezed by a
    /// little come before stretched gaps, and both before a short line.
    /// </summary>
    private static double OfJustified(in LineFit fit)
    {
        if (fit.Squeeze > 0)
            return 3 + (100 * fit.Squeeze * fit.Squeeze);
        if (!fit.IsStretched && fit.Short == 0)
            return fit.Hangs ? 1 : 0;
        var cost = 3 + (2 * fit.Mixed) + (60 * fit.Full * fit.Full) + (20 * Math.Max(0, fit.Blanks - 1));
        return fit.Short > 0 ? cost + 300 + (fit.Short * fit.Short) : cost; // Two lines a little short come before one that is very short.
    }

    /// <summary>Centred lines are about as long as each other (GB/T 9704-2012, 7.3.1), rather longer above; others are full, the last apart.</summary>
    private static double OfRagged(double free, Alignment alignment, bool last) => alignment == Alignment.Centre
        ? (last ? 100 : 101) * free * free
        : (last ? 0 : 10) * free * free;
}
