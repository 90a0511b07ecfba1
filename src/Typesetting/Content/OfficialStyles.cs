using Typesetting.Fonts;

namespace Typesetting.Content;

/// <summary>The text styles of an official document after GB/T 9704-2012 (7.2 and 7.3), set on the grid of <see cref="PageLayout.Official"/>.</summary>
public static class OfficialStyles
{
    /// <summary>三号 (16 pt), 22 lines a page, 28 characters a line.</summary>
    public static TextStyle Body { get; } = OnGrid(FontRole.Body);

    /// <summary>二号 (22 pt): the document's title.</summary>
    public static TextStyle Title { get; } = new(FontRole.Title, 22) { Leading = 35 };

    /// <summary>“一、” in Hei.</summary>
    public static TextStyle Heading1 { get; } = OnGrid(FontRole.Heading);

    /// <summary>“（一）” in Kai.</summary>
    public static TextStyle Heading2 { get; } = OnGrid(FontRole.Kai);

    /// <summary>小四 (12 pt) for tables.</summary>
    public static TextStyle Table { get; } = new(FontRole.Body, 12) { Leading = 17 };

    public static TextStyle TableHeader { get; } = new(FontRole.Heading, 12) { Leading = 17 };

    /// <summary>小四 (12 pt): what stands above a table or below a figure.</summary>
    public static TextStyle Caption { get; } = new(FontRole.Heading, 12) { Leading = 20 };

    /// <summary>五号 (10.5 pt): the text in charts.</summary>
    public static TextStyle Chart { get; } = new(FontRole.Body, 10.5) { Leading = 14 };

    /// <summary>四号 (14 pt): imprint lines (报、送、发), notes.</summary>
    public static TextStyle Small { get; } = new(FontRole.Body, 14) { Leading = 24 };

    /// <summary>The red name at the head of an official paper; the size is chosen by its length (<c>with { Size = … }</c>).</summary>
    public static TextStyle Masthead { get; } = new(FontRole.Title, 36) { Leading = 56, Colour = Colour.OfficialRed };

    private static TextStyle OnGrid(FontRole font) =>
        new(font, 16) { Leading = PageLayout.Official.Leading, Pitch = PageLayout.Official.Pitch };
}
