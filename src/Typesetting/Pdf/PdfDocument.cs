using Typesetting.Content;
using Typesetting.Content.Checks;
using Typesetting.Fonts;
using Typesetting.Lines;
using Typesetting.Pages;

namespace Typesetting.Pdf;

/// <summary>Sets a document and writes it as PDF: the same content and fonts give the same bytes in any process, culture and time zone.</summary>
public static class PdfDocument
{
    /// <summary>
    /// Of 0 to 9, measured on ten pages with 564 different characters: 1 gives 204 KB in 2.7 ms, 2 gives 180 KB in 4.2 ms, 4 gives
    /// 176 KB in 4.7 ms, 9 gives 174 KB in 6.9 ms (whole document, median of 60).
    /// </summary>
    internal const int DefaultCompression = 4;

    /// <exception cref="ContentException">A number, an indent, a table, a chart or information on the document that cannot be set; nothing was written.</exception>
    /// <exception cref="TextException">Text that cannot be set; nothing was written.</exception>
    /// <exception cref="MissingGlyphException">A character its font has not; nothing was written.</exception>
    public static WrittenDocument Write(DocumentContent content, FontSet fonts, Stream target) => Write(content, fonts, target, DefaultCompression);

    internal static WrittenDocument Write(DocumentContent content, FontSet fonts, Stream target, int compressionLevel)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fonts);
        ArgumentNullException.ThrowIfNull(target);
        ContentCheck.Require(content);
        MetadataWriter.Check(content.Information);
        using var used = new DocumentFonts(fonts);
        using var shaper = new TextShaper(used);
        using var file = new PdfFile(compressionLevel);
        var structure = new StructureElement("Document", null);
        var pages = Lay(content, shaper, structure);
        new DocumentWriter(file, content, shaper, used).Write(pages, structure);
        target.Write(file.Buffer.Written);
        return new WrittenDocument(pages.Count, file.Buffer.Count);
    }

    /// <summary>Breaks the text into lines and places them on pages.</summary>
    internal static IReadOnlyList<IReadOnlyList<PlacedSlab>> Lay(DocumentContent content, TextShaper shaper, StructureElement structure) =>
        new Paginator(content.Layout).Place(new BlockLayout(shaper, content.Layout, structure, ContentPlace.Document).Cut(content.Blocks));
}
