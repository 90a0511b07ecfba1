using System.Diagnostics;
using Testing.Documents;
using Typesetting.Content;
using Typesetting.Fonts;

namespace Benchmarks.Engines;

/// <summary>A table of 3,000 rows, and how many times one of 300 rows it takes: ten, where the time grows with the rows alone.</summary>
internal static class LongTableFigures
{
    private const int Rows = 300;
    private const int Rounds = 7;

    internal static void Run()
    {
        var fonts = TenPages.Fonts();
        var (some, many) = (Document(Rows), Document(10 * Rows));
        Milliseconds(some, fonts);
        Milliseconds(many, fonts);
        List<(double Some, double Many)> times = [.. Enumerable.Range(0, Rounds).Select(_ => (Milliseconds(some, fonts), Milliseconds(many, fonts)))];
        FiguresCommand.Line("typesetting: a table of 3,000 rows", FiguresCommand.Median(times.Select(t => t.Many)), "ms");
        FiguresCommand.Line("typesetting: a table of 3,000 rows against one of 300", FiguresCommand.Median(times.Select(t => t.Many / t.Some)), "times");
    }

    /// <summary>The rows of the ten pages' tables, over and over, each with its number.</summary>
    private static DocumentContent Document(int rows)
    {
        var content = TenPages.Read();
        List<Table> tables = [.. content.Blocks.OfType<Table>()];
        List<TableRow> pool = [.. tables.SelectMany(table => table.Rows)];
        return content with { Blocks = [tables[0] with { Rows = [.. Enumerable.Range(0, rows).Select(i => Row(i + 1, pool[i % pool.Count]))] }] };
    }

    private static TableRow Row(int number, TableRow row) => new([new TableCell(FormattableString.Invariant($"{number}")), .. row.Cells.Skip(1)]);

    private static double Milliseconds(DocumentContent content, FontSet fonts)
    {
        var began = Stopwatch.GetTimestamp();
        TenPages.Write(content, fonts);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
