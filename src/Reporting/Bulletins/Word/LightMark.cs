namespace Reporting.Bulletins.Word;

/// <summary>
/// How a light stands in a cell: a mark of a shape of its own, coloured on a light ground, before the word. Mark and ground are those of
/// Office's own styles 好, 适中 and 差, whose contrast is above 4.5 : 1.
/// </summary>
internal sealed record LightMark(string Sign, string Colour, string Ground, string Word)
{
    public static LightMark Of(Light light) => light switch
    {
        Light.Green => new("●", "006100", "C6EFCE", "绿"),
        Light.Yellow => new("▲", "9C5700", "FFEB9C", "黄"),
        Light.Red => new("■", "9C0006", "FFC7CE", "红"),
        _ => throw new ArgumentOutOfRangeException(nameof(light), light, "No mark for this light."),
    };
}
