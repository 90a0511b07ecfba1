using System.Globalization;

namespace Typesetting.Charts;

/// <summary>Refuses charts that cannot be drawn, in Chinese and English, naming the row or column.</summary>
internal static class ChartCheck
{
    /// <summary>Parts that can be told apart without colour.</summary>
    public const int MostSeries = 6;

    /// <summary>No figure comes near; beyond it a scale loses its digits.</summary>
    private const double Largest = 1e15;

    /// <summary>In points: in less, bars cannot be compared.</summary>
    private const double Narrowest = 60;

    public static void Number(double? value, string chinese, string english, string of)
    {
        if (value is { } number && (!double.IsFinite(number) || Math.Abs(number) > Largest))
            throw Refusal($"“{of}”的{chinese}（{Text(number)}）不是可以绘制的数", $"the {english} of '{of}' ({Text(number)}) is no number that can be drawn");
    }

    public static void NotEmpty(int count, string chinese, string english)
    {
        if (count == 0)
            throw Refusal($"没有{chinese}", $"it has no {english}");
    }

    public static void Series(IReadOnlyList<string> series)
    {
        NotEmpty(series.Count, "系列", "series");
        if (series.Count > MostSeries)
            throw Refusal($"有{series.Count}个系列，最多{MostSeries}个才能区分", $"it has {series.Count} series; at most {MostSeries} can be told apart");
    }

    /// <param name="width">Left for bars or columns, in points.</param>
    public static void Room(double width)
    {
        if (!(width >= Narrowest))
            throw Refusal("版心太窄", "the text area is too narrow");
    }

    public static ArgumentException Refusal(string chinese, string english) => new($"图表不能绘制：{chinese}。 The chart cannot be drawn: {english}.");

    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
