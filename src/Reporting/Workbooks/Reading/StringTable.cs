using System.Text;
using System.Xml;

namespace Reporting.Workbooks.Reading;

/// <summary>The workbook's string table (ECMA-376, 18.4), to which cells refer by number, and how a string is put together from its runs.</summary>
internal static class StringTable
{
    public static List<string> Read(PackageFile package, string part)
    {
        using var xml = package.OpenXml(part) ?? throw new WorkbookException(WorkbookFault.Broken);
        var texts = new List<string>();
        xml.MoveToContent();
        xml.Read();
        while (!xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                texts.Add(TextOf(xml));
            else
                xml.Read();
        }
        return texts;
    }

    /// <summary>The text of the element that the reader stands on, formatting and phonetic guides left aside; moves behind it.</summary>
    public static string TextOf(XmlReader xml)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }
        var text = new StringBuilder();
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
                xml.Skip();
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
                text.Append(xml.ReadElementContentAsString());
            else
                xml.Read();
        }
        xml.Read();
        return EscapedText.Decode(text.ToString());
    }
}
