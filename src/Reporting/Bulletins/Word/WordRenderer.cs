using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.Options;
using Reporting.Bulletins.Documents;
using Reporting.Schedule;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Reporting.Bulletins.Word;

/// <summary>Writes a document as a Word file in the 简报 form on the geometry of GB/T 9704-2012, for offices that go on writing in it.</summary>
public sealed class WordRenderer(IOptions<WordOptions> faces) : IBulletinRenderer
{
    private static readonly XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace dublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";

    public string FileName => "bulletin.docx";

    public string Engine => EngineName.Of(typeof(WordprocessingDocument));

    public byte[] Render(Document document)
    {
        using var package = new MemoryStream();
        // Compressed when the entries are put in order.
        using (var file = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            file.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
            Fill(file, document);
        }
        return OrderedPackage.Of(package);
    }

    /// <summary>Every part is added under an id; without, it gets a random one.</summary>
    private void Fill(WordprocessingDocument file, Document document)
    {
        var main = file.AddMainDocumentPart();
        file.ChangeIdOfPart(main, "document");
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = new WordStyles(faces.Value).Make();
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = WordSettings.Make();
        main.AddNewPart<FontTablePart>("fonts").Fonts = WordSettings.Fonts(faces.Value);
        var section = PageSetup.Add(main, document.PageMark);
        main.Document = new W.Document(new W.Body([.. new WordBlocks(main, faces.Value).Of(document.Blocks), section]));
        var information = file.AddCoreFilePropertiesPart();
        file.ChangeIdOfPart(information, "information");
        using var content = information.GetStream(FileMode.Create, FileAccess.Write);
        Information(document).Save(content);
    }

    /// <summary>The moment at which the document's day began in Beijing, as Word writes it: in UTC.</summary>
    private static XDocument Information(Document document) => new(new XElement(
        core + "coreProperties",
        new XAttribute(XNamespace.Xmlns + "cp", core.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "dc", dublinCore.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "dcterms", terms.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "xsi", instance.NamespaceName),
        new XElement(dublinCore + "title", WordText.Checked(document.Title)),
        new XElement(dublinCore + "creator", WordText.Checked(document.Author)),
        new XElement(dublinCore + "language", "zh-CN"),
        document.Date is { } day
            ? new XElement(
                terms + "created",
                new XAttribute(instance + "type", "dcterms:W3CDTF"),
                BeijingTime.StartOf(day).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
            : null));
}
