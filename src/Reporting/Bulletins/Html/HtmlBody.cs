using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Html;

/// <summary>
/// The blocks of a document as elements, in their order. Masthead, text and distribution are landmarks. The text begins a few lines below
/// the top and there is nothing to repeat, so no link leads past the masthead.
/// </summary>
internal sealed class HtmlBody
{
    private readonly Markup page = new();
    private readonly StyleSheet styles;
    private int tables;
    private int figures;

    private HtmlBody(StyleSheet styles) => this.styles = styles;

    public static string Of(Document document, StyleSheet styles)
    {
        var body = new HtmlBody(styles);
        body.Write(document);
        return body.page.ToString();
    }

    private void Write(Document document)
    {
        var first = document.Blocks is [MastheadBlock, ..] ? 1 : 0;
        var last = document.Blocks is [.., DistributionBlock] ? 1 : 0;
        page.Open("body").Line();
        if (first > 0 || document.PageMark is not null)
        {
            page.Open("header").Line();
            if (document.PageMark is { } mark)
                page.Open("p", ("class", "mark")).Text(mark).Close().Line();
            Write(document.Blocks.Take(first));
            page.Close().Line();
        }
        page.Open("main").Line();
        Write(document.Blocks.Skip(first).SkipLast(last));
        page.Close().Line();
        if (last > 0)
        {
            page.Open("footer").Line();
            Write(document.Blocks.TakeLast(last));
            page.Close().Line();
        }
        page.Close();
    }

    private void Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
            page.Line();
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case MastheadBlock masthead:
                WriteMasthead(masthead);
                break;
            case TitleBlock title:
                WriteTitle(title);
                break;
            case HeadingBlock heading:
                page.Open(heading.Level == 1 ? "h2" : "h3").Words(heading.Text).Close();
                break;
            case ParagraphBlock paragraph:
                WriteParagraph(paragraph);
                break;
            case TableBlock table:
                HtmlTable.Write(page, table, $"t{++tables}", styles);
                break;
            case FigureBlock figure:
                HtmlFigure.Write(page, figure, $"f{++figures}", styles);
                break;
            case NoteBlock note:
                page.Open("p", ("class", "note")).Words(note.Text).Close();
                break;
            case SignatureBlock signature:
                page.Open("div", ("class", signature.Sealed ? "signature sealed" : "signature")).Open("p").Text(signature.Office).Close().Open("p").Words(signature.Date).Close().Close();
                break;
            case DistributionBlock distribution:
                WriteDistribution(distribution);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No form for this block.");
        }
    }

    /// <summary>Secrecy mark at the left, small red line, large red name, number in the middle, office left and date right, red rule.</summary>
    private void WriteMasthead(MastheadBlock masthead)
    {
        page.Open("div", ("class", "masthead")).Line();
        if (!masthead.Secrecy.IsEmpty)
            page.Open("p", ("class", "secrecy")).Words(masthead.Secrecy).Close().Line();
        page.Open("p", ("class", "programme")).Text(masthead.Programme).Close().Line();
        page.Open("p", ("class", "name")).Text(masthead.Name).Close().Line();
        page.Open("p", ("class", "number")).Words(masthead.Number).Close().Line();
        page.Open("p", ("class", "imprint")).Open("span").Text(masthead.Office).Close().Line();
        page.Open("span").Words(masthead.Date).Close().Close().Line();
        page.Close();
    }

    private void WriteTitle(TitleBlock title)
    {
        page.Open("h1");
        foreach (var line in title.Lines)
            page.Open("span").Words(line).Close();
        page.Close();
    }

    private void WriteParagraph(ParagraphBlock paragraph)
    {
        page.Open("p");
        if (paragraph.Lead is { } lead)
            page.Open("span", ("class", "lead")).Words(lead).Close();
        page.Words(paragraph.Text).Close();
    }

    private void WriteDistribution(DistributionBlock distribution)
    {
        page.Open("div", ("class", "distribution")).Line();
        foreach (var line in distribution.Lines)
            page.Open("p").Words(line.Whole).Close().Line();
        if (!distribution.Copies.IsEmpty)
            page.Open("p", ("class", "copies")).Words(distribution.Copies).Close().Line();
        page.Close();
    }
}
