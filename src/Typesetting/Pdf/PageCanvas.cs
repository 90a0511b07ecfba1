using Typesetting.Content;
using Typesetting.Lines;
using Typesetting.Pages;

namespace Typesetting.Pdf;

/// <summary>Draws one page into a content stream; lengths in points, y from the upper edge of the paper downward.</summary>
internal sealed partial class PageCanvas(PdfBuffer buffer, TextShaper shaper, double paperHeight, int page)
{
    private readonly List<StructureElement> marked = [];
    private readonly List<(Bookmark Bookmark, double Top)> bookmarks = [];
    private StructureElement? open;
    private ArtifactKind? artifact;
    private bool allArtifact;
    private Colour colour = Colour.Black;
    private int font;
    private double size;
    private double spacing;

    /// <summary>The structure elements of the page's marked content, by its number.</summary>
    public IReadOnlyList<StructureElement> Marked => marked;

    public IReadOnlyList<(Bookmark Bookmark, double Top)> Bookmarks => bookmarks;

    public void Mark(Bookmark bookmark, double top) => bookmarks.Add((bookmark, paperHeight - top));

    /// <summary>What is drawn next belongs to this element.</summary>
    public void Tag(StructureElement element)
    {
        if (allArtifact || ReferenceEquals(open, element))
            return;
        CloseTag();
        open = element;
        buffer.Raw("/"u8).Text(element.Type).Raw("<</MCID "u8).Integer(marked.Count).Raw(">>BDC\n"u8);
        element.AddMark(page, marked.Count);
        marked.Add(element);
    }

    /// <summary>What is drawn next is no content (PDF Reference 1.4, 9.7.3): borders, rules.</summary>
    public void BeginArtifact() => Begin(ArtifactKind.Layout);

    /// <summary>Until disposed, whatever is drawn is no content but comes of the pages' being cut: running heads, numbers, rows set again.</summary>
    public IDisposable AllArtifact()
    {
        Begin(ArtifactKind.Pagination);
        var scope = new Scope(this, allArtifact);
        allArtifact = true;
        return scope;
    }

    public void CloseTag()
    {
        if (open is not null || artifact is not null)
            buffer.Raw("EMC\n"u8);
        (open, artifact) = (null, null);
    }

    /// <param name="left">The edge that the line's offset counts from.</param>
    public void DrawLine(Line line, double left, double baseLine)
    {
        if (line.Count == 0)
            return;
        var glyphs = shaper[line.Start, line.Count];
        SetColour(shaper.LookOf(glyphs[0]).Colour);
        buffer.Raw("BT "u8);
        Point(left + line.Offset, baseLine);
        buffer.Raw("Td "u8);
        ShowGlyphs(glyphs, line);
    }

    /// <summary>Draws a line of text that reads upward; its offset is left out.</summary>
    public void DrawLineUpward(Line line, double baseLine, double bottom)
    {
        if (line.Count == 0)
            return;
        var glyphs = shaper[line.Start, line.Count];
        SetColour(shaper.LookOf(glyphs[0]).Colour);
        buffer.Raw("BT 0 1 -1 0 "u8);
        Point(baseLine, bottom);
        buffer.Raw("Tm "u8);
        ShowGlyphs(glyphs, line);
    }

    private void ShowGlyphs(ReadOnlySpan<Glyph> glyphs, Line line)
    {
        for (var i = 0; i < glyphs.Length;)
        {
            var after = After(glyphs, i, line);
            SetLook(shaper.LookOf(glyphs[i]), after);
            buffer.Raw("("u8);
            var look = glyphs[i].Look;
            do
                buffer.StringBytes(glyphs[i++].Cid);
            while (i < glyphs.Length && glyphs[i].Look == look && After(glyphs, i, line) == after);
            buffer.Raw(")Tj "u8);
        }

        buffer.Raw("ET\n"u8);
    }

    /// <summary>Blank added after a glyph: the grid's pitch and the line's stretch.</summary>
    private double After(ReadOnlySpan<Glyph> glyphs, int i, Line line)
    {
        if (i + 1 == glyphs.Length)
            return i > 0 ? After(glyphs, i - 1, line) : 0; // Nothing follows: whatever saves an operator.
        var look = shaper.LookOf(glyphs[i]);
        return (glyphs[i].FullWidth ? look.Spacing : 0) + LineBreaker.ExtraAfter(glyphs, i, line, look.Size);
    }

    private void SetLook(Look look, double after)
    {
        if (font != look.Font.Number || size != look.Size)
        {
            (font, size) = (look.Font.Number, look.Size);
            buffer.Raw("/F"u8).Integer(font).Raw(" "u8).Number(size).Raw(" Tf "u8);
        }

        if (spacing != after)
        {
            spacing = after;
            buffer.Number(after).Raw(" Tc "u8);
        }

        SetColour(look.Colour);
    }

    private void SetColour(Colour next)
    {
        if (colour == next)
            return;
        colour = next;
        buffer.Number(next.Red / 255.0).Raw(" "u8).Number(next.Green / 255.0).Raw(" "u8).Number(next.Blue / 255.0).Raw(" rg "u8);
    }

    private void Point(double x, double y) => buffer.Number(x).Raw(" "u8).Number(paperHeight - y).Raw(" "u8);

    private void Begin(ArtifactKind kind)
    {
        if (allArtifact || artifact == kind)
            return;
        CloseTag();
        artifact = kind;
        buffer.Raw(kind == ArtifactKind.Layout ? "/Artifact<</Type/Layout>>BDC\n"u8 : "/Artifact<</Type/Pagination>>BDC\n"u8);
    }

    private enum ArtifactKind
    {
        Layout,
        Pagination,
    }

    private sealed class Scope(PageCanvas canvas, bool before) : IDisposable
    {
        public void Dispose() => canvas.allArtifact = before;
    }
}
