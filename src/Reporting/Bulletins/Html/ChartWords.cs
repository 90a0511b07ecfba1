using System.Text;

namespace Reporting.Bulletins.Html;

/// <summary>Breaks the text of a chart into lines, which SVG does not do by itself. Widths are in full-width characters.</summary>
internal static class ChartWords
{
    private const string WideLetters = "MWmw@%";

    private const string NeverFirst = "，。、；：？！）》”%％";

    private const string NeverLast = "（《“";

    public static decimal Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>Lines of at most so many characters, at least one; words of letters and digits stay whole where a line holds them.</summary>
    public static IReadOnlyList<string> Break(string text, decimal most)
    {
        List<string> lines = [""];
        foreach (var word in Words(text).SelectMany(word => Width(word) <= most ? [word] : word.EnumerateRunes().Select(rune => rune.ToString())))
        {
            if (lines[^1].Length > 0 && Width(lines[^1]) + Width(word) > most)
                lines.Add("");
            lines[^1] += word;
        }
        return lines;
    }

    /// <summary>What is not broken: letters and digits, marks with the character that they stand at.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<StringBuilder>();
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is not { } last || !KeepsTo(last, rune))
                words.Add(new StringBuilder());
            words[^1].Append(rune.ToString());
            before = rune;
        }
        return words.ConvertAll(word => word.ToString());
    }

    private static bool KeepsTo(Rune last, Rune next) =>
        NeverFirst.Contains(next.ToString(), StringComparison.Ordinal) || NeverLast.Contains(last.ToString(), StringComparison.Ordinal)
        || (IsNarrow(last) && IsNarrow(next) && next.Value != ' ' && last.Value != ' ');

    private static bool IsNarrow(Rune rune) => rune.Value < 0x2000;

    /// <summary>Somewhat more than most fonts give it, since nobody knows the reader's.</summary>
    private static decimal Width(Rune rune) => rune switch
    {
        _ when !IsNarrow(rune) => 1m,
        _ when WideLetters.Contains(rune.ToString(), StringComparison.Ordinal) => 1.1m,
        _ when Rune.IsUpper(rune) => 0.8m,
        _ => 0.6m,
    };
}
