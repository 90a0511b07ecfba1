using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Html;

/// <summary>What each quarter did of each target: bars under each other, the figure at each bar's end.</summary>
internal static class QuarterDrawing
{
    /// <summary>In percent: a slip of the pen must not make a scale.</summary>
    private const decimal Farthest = 1000m;

    /// <summary>Of the width, in percent; the rest is for the figures.</summary>
    private const decimal BarsWidth = 58m;

    private const int Height = 14;
    private const int RowGap = 10;

    public static void Draw(Drawing drawing, QuarterChart chart)
    {
        var percents = chart.Groups.SelectMany(group => group.Columns).Select(column => Drawn(column.Percent)).ToList();
        var least = percents.Append(0m).Min();
        var range = percents.Append(0m).Max() - least;
        drawing.NameAndValue("占年度目标（%）", "");
        foreach (var group in chart.Groups)
        {
            drawing.NameAndValue(group.Name.Text, "");
            var top = drawing.Bottom;
            for (var i = 0; i < group.Columns.Count; i++)
            {
                var (zero, end) = (At(0m), At(Drawn(group.Columns[i].Percent)));
                drawing.Bar(i, zero, end, drawing.Bottom + 3, Height);
                drawing.Text(Math.Max(zero, end), drawing.Bottom, $"{chart.Quarters[i]} {group.Columns[i].Text.Text}", Anchor.Start, after: 6);
                drawing.Skip(Drawing.LineHeight);
            }
            drawing.Down("axis", At(0m), top, drawing.Bottom - top);
            drawing.Skip(RowGap);
        }
        drawing.Skip(-RowGap);

        decimal At(decimal percent) => range == 0m ? 0m : (percent - least) / range * BarsWidth;
    }

    private static decimal Drawn(decimal percent) => Math.Clamp(percent, -Farthest, Farthest);
}
