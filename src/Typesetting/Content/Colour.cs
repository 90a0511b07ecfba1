namespace Typesetting.Content;

/// <summary>An sRGB colour.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static Colour Black => new(0, 0, 0);
    public static Colour Grey => new(96, 96, 96);
    public static Colour White => new(255, 255, 255);

    /// <summary>The red of a masthead and of the rule under it.</summary>
    public static Colour OfficialRed => new(214, 0, 15);
}
