using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using Reporting.Bulletins.Documents;
using Typesetting.Content;
using Block = Reporting.Bulletins.Documents.Block;

namespace Reporting.QuestPdf;

/// <summary>Writes the blocks of a document below each other.</summary>
internal sealed class QuestPdfBlocks(QuestPdfFaces faces)
{
    /// <summary>Two characters as characters: QuestPDF's own indentation sets a line feed in its default font, which we do not have.</summary>
    private const string Indent = "　　";

    private static readonly float Pitch = QuestPdfFaces.Points(PageLayout.Official.Pitch);

    private static readonly float Leading = QuestPdfFaces.Points(PageLayout.Official.Leading);

    private readonly QuestPdfTables tables = new(faces);
    private readonly QuestPdfCharts charts = new(faces);

    /// <summary>A heading stays with two lines of what it heads; notes, signature and distribution stay together, so that no page holds the distribution alone.</summary>
    public void Write(ColumnDescriptor column, IReadOnlyList<Block> blocks)
    {
        var ending = blocks.Count - blocks.Reverse().TakeWhile(block => block is NoteBlock or SignatureBlock or DistributionBlock).Count();
        for (var at = 0; at < ending;)
        {
            var headings = blocks.Skip(at).Take(ending - at).TakeWhile(block => block is HeadingBlock).Count();
            var group = blocks.Skip(at).Take(Math.Min(headings + 1, ending - at)).ToList();
            column.Item().EnsureSpace(Leading * (headings + 2) - 1).Column(inner => group.ForEach(block => Write(inner.Item(), block)));
            at += group.Count;
        }
        column.Item().PreventPageBreak().Column(inner => blocks.Skip(ending).ToList().ForEach(block => Write(inner.Item(), block)));
    }

    private void Write(IContainer place, Block block)
    {
        switch (block)
        {
            case MastheadBlock masthead:
                place.Column(column => Masthead(column, masthead));
                break;
            case TitleBlock title:
                place.PaddingBottom(18).SemanticHeader1().Column(column => Title(column, title));
                break;
            case HeadingBlock heading:
                Heading(place, heading);
                break;
            case ParagraphBlock paragraph:
                place.Text(text => Paragraph(text, paragraph));
                break;
            case TableBlock table:
                tables.Write(place, table);
                break;
            case FigureBlock figure:
                place.PaddingVertical(8).PreventPageBreak().Column(column => Figure(column, figure));
                break;
            case NoteBlock note:
                place.PaddingTop(12).Text(Indent + note.Text.Text).Style(faces.Small);
                break;
            case SignatureBlock signature:
                place.Column(column => Signature(column, signature));
                break;
            case DistributionBlock distribution:
                place.ExtendVertical().AlignBottom().Column(column => Distribution(column, distribution));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No form for this block.");
        }
    }

    /// <summary>Secrecy mark at the left, small red line, large red name, number in the middle, office left and date right, red rule.</summary>
    private void Masthead(ColumnDescriptor column, MastheadBlock masthead)
    {
        if (!masthead.Secrecy.IsEmpty)
            column.Item().Text(masthead.Secrecy.Text).Style(faces.Of(OfficialStyles.Heading1));
        column.Item().AlignCenter().Text(masthead.Programme).Style(faces.Of(OfficialStyles.Masthead with { Size = 22, Leading = 36 }));
        column.Item().AlignCenter().Text(string.Join("　", masthead.Name.AsEnumerable()))
            .Style(faces.Of(OfficialStyles.Masthead with { Size = 52, Leading = 78 }));
        column.Item().AlignCenter().Text(masthead.Number.Text);
        column.Item().PaddingTop(6).Row(row =>
        {
            row.RelativeItem().Text(masthead.Office).Style(faces.Small);
            row.AutoItem().Text(masthead.Date.Text).Style(faces.Small);
        });
        column.Item().PaddingTop(2).PaddingBottom(24).LineHorizontal(2).LineColor(QuestPdfFaces.Paint(Colour.OfficialRed));
    }

    private void Title(ColumnDescriptor column, TitleBlock title)
    {
        foreach (var line in title.Lines)
            column.Item().AlignCenter().Text(line.Text).Style(faces.Of(OfficialStyles.Title));
    }

    /// <summary>One level below the title's.</summary>
    private void Heading(IContainer place, HeadingBlock heading)
    {
        var (tagged, style) = heading.Level == 1
            ? (place.SemanticHeader2(), OfficialStyles.Heading1)
            : (place.SemanticHeader3(), OfficialStyles.Heading2);
        tagged.PaddingLeft(2 * Pitch).Text(heading.Text.Text).Style(faces.Of(style));
    }

    /// <summary>Not justified: QuestPDF would widen spaces only, and Chinese lines have next to none.</summary>
    private void Paragraph(TextDescriptor text, ParagraphBlock paragraph)
    {
        text.Span(Indent);
        if (paragraph.Lead is { } lead)
            text.Span(lead.Text).Style(faces.Of(OfficialStyles.Heading2));
        text.Span(paragraph.Text.Text);
    }

    /// <summary>The chart is one picture to a reader that cannot see it; its alternative text says what it shows.</summary>
    private void Figure(ColumnDescriptor column, FigureBlock figure)
    {
        column.Item().SemanticFigure(figure.Alternative.Text).Column(rows => charts.Draw(rows, figure.Chart));
        column.Item().PaddingTop(4).AlignCenter().Text(figure.Caption.Text).Style(faces.Caption);
    }

    private static void Signature(ColumnDescriptor column, SignatureBlock signature)
    {
        var place = SignaturePlace.Of(signature, PageLayout.Official.CharactersPerLine);
        column.Item().PaddingTop(place.LinesAbove * Leading).PaddingRight((float)place.OfficeRight * Pitch).AlignRight().Text(signature.Office);
        column.Item().PaddingLeft((float)place.DateLeft * Pitch).PaddingBottom(place.LinesBelow * Leading).Text(signature.Date.Text);
    }

    private void Distribution(ColumnDescriptor column, DistributionBlock distribution)
    {
        column.Item().LineHorizontal(0.75f);
        foreach (var line in distribution.Lines)
        {
            column.Item().PaddingHorizontal(Pitch).Row(row =>
            {
                row.AutoItem().Text($"{line.Label}：").Style(faces.Small);
                row.RelativeItem().Text(line.Text.Text).Style(faces.Small);
            });
        }
        if (!distribution.Copies.IsEmpty)
            column.Item().PaddingHorizontal(Pitch).AlignRight().Text(distribution.Copies.Text).Style(faces.Small);
        column.Item().LineHorizontal(0.75f);
    }
}
