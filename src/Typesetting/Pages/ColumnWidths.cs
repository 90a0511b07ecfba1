using Typesetting.Content;
using Typesetting.Lines;

namespace Typesetting.Pages;

/// <summary>Divides the width of a table: fixed columns first, then by content between what cannot be broken and what needs no break, then by share.</summary>
internal sealed class ColumnWidths(LineBreaker breaker, Table table, double width)
{
    /// <summary>In ems: what a column may take from others rather than break its content.</summary>
    private const double MostLent = 3;

    private readonly double[] natural = new double[table.Columns.Count];
    private readonly double[] least = new double[table.Columns.Count];

    public double[] Of(IEnumerable<ShapedRow> rows)
    {
        foreach (var row in rows)
            foreach (var cell in row.Cells)
                Measure(cell);
        var widths = new double[table.Columns.Count];
        var free = width;
        for (var i = 0; i < widths.Length; i++)
            free -= widths[i] = table.Columns[i].Points ?? 0;
        if (free < 0)
            throw new ArgumentException("The fixed columns are wider than the table.", nameof(rows));
        var byContent = Where(column => column is { Points: null, Share: null });
        var byShare = Where(column => column is { Points: null, Share: not null });
        free -= Content(byContent, widths, byShare.Count == 0 ? free : free - Math.Max(byShare.Sum(i => least[i]), free * 0.25), byShare.Count == 0);
        var shares = byShare.Sum(i => table.Columns[i].Share ?? 0);
        foreach (var i in byShare)
            widths[i] = free * (shares > 0 ? (table.Columns[i].Share ?? 0) / shares : 1.0 / byShare.Count);
        LendSlack(byShare, widths);
        return widths;
    }

    /// <summary>
    /// A column that misses a character or two to hold its content unbroken takes them from those that have more than they need, the
    /// smallest want first.
    /// </summary>
    private void LendSlack(List<int> columns, double[] widths)
    {
        var most = MostLent * table.Style.Size;
        foreach (var i in columns.Where(i => natural[i] > widths[i] && natural[i] - widths[i] <= most).OrderBy(i => natural[i] - widths[i]).ThenBy(i => i).ToList())
        {
            var wanted = natural[i] - widths[i];
            var lenders = columns.Where(j => widths[j] > natural[j]).ToList();
            var slack = lenders.Sum(j => widths[j] - natural[j]);
            if (slack < wanted)
                continue;
            foreach (var j in lenders)
                widths[j] -= (widths[j] - natural[j]) * wanted / slack;
            widths[i] = natural[i];
        }
    }

    private void Measure(ShapedCell cell)
    {
        if (cell.Cell.ColumnSpan > 1)
            return;
        var (whole, unbreakable) = breaker.Measure(cell.Text);
        var around = (2 * table.CellPadding) + cell.Lead + 0.5;
        natural[cell.Column] = Math.Max(natural[cell.Column], whole + around);
        least[cell.Column] = Math.Max(least[cell.Column], Math.Min(unbreakable + around, width / 2));
    }

    /// <summary>Sets the columns sized by content and returns what they take together.</summary>
    private double Content(List<int> columns, double[] widths, double free, bool fill)
    {
        if (columns.Count == 0)
            return 0;
        free = Math.Max(0, free);
        var (wanted, needed) = (columns.Sum(i => natural[i]), columns.Sum(i => least[i]));
        foreach (var i in columns)
        {
            if (wanted <= free)
                widths[i] = fill ? natural[i] * free / Math.Max(wanted, 1e-6) : natural[i];
            else if (needed <= free)
                widths[i] = least[i] + ((natural[i] - least[i]) * (free - needed) / Math.Max(wanted - needed, 1e-6));
            else
                widths[i] = least[i] * free / Math.Max(needed, 1e-6);
        }

        return columns.Sum(i => widths[i]);
    }

    private List<int> Where(Func<TableColumn, bool> condition) => [.. Enumerable.Range(0, table.Columns.Count).Where(i => condition(table.Columns[i]))];
}
