using Testing.Archive;
using Typesetting.Content;

namespace Typesetting.Tests.Pdf;

/// <summary>What a document says: as it was written, and as a reader that cannot see the pages reads the file.</summary>
internal static class Reading
{
    /// <summary>The file's structure from beginning to end; of a figure its alternative text in brackets, not what stands in it.</summary>
    public static string Aloud(TaggedPdf file) => Aloud(file, file.Elements[0]);

    /// <summary>What a block says, lines joined, each list label and each cell for itself; figures, where they are wanted, as their alternative text.</summary>
    public static IEnumerable<string> Pieces(Block block, bool figures) => block switch
    {
        Heading heading => [Text(heading.Runs)],
        Paragraph paragraph => [Text(paragraph.Runs)],
        ItemList list => list.Items.SelectMany(Pieces),
        PartsLine parts => [Text(parts.Left), Text(parts.Centre), Text(parts.Right)],
        Table table => table.Header.Concat(table.Rows).SelectMany(row => row.Cells).Select(cell => Text(cell, figures)).Prepend(Text(table.Caption ?? [])),
        Figure figure => [figures ? $"[{figure.AlternativeText}]" : "", Text(figure.Caption)],
        PageBottom bottom => bottom.Blocks.SelectMany(inner => Pieces(inner, figures)),
        _ => [],
    };

    private static IEnumerable<string> Pieces(ListItem item) => [item.Label, Text(item.Runs), .. item.Items.SelectMany(Pieces)];

    private static string Text(TableCell cell, bool figures) =>
        (figures && cell.Light is { } light ? $"[{"绿黄红无"[(int)light]}灯]" : "") + (figures && cell.Bar is { } bar ? $"[{bar.AlternativeText}]" : "") + Text(cell.Runs);

    private static string Text(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run.Text)).Replace("\n", "", StringComparison.Ordinal);

    private static string Aloud(TaggedPdf file, TaggedElement element) => element.Type == "Figure"
        ? $"[{file.Text(element.Dictionary.Data["Alt"])}]"
        : string.Concat(element.Parts.Select(part => part.Element is { } inner ? Aloud(file, inner) : file.Pages[part.Page].Texts[part.Mark]));
}
