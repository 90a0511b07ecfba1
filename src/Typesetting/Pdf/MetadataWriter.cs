using System.Globalization;
using System.Security;
using System.Text;
using Typesetting.Content;

namespace Typesetting.Pdf;

/// <summary>Writes what the file says of itself twice, as document information and as XMP, so that both agree.</summary>
internal sealed class MetadataWriter(PdfFile file, DocumentInformation information)
{
    private const string Producer = "Typesetting";

    public int WriteInformation()
    {
        var number = file.NewObject();
        var buffer = file.Begin(number).Raw("<</Title "u8).TextString(information.Title).Raw("/Author "u8).TextString(information.Author);
        if (information.Subject is { } subject)
            buffer.Raw("/Subject "u8).TextString(subject);
        if (information.Keywords is { } keywords)
            buffer.Raw("/Keywords "u8).TextString(keywords);
        buffer.Raw("/Producer("u8).Text(Producer).Raw(")"u8);
        if (information.Created is { } created)
        {
            var zone = created.ToString("zzz", CultureInfo.InvariantCulture).Replace(':', '\'') + "'";
            var date = "(D:" + created.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + zone + ")";
            buffer.Raw("/CreationDate"u8).Text(date).Raw("/ModDate"u8).Text(date);
        }

        buffer.Raw(">>"u8);
        file.End();
        return number;
    }

    /// <summary>XMP is left uncompressed, as archives ask.</summary>
    public int WriteXmp()
    {
        var number = file.NewObject();
        var xmp = new StringBuilder(2048);
        xmp.Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
        xmp.Append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n");
        xmp.Append("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n");
        Alternatives(xmp, "dc:title", information.Title);
        xmp.Append("<dc:creator><rdf:Seq><rdf:li>").Append(Escape(information.Author)).Append("</rdf:li></rdf:Seq></dc:creator>\n");
        xmp.Append("<dc:format>application/pdf</dc:format>\n");
        if (information.Subject is { } subject)
            Alternatives(xmp, "dc:description", subject);
        if (information.Keywords is { } keywords)
            xmp.Append("<pdf:Keywords>").Append(Escape(keywords)).Append("</pdf:Keywords>\n");
        xmp.Append("<pdf:Producer>").Append(Producer).Append("</pdf:Producer>\n");
        if (information.Created is { } created)
        {
            var date = created.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
            xmp.Append("<xmp:CreateDate>").Append(date).Append("</xmp:CreateDate><xmp:ModifyDate>").Append(date).Append("</xmp:ModifyDate>\n");
        }

        xmp.Append("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
        file.Stream(number, Encoding.UTF8.GetBytes(xmp.ToString()), "/Type/Metadata/Subtype/XML", compress: false);
        return number;
    }

    private static void Alternatives(StringBuilder xmp, string name, string value) =>
        xmp.Append('<').Append(name).Append("><rdf:Alt><rdf:li xml:lang=\"x-default\">").Append(Escape(value)).Append("</rdf:li></rdf:Alt></").Append(name).Append(">\n");

    private static string Escape(string value) => SecurityElement.Escape(value);
}
