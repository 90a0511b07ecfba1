using Reporting.Bulletins.Documents;
using Reporting.Schedule;
using Typesetting.Content;
using Typesetting.Fonts;
using Typesetting.Pdf;
using Block = Reporting.Bulletins.Documents.Block;
using Set = Typesetting.Content;
using TableColumn = Reporting.Bulletins.Documents.TableColumn;
using TableRow = Reporting.Bulletins.Documents.TableRow;

namespace Reporting.Bulletins.Pdf;

/// <summary>Writes a document as PDF in the 简报 form on the geometry of GB/T 9704-2012.</summary>
public sealed class PdfRenderer(FontSet fonts) : IBulletinRenderer
{
    /// <summary>Full-width characters in a line of body text.</summary>
    private const int LineLength = 28;

    private static readonly TextStyle SmallTable = OfficialStyles.Table with { Size = 10.5, Leading = 15 };

    private static readonly TextStyle SmallHeader = OfficialStyles.TableHeader with { Size = 10.5, Leading = 15 };

    public string FileName => "bulletin.pdf";

    public string Engine => EngineName.Of(typeof(PdfDocument));

    public byte[] Render(Document document)
    {
        using var file = new MemoryStream();
        PdfDocument.Write(Content(document), fonts, file);
        return file.ToArray();
    }

    private static DocumentContent Content(Document document) => new(
        new DocumentInformation(document.Title, document.Author)
        {
            Created = document.Date is { } day ? BeijingTime.StartOf(day) : null,
            Creator = "产业行动计划通报系统",
        },
        [.. document.Blocks.SelectMany(Blocks)])
    {
        RunningMark = document.PageMark,
    };

    private static IEnumerable<Set.Block> Blocks(Block block) => block switch
    {
        MastheadBlock masthead => Masthead(masthead),
        TitleBlock title => [Title(title)],
        HeadingBlock heading => [new Heading(heading.Level, Runs(heading.Text))],
        ParagraphBlock paragraph => [Paragraph(paragraph)],
        TableBlock table => [Table(table)],
        FigureBlock figure => [new Figure(PdfCharts.Of(figure.Chart), figure.Alternative.Text) { Caption = Runs(figure.Caption) }],
        NoteBlock note => [new Paragraph(Runs(note.Text)) { Style = OfficialStyles.Small, SpaceBefore = 12, KeepTogether = true, KeepWithNext = true }],
        SignatureBlock signature => Signature(signature),
        DistributionBlock distribution => [Distribution(distribution)],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No form for this block."),
    };

    /// <summary>Secrecy mark at the left, small red line, large red name, number in the middle, office left and date right, red rule.</summary>
    private static IEnumerable<Set.Block> Masthead(MastheadBlock masthead)
    {
        if (!masthead.Secrecy.IsEmpty)
            yield return new Paragraph(Runs(masthead.Secrecy, FontRole.Heading)) { Alignment = Alignment.Left, FirstLineIndent = 0 };
        yield return new Paragraph(masthead.Programme)
        {
            Style = OfficialStyles.Masthead with { Size = 22, Leading = 36 },
            Alignment = Alignment.Centre,
            FirstLineIndent = 0,
        };
        yield return new Paragraph(string.Join("　", masthead.Name.AsEnumerable()))
        {
            Style = OfficialStyles.Masthead with { Size = 52, Leading = 78 },
            Alignment = Alignment.Centre,
            FirstLineIndent = 0,
        };
        yield return new Paragraph(Runs(masthead.Number)) { Alignment = Alignment.Centre, FirstLineIndent = 0 };
        yield return new PartsLine
        {
            Left = [masthead.Office],
            Right = Runs(masthead.Date),
            Style = OfficialStyles.Small,
            SpaceBefore = 6,
        };
        yield return new Set.Rule { Colour = Colour.OfficialRed, Thickness = 2, SpaceBefore = 2, SpaceAfter = 24 };
    }

    /// <summary>The bookmarks begin with the sections; a reader shows the title as the file's own.</summary>
    private static Heading Title(TitleBlock title) => new(0, Runs(Phrase.Join("\n", title.Lines)))
    {
        SpaceAfter = 18,
    };

    private static Paragraph Paragraph(ParagraphBlock paragraph) => new(
        [.. Runs(paragraph.Lead ?? Phrase.Empty, FontRole.Kai), .. Runs(paragraph.Text)]);

    private static Table Table(TableBlock table)
    {
        // The first column of words names the row; a running number before it does not.
        var name = table.Columns.TakeWhile(column => column.Align != ColumnAlign.Left).Count();
        return new Table(
            [.. table.Columns.Select((column, i) => Column(column) with { IsHeader = i == name })],
            [new Set.TableRow([.. table.Columns.Select(c => new Set.TableCell(c.Head))])],
            [.. table.Rows.Select(Row)])
        {
            Caption = Runs(table.Caption),
            Style = SmallTable,
            HeaderStyle = SmallHeader,
            CellPadding = 3,
            SpaceBefore = 8,
            SpaceAfter = 6,
        };
    }

    private static Set.TableColumn Column(TableColumn column) => new()
    {
        Share = (double)column.Share,
        Alignment = column.Align switch
        {
            ColumnAlign.Centre => Alignment.Centre,
            ColumnAlign.Right => Alignment.Right,
            _ => Alignment.Left,
        },
    };

    private static Set.TableRow Row(TableRow row) =>
        new([.. row.Cells.Select(cell => new Set.TableCell(Runs(cell.Text, row.Emphasis ? FontRole.Heading : null))
        {
            ColumnSpan = cell.Span,
            ContinuesAbove = cell.ContinuesAbove,
            Light = cell.Light switch
            {
                Light.Green => Set.Light.Green,
                Light.Yellow => Set.Light.Yellow,
                Light.Red => Set.Light.Red,
                _ => null,
            },
        })]);

    /// <summary>Notes, signature and distribution stay together and the notes on one page, so that the last page never holds the distribution or two lines alone.</summary>
    private static IEnumerable<Set.Block> Signature(SignatureBlock signature)
    {
        var place = SignaturePlace.Of(signature, LineLength);
        yield return new Paragraph(signature.Office)
        {
            Alignment = Alignment.Right,
            FirstLineIndent = 0,
            RightIndent = place.OfficeRight,
            SpaceBefore = place.LinesAbove * OfficialStyles.Body.Leading,
            KeepWithNext = true,
        };
        yield return new Paragraph(Runs(signature.Date))
        {
            Alignment = Alignment.Left,
            FirstLineIndent = 0,
            LeftIndent = place.DateLeft,
            SpaceAfter = place.LinesBelow * OfficialStyles.Body.Leading,
            KeepWithNext = true,
        };
    }

    private static PageBottom Distribution(DistributionBlock distribution)
    {
        List<Set.Block> blocks = [new Set.Rule()];
        foreach (var line in distribution.Lines)
        {
            blocks.Add(new Paragraph(Runs(line.Whole))
            {
                Style = OfficialStyles.Small,
                LeftIndent = 3,
                FirstLineIndent = -2,
                RightIndent = 1,
            });
        }
        if (!distribution.Copies.IsEmpty)
            blocks.Add(new PartsLine { Right = Runs(distribution.Copies), Style = OfficialStyles.Small, Indent = 1 });
        blocks.Add(new Set.Rule());
        return new PageBottom(blocks);
    }

    private static IReadOnlyList<Set.Run> Runs(Phrase phrase, FontRole? font = null) =>
        [.. phrase.Runs.Select(run => new Set.Run(run.Text) { Font = font })];
}
