namespace Typesetting.Content;

/// <summary>The paper, its text area and the grid of the text, in points; the origin is the upper left corner of the paper.</summary>
public sealed record PageLayout
{
    public required double Width { get; init; }
    public required double Height { get; init; }
    public required double Top { get; init; }
    public required double Left { get; init; }
    public required double TextWidth { get; init; }
    public required double TextHeight { get; init; }
    public required int LinesPerPage { get; init; }
    public required int CharactersPerLine { get; init; }

    /// <summary>From the lower edge of the text area to the upper edge of the page number's dash.</summary>
    public required double PageNumberDistance { get; init; }

    public required double PageNumberSize { get; init; }

    /// <summary>False leaves the page numbers out.</summary>
    public bool PageNumbers { get; init; } = true;

    /// <summary>Distance between two base lines of body text.</summary>
    public double Leading => TextHeight / LinesPerPage;

    /// <summary>Distance between two full-width characters of body text.</summary>
    public double Pitch => TextWidth / CharactersPerLine;

    /// <summary>
    /// GB/T 9704-2012, 5.2: A4, 37 mm above and 28 mm left of a text area of 156 mm by 225 mm,
    /// 22 lines of 28 characters; page number (7.5) in 14 pt, its dash 7 mm below the text area.
    /// </summary>
    public static PageLayout Official { get; } = new()
    {
        Width = Length.Millimetres(210),
        Height = Length.Millimetres(297),
        Top = Length.Millimetres(37),
        Left = Length.Millimetres(28),
        TextWidth = Length.Millimetres(156),
        TextHeight = Length.Millimetres(225),
        LinesPerPage = 22,
        CharactersPerLine = 28,
        PageNumberDistance = Length.Millimetres(7),
        PageNumberSize = 14,
    };
}
