namespace Reporting.Bulletins.Html;

/// <summary>Draws the light of a table cell: green a disc, yellow a triangle, red a square, each with its word beside it.</summary>
internal static class HtmlLight
{
    /// <summary>The word of a light, for a cell that has none of its own.</summary>
    public static string WordOf(Light light) => light switch
    {
        Light.Green => "绿",
        Light.Yellow => "黄",
        Light.Red => "红",
        _ => throw new ArgumentOutOfRangeException(nameof(light), light, "No word for this light."),
    };

    /// <summary>The shape alone; the word that follows says the same to those who do not see it.</summary>
    public static Markup LightShape(this Markup page, Light light)
    {
        page.Open("svg", ("class", "light"), ("viewBox", "0 0 12 12"), ("aria-hidden", "true"));
        _ = light switch
        {
            Light.Green => page.Leaf("circle", ("class", "green"), ("cx", "6"), ("cy", "6"), ("r", "5.5")),
            Light.Yellow => page.Leaf("path", ("class", "yellow"), ("d", "M6 .7 11.7 11.2H.3Z")),
            _ => page.Leaf("path", ("class", "red"), ("d", "M1 1H11V11H1Z")),
        };
        return page.Close();
    }
}
