using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Testing.Archive;

/// <summary>Document information and XMP say the same of every field that both can hold (6.7.3), and the file says that it is PDF/A-1a (6.7.11).</summary>
internal static partial class MetadataRules
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Id = "http://www.aiim.org/pdfa/ns/id/";

    public static IEnumerable<string> FaultsOf(TaggedPdf file)
    {
        if (file.Xmp is not { } metadata)
            return ["6.7.2: no XMP."];
        using var stream = new MemoryStream(metadata.GetXmlBytes().ToArray());
        var xmp = XDocument.Load(stream); // In UTF-8, which PdfPig's own reading of it takes for another.
        var information = file.Information;
        (string Field, string? Information, string? Xmp)[] fields =
        [
            ("part", "1", Simple(xmp, Id + "part")),
            ("conformance", "A", Simple(xmp, Id + "conformance")),
            ("Title", information.Title, Entry(xmp, Dc + "title")),
            ("Author", information.Author, Entry(xmp, Dc + "creator")),
            ("Subject", information.Subject, Entry(xmp, Dc + "description")),
            ("Keywords", information.Keywords, Simple(xmp, Pdf + "Keywords")),
            ("Creator", information.Creator, Simple(xmp, Xmp + "CreatorTool")),
            ("Producer", information.Producer, Simple(xmp, Pdf + "Producer")),
            ("CreationDate", Date(information.CreationDate), Simple(xmp, Xmp + "CreateDate")),
            ("ModDate", Date(information.ModifiedDate), Simple(xmp, Xmp + "ModifyDate")),
        ];
        return [.. fields.Where(field => field.Information != field.Xmp).Select(field => $"6.7.3: {field.Field} is “{field.Information}” in the information and “{field.Xmp}” in XMP.")];
    }

    private static string? Simple(XDocument xmp, XName name) => xmp.Descendants(name).SingleOrDefault()?.Value;

    private static string? Entry(XDocument xmp, XName name) => xmp.Descendants(name).SingleOrDefault()?.Descendants(Rdf + "li").Single().Value;

    /// <summary>D:20120725090000+08'00' as XMP writes it; both apostrophes belong to it (PDF Reference 1.4, 3.8.2).</summary>
    private static string? Date(string? pdf) => pdf is null
        ? null
        : DateTimeOffset.ParseExact(Form().Replace(pdf, "$1$2"), "'D:'yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(D:\d{14}[+-]\d\d)'(\d\d)'$")]
    private static partial Regex Form();
}
