using System.Globalization;
using Microsoft.Extensions.Options;
using QuestPDF;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using Reporting.Bulletins.Documents;
using Reporting.Schedule;
using Typesetting.Content;
using Typesetting.Fonts;
using Document = Reporting.Bulletins.Documents.Document;
using Unit = QuestPDF.Infrastructure.Unit;

namespace Reporting.QuestPdf;

/// <summary>
/// Writes a document with QuestPDF on the geometry of GB/T 9704-2012, as tagged PDF/A-2a (its highest level; it has no 1a) and PDF/UA-1.
/// Its bytes are not quite the document's alone: Skia, beneath QuestPDF, makes an archive file's identifier from the clock.
/// </summary>
internal sealed class QuestPdfRenderer : IBulletinRenderer
{
    private static readonly PageLayout Layout = PageLayout.Official;

    private readonly QuestPdfFaces faces;
    private readonly QuestPdfBlocks blocks;

    public QuestPdfRenderer(FontSet fonts, IOptions<QuestPdfOptions> options)
    {
        Settings.License = Enum.Parse<LicenseType>(options.Value.Licence);
        // Only the fonts of the settings; for an empty list QuestPDF would take the program's folder, so the list names one that is not there.
        Settings.UseEnvironmentFonts = false;
        Settings.FontDiscoveryPaths.Clear();
        Settings.FontDiscoveryPaths.Add(Path.Combine(AppContext.BaseDirectory, "only-the-fonts-of-the-settings"));
        // A character without a glyph is an error that names it, never a box.
        Settings.CheckIfAllTextGlyphsAreAvailable = true;
        faces = new QuestPdfFaces(fonts);
        blocks = new QuestPdfBlocks(faces);
    }

    public string FileName => "bulletin.pdf";

    public string Engine => EngineName.Of(typeof(Settings));

    public byte[] Render(Document document) => QuestPDF.Fluent.Document
        .Create(container => container.Page(page => Page(page, document)))
        .WithMetadata(Metadata(document))
        .WithSettings(new DocumentSettings { PDFA_Conformance = PDFA_Conformance.PDFA_2A, PDFUA_Conformance = PDFUA_Conformance.PDFUA_1 })
        .GeneratePdf();

    /// <summary>QuestPDF takes no absence of a date and would fill in its clock's: a draft without one is of 1970.</summary>
    private DocumentMetadata Metadata(Document document)
    {
        var created = document.Date is { } day ? BeijingTime.StartOf(day) : DateTimeOffset.UnixEpoch;
        return new DocumentMetadata
        {
            Title = document.Title,
            Author = document.Author,
            Language = "zh-CN",
            Creator = "产业行动计划通报系统",
            Producer = Engine,
            CreationDate = created,
            ModifiedDate = created,
        };
    }

    /// <summary>What stands outside the text area is of fixed height, so that 225 mm are left to the text.</summary>
    private void Page(PageDescriptor page, Document document)
    {
        page.Size(210, 297, Unit.Millimetre);
        page.MarginLeft(28, Unit.Millimetre);
        page.MarginRight(26, Unit.Millimetre);
        page.DefaultTextStyle(faces.Body);
        page.Header().SemanticIgnore().Height(37, Unit.Millimetre).PaddingTop(22, Unit.Millimetre).AlignRight()
            .Text(document.PageMark ?? "").Style(faces.Of(OfficialStyles.Small with { Font = FontRole.Heading, Colour = Colour.OfficialRed }));
        page.Content().Column(column => blocks.Write(column, document.Blocks));
        // With the line's own room above the dash this makes 7 mm.
        page.Footer().SemanticIgnore().Height(35, Unit.Millimetre).PaddingTop(1.7f, Unit.Millimetre).PaddingHorizontal(QuestPdfFaces.Points(Layout.Pitch))
            .Column(column =>
            {
                column.Item().ShowIf(at => at.PageNumber % 2 == 1).AlignRight().Text(Number);
                column.Item().ShowIf(at => at.PageNumber % 2 == 0).AlignLeft().Text(Number);
            });
    }

    /// <summary>Odd pages right, even pages left, one character in, the dash 7 mm below the text area (7.5).</summary>
    private void Number(TextDescriptor text) => text.CurrentPageNumber()
        .Format(page => string.Create(CultureInfo.InvariantCulture, $"— {page} —"))
        .Style(faces.Small);
}
