using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Reporting.Bulletins.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Bulletins.Word;

/// <summary>Maps the blocks of a document to paragraphs and tables, in their order.</summary>
internal sealed class WordBlocks(MainDocumentPart main, WordOptions faces)
{
    private readonly WordFigures figures = new(main, faces);

    public IEnumerable<OpenXmlElement> Of(IReadOnlyList<Block> blocks)
    {
        var afterTable = false;
        foreach (var block in blocks)
        {
            var elements = Elements(block).ToList();
            if (afterTable && elements is [W.Paragraph first, ..])
                LeaveRoomAbove(first);
            afterTable = block is TableBlock;
            foreach (var element in elements)
                yield return element;
        }
    }

    private IEnumerable<OpenXmlElement> Elements(Block block) => block switch
    {
        MastheadBlock masthead => Masthead(masthead),
        TitleBlock title => [WordText.Paragraph(StyleIds.Title, Phrase.Join("\n", title.Lines))],
        HeadingBlock heading => [Heading(heading)],
        ParagraphBlock paragraph => [WordText.Paragraph(StyleIds.Body, [.. WordText.Runs(paragraph.Lead ?? Phrase.Empty, StyleIds.Lead), .. WordText.Runs(paragraph.Text)])],
        TableBlock table => [TableCaption(table.Caption), WordTable.Of(table)],
        FigureBlock figure => [figures.Add(figure), WordText.Paragraph(StyleIds.Caption, figure.Caption)],
        NoteBlock note => [WordText.Paragraph(StyleIds.Note, note.Text)],
        SignatureBlock signature => Signature(signature),
        DistributionBlock distribution => Distribution(distribution),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No form for this block."),
    };

    /// <summary>Secrecy mark at the left, small red line, large red name, number in the middle, office left and date right, red rule.</summary>
    private static IEnumerable<W.Paragraph> Masthead(MastheadBlock masthead)
    {
        if (!masthead.Secrecy.IsEmpty)
            yield return WordText.Paragraph(StyleIds.Secrecy, masthead.Secrecy);
        yield return WordText.Paragraph(StyleIds.MastheadProgramme, Phrase.Plain(masthead.Programme));
        yield return WordText.Paragraph(StyleIds.MastheadName, Phrase.Plain(string.Join('　', masthead.Name.EnumerateRunes())));
        yield return WordText.Paragraph(StyleIds.IssueNumber, masthead.Number);
        yield return WordText.Paragraph(
            StyleIds.MastheadLine,
            [WordText.Run(masthead.Office), .. masthead.Date.IsEmpty ? [] : (OpenXmlElement[])[new W.Run(new W.TabChar()), .. WordText.Runs(masthead.Date)]]);
    }

    private static W.Paragraph Heading(HeadingBlock heading) => WordText.Paragraph(
        heading.Level switch
        {
            1 => StyleIds.Heading1,
            2 => StyleIds.Heading2,
            _ => throw new ArgumentOutOfRangeException(nameof(heading), heading.Level, "No form for a heading of this level."),
        },
        heading.Text);

    private static W.Paragraph TableCaption(Phrase caption) => WordText.Paragraph(
        new W.ParagraphProperties { ParagraphStyleId = new W.ParagraphStyleId { Val = StyleIds.Caption }, KeepNext = new W.KeepNext() }, [.. WordText.Runs(caption)]);

    private static IEnumerable<W.Paragraph> Signature(SignatureBlock signature)
    {
        var place = SignaturePlace.Of(signature, Geometry.CharactersPerLine);
        yield return WordText.Paragraph(
            new W.ParagraphProperties
            {
                ParagraphStyleId = new W.ParagraphStyleId { Val = StyleIds.Signature },
                SpacingBetweenLines = new W.SpacingBetweenLines { Before = StyleWriter.Number(place.LinesAbove * Geometry.LinePitch) },
                Indentation = new W.Indentation { Right = Characters(place.OfficeRight) },
            },
            WordText.Run(signature.Office));
        yield return WordText.Paragraph(
            new W.ParagraphProperties
            {
                ParagraphStyleId = new W.ParagraphStyleId { Val = StyleIds.SignatureDate },
                SpacingBetweenLines = new W.SpacingBetweenLines { After = StyleWriter.Number(place.LinesBelow * Geometry.LinePitch) },
                Indentation = new W.Indentation { Left = Characters(place.DateLeft) },
            },
            [.. WordText.Runs(signature.Date)]);
    }

    private static string Characters(double width) => StyleWriter.Number((int)Math.Round(width * Geometry.Character));

    private static IEnumerable<W.Paragraph> Distribution(DistributionBlock distribution)
    {
        yield return Rule(first: true);
        foreach (var line in distribution.Lines)
            yield return WordText.Paragraph(Kept(StyleIds.Distribution), [.. WordText.Runs(line.Whole)]);
        if (!distribution.Copies.IsEmpty)
            yield return WordText.Paragraph(Kept(StyleIds.PrintRun), [.. WordText.Runs(distribution.Copies)]);
        yield return Rule(first: false);
    }

    private static W.Paragraph Rule(bool first)
    {
        if (!first)
            return WordText.Paragraph(StyleIds.DistributionRule);
        var properties = Kept(StyleIds.DistributionRule);
        properties.SpacingBetweenLines = StyleWriter.Lines(80, before: 2 * Geometry.LinePitch);
        return WordText.Paragraph(properties);
    }

    private static W.ParagraphProperties Kept(string style) => new() { ParagraphStyleId = new W.ParagraphStyleId { Val = style }, KeepNext = new W.KeepNext() };

    /// <summary>A table has no room below of its own.</summary>
    private static void LeaveRoomAbove(W.Paragraph paragraph) =>
        (paragraph.ParagraphProperties ??= new W.ParagraphProperties()).SpacingBetweenLines ??= new W.SpacingBetweenLines { Before = "160" };
}
