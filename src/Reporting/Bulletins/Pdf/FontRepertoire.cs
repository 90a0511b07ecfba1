using System.Text;
using Reporting.Collecting;
using Typesetting.Content;
using Typesetting.Fonts;

namespace Reporting.Bulletins.Pdf;

/// <summary>The characters that the configured fonts have and that Typesetting sets. Of an entry only running text is taken over, so the body font decides.</summary>
public sealed class FontRepertoire(FontSet fonts) : ICharacterRepertoire
{
    public Rune? FirstMissing(string text)
    {
        foreach (var character in text.EnumerateRunes())
        {
            if (!SettableText.Takes(character))
                return character;
        }
        return fonts.Body.FirstMissing(text) is { } missing ? new Rune(missing) : null;
    }
}
