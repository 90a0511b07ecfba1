namespace Typesetting.Pages;

/// <summary>Moves width between columns where that makes the rows of a table lower, by an estimate of how many lines each cell takes.</summary>
internal sealed class ColumnBalance
{
    /// <summary>Of a longer table, so many rows stand for all; fewer where many columns make many moves to try.</summary>
    private const int MostRows = 120;

    private const int FewestRows = 10;
    private const int RowsBySquareOfColumns = 4000;

    private const int MostMoves = 40;

    /// <summary>In place of a column's number.</summary>
    private const int All = -1;

    /// <summary>Widths moved at once, in ems: one may save no line where two do. What a column misses to break no line comes beside them.</summary>
    private static readonly double[] Steps = [1, 2, 3];

    private readonly ColumnDemands demands;
    private readonly double em;
    private readonly int columns;

    /// <summary>Widths of the cells' texts, row by row; 0 where a cell is blank or covers several columns.</summary>
    private readonly List<double> texts = [];

    public ColumnBalance(ColumnDemands demands, double em, IReadOnlyList<ShapedRow> body)
    {
        (this.demands, this.em, columns) = (demands, em, demands.Natural.Length);
        var rows = Math.Clamp(RowsBySquareOfColumns / (columns * columns), FewestRows, MostRows);
        var every = (body.Count + rows - 1) / rows;
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
        var (height, best, trial) = (Height(widths), new double[columns], new double[columns]);
        for (var move = 0; move < MostMoves; move++)
        {
            var mostSaved = 0.0;
            for (var to = 0; to < columns; to++)
                for (var step = 0; step <= Steps.Length && limits[to] < double.MaxValue && widths[to] < demands.Natural[to]; step++)
                {
                    var by = step < Steps.Length ? Steps[step] * em : demands.Natural[to] - widths[to];
                    for (var from = All; from < columns; from++)
                    {
                        widths.CopyTo(trial, 0);
                        if (from == to || !Move(trial, limits, from, to, by))
                            continue;
                        var saved = (height - Height(trial)) / by;
                        if (saved <= mostSaved)
                            continue;
                        mostSaved = saved;
                        trial.CopyTo(best, 0);
                    }
                }

            if (mostSaved <= 0)
                return;
            best.CopyTo(widths, 0);
            height = Height(widths);
        }
    }

    /// <summary>Takes width from one column, or from all that have more than they need, each by what it has.</summary>
    private bool Move(double[] widths, double[] limits, int from, int to, double by)
    {
        var slack = 0.0;
        for (var i = 0; i < columns; i++)
            slack += Slack(i);
        if (slack < by)
            return false;
        var share = by / slack;
        for (var i = 0; i < columns; i++)
            widths[i] -= Slack(i) * share;
        widths[to] += by;
        return true;

        double Slack(int column) =>
            column == to || (from != All && column != from) ? 0 : Math.Max(0, widths[column] - (from == All ? Math.Max(limits[column], demands.Natural[column]) : limits[column]));
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
                    most = Math.Max(most, Lines(texts[row + i], Math.Max(em, widths[i] - demands.Around + 0.01)));
            sum += most;
        }

        return sum;
    }

    /// <summary>A broken line of Chinese holds whole characters.</summary>
    private int Lines(double text, double room) => text <= room ? 1 : (int)Math.Ceiling((text - 0.01) / (Math.Floor(room / em) * em));
}
