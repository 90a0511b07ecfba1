using Typesetting.Content;

namespace Typesetting.Charts;

/// <summary>Refuses charts that the page has no room for.</summary>
internal static class ChartRoom
{
    /// <summary>In points: in less, bars cannot be compared.</summary>
    private const double Narrowest = 60;

    /// <param name="width">Left for bars or columns, in points.</param>
    /// <exception cref="ContentException">It is too little.</exception>
    public static void Require(double width)
    {
        if (width < Narrowest)
            throw Refusal("版心太窄", "the text area is too narrow");
    }

    public static ContentException Refusal(string chinese, string english) => new($"图表不能绘制：{chinese}。 The chart cannot be drawn: {english}.");
}
