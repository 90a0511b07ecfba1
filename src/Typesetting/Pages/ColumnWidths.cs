using Typesetting.Content;
using Typesetting.Content.Checks;

namespace Typesetting.Pages;

/// <summary>
/// Divides the width of a table: fixed columns first, then those sized by content, then by share; no column is given less than
/// what keeps its words whole and its lines readable while another has more than it needs.
/// </summary>
internal sealed class ColumnWidths(Table table, ColumnDemands demands, double width, ContentPlace place)
{
    /// <summary>In ems: what a column may take from others rather than break its content.</summary>
    private const double MostLent = 3;

    /// <summary>Of the free width, what columns sized by content leave to those of a share at least.</summary>
    private const double LeftToShares = 0.25;

    /// <summary>Of a column's share, what it keeps where less would make the rows lower.</summary>
    private const double ShareKept = 0.75;

    private readonly double[] widths = new double[table.Columns.Count];
    private readonly double[] least = new double[table.Columns.Count];

    /// <exception cref="ContentException">The columns are too many, or the fixed ones too wide, for one character each.</exception>
    public double[] Of(IReadOnlyList<ShapedRow> body)
    {
        var free = width;
        List<int> content = [], shares = [];
        for (var i = 0; i < widths.Length; i++)
        {
            var column = table.Columns[i];
            free -= widths[i] = column.Points ?? 0;
            if (column.Points < demands.Least)
                throw Narrow(i, column.Points ?? 0);
            if (column.Points is null)
                (column.Share is null ? content : shares).Add(i);
        }

        List<int> flexible = [.. content, .. shares];
        flexible.Sort();
        SetLeast(flexible, free);
        SetWanted(content, shares, free);
        Fit(flexible, free);
        LendSlack(flexible);
        if (flexible.Exists(i => widths[i] < demands.Natural[i] - 0.01))
            new ColumnBalance(demands, table.Style.Size, body).Improve(widths, Lendable(flexible, shares));
        return widths;
    }

    /// <summary>What no column goes below: as much of the readable width as there is room for, words whole before that, one character at least.</summary>
    private void SetLeast(List<int> columns, double free)
    {
        var (unbroken, readable) = (Sum(columns, demands.Unbroken), Sum(columns, demands.Readable));
        var single = columns.Count * demands.Least;
        if (single > free + 0.01)
            throw Narrow(columns[0], free / columns.Count);
        foreach (var i in columns)
        {
            var (few, more) = (Math.Max(demands.Least, demands.Unbroken[i]), Math.Max(demands.Least, demands.Readable[i]));
            if (readable <= free)
                least[i] = more;
            else if (unbroken <= free)
                least[i] = few + ((more - few) * Share(free - unbroken, readable - unbroken));
            else
                least[i] = demands.Least + ((few - demands.Least) * Share(free - single, unbroken - single));
        }

        double Sum(List<int> of, double[] demand)
        {
            var sum = 0.0;
            foreach (var i in of)
                sum += Math.Max(demands.Least, demand[i]);
            return sum;
        }
    }

    private static double Share(double part, double whole) => whole <= 0 ? 0 : Math.Clamp(part / whole, 0, 1);

    /// <summary>Columns sized by content hold it unbroken where they can; the others divide the rest by their shares.</summary>
    private void SetWanted(List<int> content, List<int> shares, double free)
    {
        var (natural, parts) = (0.0, 0.0);
        foreach (var i in content)
            natural += Math.Max(demands.Least, demands.Natural[i]);
        foreach (var i in shares)
            parts += table.Columns[i].Share ?? 0;
        var room = shares.Count == 0 ? free : free * (1 - LeftToShares);
        // All columns together take the table's whole width.
        var scale = shares.Count == 0 && natural > 0 && natural < room ? room / natural : 1;
        var excess = Math.Max(0, natural - room);
        var above = 0.0;
        foreach (var i in content)
            above += Math.Max(0, demands.Natural[i] - least[i]);
        foreach (var i in content)
        {
            var own = Math.Max(demands.Least, demands.Natural[i]);
            widths[i] = (own * scale) - (excess * Share(Math.Max(0, demands.Natural[i] - least[i]), above));
            free -= widths[i];
        }

        foreach (var i in shares)
            widths[i] = Math.Max(0, free) * (table.Columns[i].Share ?? 0) / parts;
    }

    /// <summary>Raises columns to their least width; those that have more give it, each by what it has.</summary>
    private void Fit(List<int> columns, double free)
    {
        var (sum, above) = (0.0, 0.0);
        foreach (var i in columns)
        {
            widths[i] = Math.Max(widths[i], least[i]);
            sum += widths[i];
            above += widths[i] - least[i];
        }

        foreach (var i in columns)
            widths[i] -= (sum - free) * Share(widths[i] - least[i], above);
    }

    /// <summary>
    /// A column that misses a character or two to hold its content unbroken takes them from those that have more than they need, the
    /// smallest want first.
    /// </summary>
    private void LendSlack(List<int> columns)
    {
        var most = MostLent * table.Style.Size;
        var natural = demands.Natural;
        foreach (var i in columns.Where(i => natural[i] > widths[i] && natural[i] - widths[i] <= most).OrderBy(i => natural[i] - widths[i]).ThenBy(i => i).ToList())
        {
            var wanted = natural[i] - widths[i];
            var lenders = columns.Where(j => widths[j] > Math.Max(natural[j], least[j])).ToList();
            var slack = lenders.Sum(j => widths[j] - Math.Max(natural[j], least[j]));
            if (slack < wanted)
                continue;
            foreach (var j in lenders)
                widths[j] -= (widths[j] - Math.Max(natural[j], least[j])) * wanted / slack;
            widths[i] = natural[i];
        }
    }

    /// <summary>By column, down to which width it may give to others: a share bends a little, or as far as it is of no use.</summary>
    private double[] Lendable(List<int> columns, List<int> shares)
    {
        var limits = new double[widths.Length];
        Array.Fill(limits, double.MaxValue);
        foreach (var i in columns)
            limits[i] = shares.Contains(i) ? Math.Max(least[i], Math.Min(demands.Natural[i], widths[i] * ShareKept)) : least[i];
        return limits;
    }

    private ContentException Narrow(int column, double points) => place.Part(column + 1, PartKind.Column).Refusal(
        $"宽度只有{ContentPlace.Text(points)}点，放不下一个字（至少{ContentPlace.Text(demands.Least)}点）",
        $"its width is {ContentPlace.Text(points)} points, too few for one character ({ContentPlace.Text(demands.Least)})");
}
