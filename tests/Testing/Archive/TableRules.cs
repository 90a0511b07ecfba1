using UglyToad.PdfPig.Tokens;

namespace Testing.Archive;

/// <summary>A table is a grid: with the cells that cover several rows or columns, every row has as many columns (PDF Reference 1.4, 9.7.4 and 9.7.5).</summary>
internal static class TableRules
{
    public static IEnumerable<string> FaultsOf(TaggedPdf file) => file.Elements.Where(element => element.Type == "Table").SelectMany(table => Table(file, table));

    private static IEnumerable<string> Table(TaggedPdf file, TaggedElement table)
    {
        var children = table.Children.SelectMany(child => child.Type == "NonStruct" ? child.Children : [child]).ToList();
        for (var i = 0; i < children.Count; i++)
            if (children[i].Type != "TR" && (children[i].Type != "Caption" || i > 0))
                yield return $"Table {table.Number} holds a {children[i].Type}.";
        var rows = children.Where(child => child.Type == "TR").ToList();
        var columns = -1;
        List<(int Across, int Down)> going = []; // Cells that began above, and how many rows more they cover.
        foreach (var row in rows)
        {
            var width = going.Sum(cell => cell.Across);
            going = [.. going.Select(cell => cell with { Down = cell.Down - 1 }).Where(cell => cell.Down > 0)];
            foreach (var cell in row.Children)
            {
                var attributes = file.Dictionary(cell.Dictionary.Data.GetValueOrDefault("A"));
                var (across, down) = (Span(file, attributes, "ColSpan"), Span(file, attributes, "RowSpan"));
                width += across;
                if (down > 1)
                    going.Add((across, down - 1));
                if (cell.Type is not ("TH" or "TD"))
                    yield return $"Row {row.Number} holds a {cell.Type}.";
                if (cell.Type == "TH" && file.Name(attributes?.Data.GetValueOrDefault("Scope")) is not ("Column" or "Row"))
                    yield return $"Header cell {cell.Number} does not say of what it is the head.";
            }

            if (columns >= 0 && width != columns)
                yield return $"Row {row.Number} of table {table.Number} has {width} columns, not {columns}.";
            columns = columns < 0 ? width : columns;
        }

        if (going.Count > 0)
            yield return $"A cell of table {table.Number} covers rows that are not there.";
    }

    private static int Span(TaggedPdf file, DictionaryToken? attributes, string name) => file.Number(attributes?.Data.GetValueOrDefault(name)) ?? 1;
}
