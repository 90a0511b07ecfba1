using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Bulletins.Word;

/// <summary>The page with its running lines: the mark above, the number below, odd ones right and even ones left, a character in (GB/T 9704-2012, 7.5).</summary>
internal static class PageSetup
{
    private const string Mark = "mark";
    private const string OddNumber = "oddNumber";
    private const string EvenNumber = "evenNumber";

    /// <summary>A character of the page number's size.</summary>
    private const string OneCharacter = "280";

    /// <summary>Adds the parts of the running lines and returns the section that names them.</summary>
    public static W.SectionProperties Add(MainDocumentPart main, string? mark)
    {
        var section = new W.SectionProperties();
        if (mark is not null)
        {
            main.AddNewPart<HeaderPart>(Mark).Header = new W.Header(WordText.Paragraph(StyleIds.Header, WordText.Run(mark)));
            section.Append(
                new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = Mark },
                new W.HeaderReference { Type = W.HeaderFooterValues.Even, Id = Mark });
        }
        main.AddNewPart<FooterPart>(OddNumber).Footer = new W.Footer(Number("1", W.JustificationValues.Right, new W.Indentation { RightChars = 100, Right = OneCharacter }));
        main.AddNewPart<FooterPart>(EvenNumber).Footer = new W.Footer(Number("2", W.JustificationValues.Left, new W.Indentation { LeftChars = 100, Left = OneCharacter }));
        section.Append(
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = OddNumber },
            new W.FooterReference { Type = W.HeaderFooterValues.Even, Id = EvenNumber },
            new W.PageSize { Width = Geometry.Width, Height = Geometry.Height },
            new W.PageMargin
            {
                Top = Geometry.Top,
                Right = Geometry.Right,
                Bottom = Geometry.Bottom,
                Left = Geometry.Left,
                Header = Geometry.HeaderDistance,
                Footer = Geometry.FooterDistance,
                Gutter = 0,
            },
            new W.DocGrid { Type = W.DocGridValues.Lines, LinePitch = Geometry.LinePitch });
        return section;
    }

    /// <param name="shown">What stands there until a program counts the pages.</param>
    private static W.Paragraph Number(string shown, W.JustificationValues side, W.Indentation indentation) => WordText.Paragraph(
        new W.ParagraphProperties
        {
            ParagraphStyleId = new W.ParagraphStyleId { Val = StyleIds.Footer },
            Indentation = indentation,
            Justification = StyleWriter.Aligned(side),
        },
        WordText.Run("— "),
        new W.SimpleField(new W.Run(new W.Text(shown))) { Instruction = " PAGE " },
        WordText.Run(" —"));
}
