using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Html;

/// <summary>Writes phrases.</summary>
internal static class HtmlWords
{
    /// <summary>Characters; a longer figure may be broken into lines.</summary>
    private const int LongestWhole = 12;

    /// <summary>The text of a phrase; a figure and its unit stay on one line.</summary>
    public static Markup Words(this Markup page, Phrase phrase)
    {
        foreach (var run in phrase.Runs)
        {
            if (IsFigure(run))
                page.Open("span", ("class", "whole")).Lines(run.Text).Close();
            else
                page.Lines(run.Text);
        }
        return page;
    }

    private static bool IsFigure(Run run) =>
        run is { Trace: not null, Text.Length: > 0 and <= LongestWhole } && (char.IsAsciiDigit(run.Text[0]) || run.Text[0] is '+' or '−');
}
