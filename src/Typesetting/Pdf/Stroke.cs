using Typesetting.Content;

namespace Typesetting.Pdf;

/// <summary>How a line is drawn.</summary>
/// <param name="Width">In points.</param>
/// <param name="Dash">Length of dashes and of the gaps between, in points; 0 is a whole line.</param>
internal readonly record struct Stroke(Colour Colour, double Width, double Dash = 0);
