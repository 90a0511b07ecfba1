using System.Globalization;
using System.Text;

namespace Reporting.Access;

/// <summary>What the short texts about a key may be.</summary>
internal static class KeyRules
{
    /// <summary>Why <paramref name="text"/> is refused; null when it is not.</summary>
    public static Refusal? Check(string text, string field, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Refusal("field-required", field, "此项必填。", "This must be filled in.");
        if (text.Length > most)
            return new Refusal("text-too-long", field, $"不超过{most}个字符。", $"At most {most} characters are taken.");
        return text.EnumerateRunes().Any(IsInvisible)
            ? new Refusal("character-not-allowed", field, "不得含有控制字符或不可见的字符。", "No control characters and no invisible ones are taken.")
            : null;
    }

    // A direction override or a zero-width blank would make one person's name look like another's in the history of an entry.
    private static bool IsInvisible(Rune character) => Rune.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
