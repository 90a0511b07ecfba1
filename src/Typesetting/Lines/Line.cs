namespace Typesetting.Lines;

/// <summary>A line that was broken: its glyphs, where it begins and how it is stretched.</summary>
/// <param name="Offset">From the left edge it was broken for, in points.</param>
/// <param name="Width">Without the stretch, in points.</param>
/// <param name="GapExtra">Added at every gap beside a full-width glyph, in points.</param>
/// <param name="BlankExtra">Added at every blank, in points.</param>
internal readonly record struct Line(int Start, int Count, double Offset, double Width, double GapExtra = 0, double BlankExtra = 0);
