using Reporting.Bulletins;
using Reporting.Bulletins.Documents;

namespace Reporting.Tests.Bulletins.Word;

/// <summary>What a block says, a piece for each paragraph and cell, in the order in which it is read.</summary>
internal static class Pieces
{
    public static IEnumerable<string> Of(Block block) => block switch
    {
        MastheadBlock b => [.. Given(b.Secrecy), b.Programme, string.Join('　', b.Name.AsEnumerable()), b.Number.Text, b.Office + b.Date.Text],
        TitleBlock b => [string.Concat(b.Lines.Select(line => line.Text))],
        HeadingBlock b => [b.Text.Text],
        ParagraphBlock b => [b.Lead?.Text + b.Text.Text],
        TableBlock b => [b.Caption.Text, .. b.Columns.Select(column => column.Head), .. b.Rows.SelectMany(row => row.Cells).Select(Cell)],
        FigureBlock b => [b.Alternative.Text, b.Caption.Text],
        NoteBlock b => [b.Text.Text],
        SignatureBlock b => [b.Office, b.Date.Text],
        DistributionBlock b => [.. b.Lines.Select(line => line.Whole.Text), .. Given(b.Copies)],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "Not read here."),
    };

    private static string[] Given(Phrase phrase) => phrase.IsEmpty ? [] : [phrase.Text];

    private static string Cell(TableCell cell) => cell.Light switch
    {
        Light.Green => "● ",
        Light.Yellow => "▲ ",
        Light.Red => "■ ",
        _ => "",
    } + cell.Text.Text;
}
