using Typesetting.Content;
using Typesetting.Content.Charts;
using Typesetting.Pdf;

namespace Typesetting.Charts;

/// <summary>The texts of columns and groups: level where there is room, else smaller, else reading upward, all values alike and all names alike.</summary>
internal sealed class ColumnTexts
{
    /// <summary>小五 and 六号, in points: what text may shrink to.</summary>
    private static readonly double[] Sizes = [9, 7.5];

    /// <summary>A name of more lines stands upright.</summary>
    private const int MostNameLines = 3;

    /// <summary>In points: the longest text that reads upward.</summary>
    private const double LongestUpward = 110;

    /// <summary>In points: between two texts that stand level.</summary>
    private const double Between = 3;

    /// <summary>Share of its size that a line takes when lines stand close.</summary>
    private const double Tight = 1.05;

    private readonly ChartLabel[][] values;
    private readonly ChartLabel[] names;
    private readonly bool valuesUpward;
    private readonly bool namesUpward;

    private ColumnTexts((ChartLabel[][] Labels, bool Upward) values, (ChartLabel[] Labels, bool Upward) names)
    {
        (this.values, valuesUpward) = values;
        (this.names, namesUpward) = names;
        NameHeight = names.Labels.Max(label => Extent(label, namesUpward));
    }

    /// <summary>Of the tallest name, in points.</summary>
    public double NameHeight { get; }

    /// <summary>Width of the widest value set level, in points.</summary>
    public static double Widest(ColumnChart chart, ChartText text) => chart.Groups.Max(group => group.Columns.Max(column => text.Set(column.Text).Width));

    /// <summary>Height of a column's text, in points.</summary>
    public double ExtentOf(int group, int column) => Extent(values[group][column], valuesUpward);

    /// <param name="slot">Width of a group, in points.</param>
    /// <param name="advance">Distance between two columns, in points.</param>
    public static ColumnTexts Of(ColumnChart chart, ChartText text, double slot, double advance) => new(Values(chart, text, advance), Names(chart, text, slot));

    /// <param name="y">The column's end.</param>
    public void DrawValue(PageCanvas canvas, int group, int column, double x, double y, bool below)
    {
        var label = values[group][column];
        var top = below ? y : y - Extent(label, valuesUpward);
        // A white ground, so that no line of the scale runs through the text.
        var half = (valuesUpward ? label.Style.Size : label.Width) / 2;
        if (label.Width > 0)
            canvas.FillRectangle(x - half, top + 1, 2 * half, Extent(label, valuesUpward) - 2, Colour.White);
        if (valuesUpward)
            label.DrawUpward(canvas, x, y, below ? 1 : 0);
        else
            label.Draw(canvas, x, top, 0.5);
    }

    public void DrawName(PageCanvas canvas, int group, double x, double top)
    {
        if (namesUpward)
            names[group].DrawUpward(canvas, x, top, 1);
        else
            names[group].Draw(canvas, x, top, 0.5);
    }

    private static double Extent(ChartLabel label, bool upward) => upward ? label.Width : label.Height;

    private static (ChartLabel[][], bool) Values(ColumnChart chart, ChartText text, double advance)
    {
        foreach (var (sized, upward) in Choices(text))
        {
            ChartLabel[][] labels = [.. chart.Groups.Select(group => (ChartLabel[])[.. group.Columns.Select(column => sized.Set(column.Text))])];
            if (Array.TrueForAll(labels, group => Array.TrueForAll(group, label => upward ? FitsUpward(label, advance) : label.Width + Between <= advance)))
                return (labels, upward);
        }

        var columns = chart.Groups.Count * chart.Series.Count;
        throw text.Place.Refusal($"{columns}根柱太密，数值写不下", $"{columns} columns stand too close for their figures");
    }

    private static (ChartLabel[], bool) Names(ColumnChart chart, ChartText text, double slot)
    {
        foreach (var (sized, upward) in Choices(text))
        {
            ChartLabel[] labels = [.. chart.Groups.Select(group => upward ? sized.Set(group.Label, LongestUpward) : sized.SetBalanced(group.Label, Math.Max(1, slot - Between)))];
            if (Array.TrueForAll(labels, label => upward ? FitsUpward(label, slot) : FitsLevel(label, slot)))
                return (labels, upward);
        }

        throw text.Place.Refusal($"{chart.Groups.Count}组太密，名称写不下", $"{chart.Groups.Count} groups stand too close for their names");
    }

    /// <summary>No word is broken, and broken lines hold two characters at least.</summary>
    private static bool FitsLevel(ChartLabel label, double slot) =>
        label.Lines.Count <= MostNameLines && label.WidestWord + Between <= slot && (label.Lines.Count == 1 || (2 * label.Style.Size) + Between <= slot);

    private static bool FitsUpward(ChartLabel label, double room) =>
        label.Width <= LongestUpward && ((label.Lines.Count - 1) * label.Style.Leading) + (label.Style.Size * Tight) <= room;

    /// <summary>The ways to set a text, the best first.</summary>
    private static IEnumerable<(ChartText Text, bool Upward)> Choices(ChartText text)
    {
        yield return (text, false);
        yield return (text.Sized(Math.Min(text.Style.Size, Sizes[0])), false);
        foreach (var size in Sizes)
            yield return (text.Sized(Math.Min(text.Style.Size, size)), true);
    }
}
