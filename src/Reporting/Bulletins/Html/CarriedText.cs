using System.Globalization;
using System.Text;

namespace Reporting.Bulletins.Html;

/// <summary>What an HTML file can carry of a text.</summary>
internal static class CarriedText
{
    /// <summary>
    /// The text with every character replaced by U+FFFD that HTML forbids or a parser would drop (control characters, noncharacters, lone
    /// surrogates), or that would turn the order of what follows (bidirectional controls), so that it is seen that something stood there.
    /// A tabulator becomes a space; every line end becomes a line feed.
    /// </summary>
    public static string Of(string text)
    {
        var carried = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n").EnumerateRunes())
            carried.Append(Carried(character).ToString());
        return carried.ToString();
    }

    private static Rune Carried(Rune character) => character.Value switch
    {
        '\n' => character,
        '\t' => new Rune(' '),
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => Rune.ReplacementChar,
        >= 0xFDD0 and <= 0xFDEF => Rune.ReplacementChar,
        _ when (character.Value & 0xFFFE) == 0xFFFE => Rune.ReplacementChar,
        _ when Rune.GetUnicodeCategory(character) == UnicodeCategory.Control => Rune.ReplacementChar,
        _ => character,
    };
}
