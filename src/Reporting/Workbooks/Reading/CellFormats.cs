using System.Globalization;
using System.Xml;

namespace Reporting.Workbooks.Reading;

/// <summary>What the cell formats of a workbook make of a number: a number, a percentage or a date.</summary>
internal static class CellFormats
{
    /// <summary>One kind for each format that cells refer to by its number.</summary>
    public static List<CellKind> Read(PackageFile package, string part)
    {
        using var xml = package.OpenXml(part) ?? throw new WorkbookException(WorkbookFault.Broken);
        var codes = new Dictionary<int, string>();
        var numbers = new List<int>();
        var inCells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && Number(xml.GetAttribute("numFmtId")) is { } own)
                codes[own] = xml.GetAttribute("formatCode") ?? "";
            else if (inCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                numbers.Add(Number(xml.GetAttribute("numFmtId")) ?? 0);
        }
        return [.. numbers.Select(n => codes.TryGetValue(n, out var code) ? KindOf(code) : KindOf(n))];
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The formats that every program knows by number (ISO/IEC 29500-1, 18.8.30), those of Chinese editions among them.</summary>
    private static CellKind KindOf(int builtIn) => builtIn switch
    {
        9 or 10 => CellKind.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => CellKind.Date,
        _ => CellKind.Number,
    };

    /// <summary>By the code's letters; what stands in quotation marks or brackets, or behind a backslash, is only shown.</summary>
    internal static CellKind KindOf(string code)
    {
        var percent = false;
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = End(code, '"', i);
                    break;
                case '[' when i + 1 < code.Length && char.ToLowerInvariant(code[i + 1]) is 'h' or 'm' or 's':
                    return CellKind.Date;
                case '[':
                    i = End(code, ']', i);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '%':
                    percent = true;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'm' or 'M' or 'h' or 'H' or 's' or 'S':
                    return CellKind.Date;
                default:
                    // "General" has none of these letters; 年月日 stand unquoted in Chinese codes beside y, m and d.
                    break;
            }
        }
        return percent ? CellKind.Percent : CellKind.Number;
    }

    private static int End(string code, char mark, int from)
    {
        var end = code.IndexOf(mark, from + 1);
        return end < 0 ? code.Length : end;
    }
}
