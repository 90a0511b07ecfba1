using Reporting.Bulletins.Documents;

namespace Reporting.Bulletins.Html;

/// <summary>Projects by stage: a bar of parts for each row, all on one scale, and under it what each part counts.</summary>
internal static class StageDrawing
{
    private const int Height = 18;
    private const int RowGap = 12;

    public static void Draw(Drawing drawing, StageChart chart)
    {
        var longest = chart.Rows.Select(WholeOf).DefaultIfEmpty(0).Max();
        foreach (var row in chart.Rows)
        {
            drawing.NameAndValue(row.Name.Text, row.Total.Text);
            if (longest > 0)
                DrawBar(drawing, row, longest);
            drawing.Skip(Height + 4);
            drawing.Legend(row.Counts
                .Select((count, i) => (count.Count, Words: chart.Stages[i] + count.Text.Text, Draw: (Action<int, int>)((left, top) => drawing.Sample(i, left, top))))
                .Where(entry => entry.Count > 0)
                .Select(entry => (entry.Words, entry.Draw)));
            drawing.Skip(RowGap);
        }
        drawing.Skip(-RowGap);
    }

    private static void DrawBar(Drawing drawing, StageRow row, int longest)
    {
        var at = 0m;
        for (var i = 0; i < row.Counts.Count; i++)
        {
            var width = row.Counts[i].Count * 100m / longest;
            if (width > 0m)
                drawing.Bar(i, at, at + width, drawing.Bottom, Height);
            at += width;
        }
    }

    private static int WholeOf(StageRow row) => row.Counts.Sum(count => count.Count);
}
