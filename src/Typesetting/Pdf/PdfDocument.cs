using Typesetting.Content;
using Typesetting.Fonts;

namespace Typesetting.Pdf;

/// <summary>Sets a document and writes it as PDF: the same content and fonts give the same bytes in any process, culture and time zone.</summary>
public static class PdfDocument
{
    /// <exception cref="TextException">Text that cannot be set; nothing was written.</exception>
    /// <exception cref="MissingGlyphException">A character no font has; nothing was written.</exception>
    public static WrittenDocument Write(DocumentContent content, FontSet fonts, Stream target) =>
        throw new NotImplementedException();
}
