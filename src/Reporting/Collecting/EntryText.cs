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

    /// <summary>Why a text is refused that is stored but not printed; null when it is not.</summary>
    public static Refusal? Check(string? text, string field) => text is null ? null : CheckStored(text, field, MostCharacters);

    /// <summary>The same for a text of at most <paramref name="most"/> characters.</summary>
    public static Refusal? CheckStored(string text, string field, int most) => Length(text, field, most) ?? Invisible(text, field);

    /// <summary>Why a text is refused that a bulletin takes over; null when it is not.</summary>
    public static Refusal? Check(string? text, string field, ICharacterRepertoire characters) =>
        text is null ? null : CheckShort(text, field, MostCharacters, characters);

    /// <summary>The same for a text of at most <paramref name="most"/> characters.</summary>
    public static Refusal? CheckShort(string text, string field, int most, ICharacterRepertoire characters) =>
        CheckStored(text, field, most) ?? Missing(text, field, characters);

    private static Refusal? Length(string text, string field, int most) => text.Length > most
        ? new Refusal("text-too-long", field, $"文字共{text.Length}个字符，超过{most}个。", $"The text has {text.Length} characters; at most {most} are taken.")
        : null;

    private static Refusal? Invisible(string text, string field)
    {
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

    private static Refusal? Missing(string text, string field, ICharacterRepertoire characters)
    {
        if (characters.FirstMissing(text) is not { } missing)
            return null;
        var at = text.IndexOf(missing.ToString(), StringComparison.Ordinal) + 1;
        return new Refusal(
            "character-not-printable",
            field,
            $"第{at}个字符“{missing}”（U+{missing.Value:X4}）通报所用字体中没有，请改用其他文字。",
            $"Character {at}, '{missing}' (U+{missing.Value:X4}), is not in the font of the bulletins; use other words.");
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
