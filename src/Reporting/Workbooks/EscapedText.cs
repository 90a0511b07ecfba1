using System.Globalization;
using System.Text.RegularExpressions;

namespace Reporting.Workbooks;

/// <summary>Characters in the form <c>_x000D_</c>, in which a workbook writes what XML cannot hold (ISO/IEC 29500-1, 22.9.2.19).</summary>
internal static partial class EscapedText
{
    /// <summary>Protects what looks like such a form and is none.</summary>
    public static string Encode(string text) => text.Contains("_x", StringComparison.Ordinal) ? Start().Replace(text, "_x005F_") : text;

    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Form().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    // The closing underscore may open the next such form.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
