using DocumentFormat.OpenXml;
using Reporting.Bulletins.Documents;
using Typesetting.Content;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Bulletins.Word;

/// <summary>Paragraphs and runs out of a document's phrases.</summary>
internal static class WordText
{
    /// <summary>The text as it is, if every form of an issue can hold it: what the PDF refuses is refused here in the same words.</summary>
    /// <exception cref="TextException">The first character that cannot be set.</exception>
    public static string Checked(string text)
    {
        SettableText.Require(text);
        return text;
    }

    public static W.Paragraph Paragraph(string style, params OpenXmlElement[] content) =>
        Paragraph(new W.ParagraphProperties { ParagraphStyleId = new W.ParagraphStyleId { Val = style } }, content);

    public static W.Paragraph Paragraph(string style, Phrase text) => Paragraph(style, [.. Runs(text)]);

    public static W.Paragraph Paragraph(W.ParagraphProperties properties, params OpenXmlElement[] content) =>
        new([properties, .. content]);

    /// <summary>One run of a phrase's text; none where it is empty.</summary>
    public static IEnumerable<W.Run> Runs(Phrase phrase, string? style = null) => phrase.IsEmpty ? [] : [Run(phrase.Text, style)];

    /// <param name="style">A character style; null for the paragraph's own face.</param>
    public static W.Run Run(string text, string? style = null)
    {
        var run = new W.Run(new W.RunProperties
        {
            RunStyle = style is null ? null : new W.RunStyle { Val = style },
            // Quotation marks, dashes and signs that Latin has too are set full width, in the Chinese face.
            RunFonts = new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia },
        });
        var lines = Checked(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new W.Break());
            if (lines[i].Length > 0)
                run.Append(new W.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }
}
