using System.Text;
using Reporting.Collecting;

namespace Reporting.Workbooks;

/// <summary>
/// Texts as they come out of cells: people paste them from documents and web pages, with line ends, tabs and fixed spaces of every kind.
/// All white space but line feeds becomes a plain space; what else is invisible stays, and is refused where the entry is checked.
/// </summary>
internal static class CellTexts
{
    /// <summary>Null when nothing but white space is left.</summary>
    public static string? Cleaned(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var cleaned = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
            cleaned.Append(character is '\t' or '\u00A0' or '\u202F' or '\u2007' ? ' ' : character is '\v' or '\r' ? '\n' : character);
        var result = cleaned.ToString().Trim();
        return result.Length == 0 ? null : result;
    }

    /// <summary>A stored content as it will read when it comes back from cells that nobody changed.</summary>
    public static EntryContent AsInCells(EntryContent content) => content with
    {
        Progress = Cleaned(content.Progress),
        NextStep = Cleaned(content.NextStep),
        Note = Cleaned(content.Note),
        Figures = [.. content.Figures.Select(f => f with { Unit = Cleaned(f.Unit) ?? "", MissingReason = Cleaned(f.MissingReason) })],
        Problems = [.. content.Problems.Select(p => p with { Text = Cleaned(p.Text) ?? "", HelpAsked = Cleaned(p.HelpAsked) })],
        Projects = [.. content.Projects.Select(p => p with { Note = Cleaned(p.Note) })],
    };
}
