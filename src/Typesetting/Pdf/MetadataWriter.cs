using System.Globalization;
using System.Security;
using System.Text;
using Typesetting.Content;

namespace Typesetting.Pdf;

/// <summary>Writes what the file says of itself twice, as document information and as XMP, so that both agree (ISO 19005-1, 6.7.3).</summary>
internal sealed class MetadataWriter(PdfFile file, DocumentInformation information)
{
    private const string Producer = "Typesetting";

    /// <exception cref="TextException">A character that XMP or a text string cannot hold.</exception>
    /// <exception cref="ContentException">Text that is too long, or no language tag.</exception>
    public static void Check(DocumentInformation information)
    {
        foreach (var (field, text) in ((string, string?)[])[
            ("标题 (Title)", information.Title), ("作者 (Author)", information.Author), ("主题 (Subject)", information.Subject),
            ("关键词 (Keywords)", information.Keywords), ("编写程序 (Creator)", information.Creator)])
        {
            SettableText.Require(text ?? "");
            if (text is not null && (text.Length > PdfBuffer.MostCharacters || text.Contains('\n', StringComparison.Ordinal)))
                throw new ContentException($"文档信息的{field}须为一行，不超过{PdfBuffer.MostCharacters}个字符。 Document information: {field} must be one line of at most {PdfBuffer.MostCharacters} characters.");
        }

        var language = information.Language;
        // Letters only: PDF/A-1 takes the tags of RFC 1766 (ISO 19005-1, 6.8.4), which had no digits yet.
        if (language.Length is < 2 or > 35 || Array.Exists(language.Split('-'), tag => tag.Length is 0 or > 8 || !tag.All(char.IsAsciiLetter)))
            throw new ContentException($"文档信息的语言“{language}”不是语言标记（RFC 1766，由字母组成，如 zh-CN）。 Document information: Language '{language}' is not a language tag (RFC 1766, of letters, such as zh-CN).");
    }

    public int WriteInformation()
    {
        var number = file.NewObject();
        var buffer = file.Begin(number).Raw("<</Title "u8).TextString(information.Title).Raw("/Author "u8).TextString(information.Author);
        if (information.Subject is { } subject)
            buffer.Raw("/Subject "u8).TextString(subject);
        if (information.Keywords is { } keywords)
            buffer.Raw("/Keywords "u8).TextString(keywords);
        if (information.Creator is { } creator)
            buffer.Raw("/Creator "u8).TextString(creator);
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

    /// <summary>XMP is left uncompressed, as archives ask (ISO 19005-1, 6.7.2).</summary>
    public int WriteXmp()
    {
        var number = file.NewObject();
        var xmp = new StringBuilder(2048);
        xmp.Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
        xmp.Append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n");
        Simple(xmp, "pdfaid:part", "1");
        Simple(xmp, "pdfaid:conformance", "A");
        Alternatives(xmp, "dc:title", information.Title);
        xmp.Append("<dc:creator><rdf:Seq><rdf:li>").Append(Escape(information.Author)).Append("</rdf:li></rdf:Seq></dc:creator>\n");
        Simple(xmp, "dc:format", "application/pdf");
        xmp.Append("<dc:language><rdf:Bag><rdf:li>").Append(information.Language).Append("</rdf:li></rdf:Bag></dc:language>\n");
        if (information.Subject is { } subject)
            Alternatives(xmp, "dc:description", subject);
        if (information.Keywords is { } keywords)
            Simple(xmp, "pdf:Keywords", Escape(keywords));
        if (information.Creator is { } creator)
            Simple(xmp, "xmp:CreatorTool", Escape(creator));
        Simple(xmp, "pdf:Producer", Producer);
        if (information.Created is { } created)
        {
            var date = created.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
            Simple(xmp, "xmp:CreateDate", date);
            Simple(xmp, "xmp:ModifyDate", date);
        }

        xmp.Append("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
        file.Stream(number, Encoding.UTF8.GetBytes(xmp.ToString()), "/Type/Metadata/Subtype/XML", compress: false);
        return number;
    }

    private static void Simple(StringBuilder xmp, string name, string escaped) =>
        xmp.Append('<').Append(name).Append('>').Append(escaped).Append("</").Append(name).Append(">\n");

    private static void Alternatives(StringBuilder xmp, string name, string value) =>
        xmp.Append('<').Append(name).Append("><rdf:Alt><rdf:li xml:lang=\"x-default\">").Append(Escape(value)).Append("</rdf:li></rdf:Alt></").Append(name).Append(">\n");

    private static string Escape(string value) => SecurityElement.Escape(value);
}
