using Typesetting.Content;
using Typesetting.Lines;
using Typesetting.Pdf;

namespace Typesetting.Pages;

/// <summary>One line of text.</summary>
internal sealed class TextSlab(TextStyle style, Line line, double indent, StructureElement element) : Slab(style.Leading)
{
    /// <summary>Share of the size that a Han character stands above the base line; the rest hangs below.</summary>
    private const double Ascent = 0.88;

    public Bookmark? Bookmark { get; set; }

    /// <summary>Of the list's item that begins with this line.</summary>
    public ListLabel? Label { get; set; }

    public static double BaseLine(TextStyle style) => ((style.Leading - style.Size) / 2) + (Ascent * style.Size);

    public override void Draw(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        if (Bookmark is not null)
            canvas.Mark(Bookmark, top);
        if (Label is not null)
        {
            canvas.Tag(Label.Element);
            canvas.DrawLine(Label.Line, left + Label.Left, top + BaseLine(style));
        }

        canvas.Tag(element);
        canvas.DrawLine(line, left + indent, top + BaseLine(style));
    }

    /// <summary>Sets the lines of one paragraph below each other.</summary>
    /// <param name="together">Whether they all stay on one page.</param>
    public static void Stack(TextStyle style, List<Line> lines, double indent, StructureElement element, bool together, List<Slab> into)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            // No single line of a paragraph at the foot or at the head of a page.
            var bond = i == lines.Count - 1 ? Bond.None : i == 0 || i == lines.Count - 2 ? Bond.Firm : together ? Bond.Welcome : Bond.None;
            into.Add(new TextSlab(style, lines[i], indent, element) { Bond = bond });
        }
    }
}

/// <summary>Up to three lines of text on one base line, each an element of its own: a reader pauses between them.</summary>
internal sealed class PartsSlab(TextStyle style, IReadOnlyList<(Line Line, StructureElement Element)> parts, double indent) : Slab(style.Leading)
{
    public override void Draw(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        foreach (var (line, element) in parts)
        {
            canvas.Tag(element);
            canvas.DrawLine(line, left + indent, top + TextSlab.BaseLine(style));
        }
    }
}

/// <summary>A rule across the text area.</summary>
internal sealed class RuleSlab(Rule rule, double width) : Slab(rule.Thickness)
{
    public override void Draw(PageCanvas canvas, double left, double top, Neighbours neighbours)
    {
        canvas.BeginArtifact();
        canvas.FillRectangle(left, top, width, rule.Thickness, rule.Colour);
    }
}

/// <summary>An entry of the reader's bookmarks; its place is known once its heading is drawn.</summary>
internal sealed record Bookmark(string Title, int Level);
