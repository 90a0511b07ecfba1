namespace Typesetting.Pages;

/// <summary>Moves width between columns where that makes the rows of a table lower, by an estimate of how many lines each cell takes.</summary>
internal sealed class ColumnBalance
{
    /// <summary>Of a longer table, so many rows stand for all.</summary>
    private const int MostRows = 120;

    private const int MostMoves = 40;

    /// <summary>Widths moved at once, in ems: one may save no line where two do.</summary>
    private static readonly double[] Steps = [1, 2, 3];

    private readonly ColumnDemands demands;
    private readonly double em;
    private readonly int columns;

    /// <summary>Widths of the cells' texts, row by row; 0 where a cell is blank or covers several columns.</summary>
    private readonly List<double> texts = [];

    public ColumnBalance(ColumnDemands demands, double em, IReadOnlyList<ShapedRow> body)
    {
        (this.demands, this.em, columns) = (demands, em, demands.Natural.Length);
        var every = (body.Count + MostRows - 1) / MostRows;
        for (var row = 0; row < body.Count; row += every)
        {
            var from = texts.Count;
            for (var i = 0; i < columns; i++)
                texts.Add(0);
            foreach (var cell in body[row].Cells)
                if (cell.Cell.ColumnSpan == 1)
                    texts[from + cell.Column] = cell.Natural + cell.Lead;
        }
    }

    /// <param name="limits">By column, below which width it gives nothing away.</param>
    public void Improve(double[] widths, double[] limits)
    {
        var height = Height(widths);
        for (var move = 0; move < MostMoves; move++)
        {
            var (best, from, to, by) = (0.0, 0, 0, 0.0);
            for (var i = 0; i < columns; i++)
                for (var j = 0; j < columns; j++)
                    foreach (var step in Steps)
                    {
                        if (i == j || limits[i] == double.MaxValue || widths[i] >= demands.Natural[i] || widths[j] - (step * em) < limits[j])
                            continue;
                        var saved = (height - HeightAfter(widths, j, i, step * em)) / step;
                        if (saved > best)
                            (best, from, to, by) = (saved, j, i, step * em);
                    }

            if (best <= 0)
                return;
            (widths[from], widths[to]) = (widths[from] - by, widths[to] + by);
            height = Height(widths);
        }
    }

    private int HeightAfter(double[] widths, int from, int to, double by)
    {
        (widths[from], widths[to]) = (widths[from] - by, widths[to] + by);
        var height = Height(widths);
        (widths[from], widths[to]) = (widths[from] + by, widths[to] - by);
        return height;
    }

    /// <summary>Of all rows, in lines.</summary>
    private int Height(double[] widths)
    {
        var sum = 0;
        for (var row = 0; row < texts.Count; row += columns)
        {
            var most = 1;
            for (var i = 0; i < columns; i++)
                if (texts[row + i] > 0)
                    most = Math.Max(most, (int)Math.Ceiling((texts[row + i] - 0.01) / Math.Max(em, widths[i] - demands.Around)));
            sum += most;
        }

        return sum;
    }
}
