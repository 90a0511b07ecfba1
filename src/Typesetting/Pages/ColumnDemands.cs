using Typesetting.Content;

namespace Typesetting.Pages;

/// <summary>What the cells of a table ask of its columns' widths, in points, the blank beside the text included.</summary>
internal sealed class ColumnDemands
{
    /// <summary>In ems: a column of body cells is no narrower where it has so much text, and one headed by words of this length does not break them.</summary>
    private const double ShortestLine = 4;

    private const double HeadWord = 6;

    private readonly Table table;

    /// <summary>A stretch longer than half the table has to be broken somewhere.</summary>
    private readonly double longest;

    public ColumnDemands(Table table, double width)
    {
        (this.table, longest) = (table, width / 2);
        Around = (2 * table.CellPadding) + 0.5;
        Natural = new double[table.Columns.Count];
        Readable = new double[table.Columns.Count];
        Unbroken = new double[table.Columns.Count];
        Least = Math.Max(table.Style.Size, table.HeaderStyle.Size) + (2 * table.CellPadding);
    }

    /// <summary>Beside the text of every cell.</summary>
    public double Around { get; }

    /// <summary>Room for the largest character, after a light where there are lights.</summary>
    public double Least { get; private set; }

    /// <summary>By column: no line is broken.</summary>
    public double[] Natural { get; }

    /// <summary>By column: head words are whole, and lines are no shorter than a few characters.</summary>
    public double[] Readable { get; }

    /// <summary>By column: numbers and words are whole.</summary>
    public double[] Unbroken { get; }

    public void Add(IReadOnlyList<ShapedRow> header, IReadOnlyList<ShapedRow> body)
    {
        foreach (var row in header.Concat(body))
            foreach (var cell in row.Cells)
                foreach (var run in cell.Cell.Runs)
                    Least = Math.Max(Least, cell.Lead + (run.Size ?? table.Style.Size) + (2 * table.CellPadding));
        Add(header, HeadWord * table.HeaderStyle.Size, spanning: false);
        Add(body, ShortestLine * table.Style.Size, spanning: false);
        Add(header, HeadWord * table.HeaderStyle.Size, spanning: true);
        Add(body, ShortestLine * table.Style.Size, spanning: true);
    }

    private void Add(IReadOnlyList<ShapedRow> rows, double shortest, bool spanning)
    {
        foreach (var row in rows)
            foreach (var cell in row.Cells)
                if (cell.Cell.ColumnSpan > 1 == spanning && (cell.Text.Count > 0 || cell.Lead > 0))
                    Add(cell, shortest);
    }

    private void Add(ShapedCell cell, double shortest)
    {
        var natural = cell.Natural + cell.Lead + Around;
        var unbroken = Math.Min(natural, Math.Min(cell.Unbreakable + cell.Lead + Around, longest * cell.Cell.ColumnSpan));
        Raise(Natural, cell, natural);
        Raise(Unbroken, cell, unbroken);
        Raise(Readable, cell, Math.Max(unbroken, Math.Min(natural, shortest + cell.Lead + Around)));
    }

    /// <summary>What a cell over several columns asks beyond what they have is shared out among those that may grow.</summary>
    private void Raise(double[] demand, ShapedCell cell, double wanted)
    {
        if (cell.Cell.ColumnSpan == 1)
        {
            demand[cell.Column] = Math.Max(demand[cell.Column], wanted);
            return;
        }

        var (missing, growing) = (wanted, 0);
        for (var i = cell.Column; i < cell.Column + cell.Cell.ColumnSpan; i++)
        {
            missing -= table.Columns[i].Points ?? Math.Max(demand[i], Least);
            growing += table.Columns[i].Points is null ? 1 : 0;
        }

        for (var i = cell.Column; i < cell.Column + cell.Cell.ColumnSpan && missing > 0; i++)
            if (table.Columns[i].Points is null)
                demand[i] = Math.Max(demand[i], Least) + (missing / growing);
    }
}
