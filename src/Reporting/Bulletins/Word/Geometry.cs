namespace Reporting.Bulletins.Word;

/// <summary>The page of GB/T 9704-2012 (5.2) in twentieths of a point: A4, 37 mm above and 28 mm left of a text area of 156 mm by 225 mm.</summary>
internal static class Geometry
{
    public const int Width = 11906;
    public const int Height = 16838;
    public const int Top = 2098;
    public const int Left = 1587;
    public const int TextWidth = 8850;
    public const int TextHeight = 12756;
    public const int Right = Width - Left - TextWidth;
    public const int Bottom = Height - Top - TextHeight;

    /// <summary>The mark's line begins 22 mm below the paper's upper edge.</summary>
    public const int HeaderDistance = 1247;

    /// <summary>The dash of the page number is 7 mm below the text area, its line begins 3 mm below.</summary>
    public const int FooterDistance = 1417;

    public const int CharactersPerLine = 28;

    /// <summary>22 lines a page.</summary>
    public const int LinePitch = TextHeight / 22;

    /// <summary>A character of body text with what stands between two.</summary>
    public const int Character = TextWidth / CharactersPerLine;

    /// <summary>
    /// What is added to a character of 16 pt so that 28 fill a line. It stands in the styles and not in the grid of the page: where a grid's
    /// cell is narrower than a character, LibreOffice gives each character two.
    /// </summary>
    public const int CharacterSpace = Character - 320;

    /// <summary>Of a length in twentieths of a point, in English Metric Units.</summary>
    public static long Emu(int twips) => twips * 635L;
}
