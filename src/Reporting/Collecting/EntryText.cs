using System.Globalization;
using System.Text;

namespace Reporting.Collecting;

/// <summary>What a text in an entry may be: at most 4,000 characters, line feeds as the only control character, nothing that does not print.</summary>
internal static class EntryText
{
    /// <summary>In UTF-16 characters, as Table Storage counts them; a character outside the basic plane counts twice.</summary>
    public const int MostCharacters = 4_000;

    /// <summary>Without outer white space, line ends as line feeds; null when nothing is left.</summary>
    public static string? Cleaned(string? text)
    {
        var cleaned = text?.ReplaceLineEndings("\n").Trim();
        return string.IsNullOrEmpty(cleaned) ? null : cleaned;
    }

    /// <summary>Why the text is refused; null when it is not.</summary>
    public static Refusal? Check(string? text, string field)
    {
        if (text is null)
            return null;
        if (text.Length > MostCharacters)
            return new Refusal("text-too-long", field, $"文字共{text.Length}个字符，超过{MostCharacters}个。", $"The text has {text.Length} characters; at most {MostCharacters} are taken.");
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done)
                return Refused($"U+{(int)text[i]:X4}", i, field);
            if (rune.Value != '\n' && !Prints(rune))
                return Refused($"U+{rune.Value:X4}", i, field);
            i += length;
        }
        return null;
    }

    // Format characters are invisible: pasted zero-width spaces, byte order marks and direction overrides, which would falsify what is printed.
    private static bool Prints(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static Refusal Refused(string character, int index, string field) =>
        new(
            "character-not-allowed",
            field,
            $"第{index + 1}个字符（{character}）不可打印，请删除。",
            $"Character {index + 1} ({character}) cannot be printed; remove it.");
}
