using CsCheck;
using Testing.Archive;
using Typesetting.Content;
using Typesetting.Content.Charts;
using Typesetting.Fonts;

namespace Typesetting.Tests.Pdf;

/// <summary>Any document that is set is one that an archive takes and that is read as it was written.</summary>
public sealed class RandomDocumentTests
{
    private static readonly Gen<string> Text = Gen.OneOf<string>(
        "全省", "汽车产业", "（快报数）", "《行动计划》", "“正常”", "，", "。", "；", "……", "——", "2012年", "47.5%", "1 092.6亿元", "GDP", "12个百分点", "PM2.5", "⼈", "①", "𠂇", " ", "℃")
        .Array[1, 40].Select(string.Concat);

    private static readonly Gen<string> LongText = Gen.Frequency((12, Text), (1, Text.Array[3, 10].Select(string.Concat)), (1, Gen.Const("")));

    private static readonly Gen<IReadOnlyList<Run>> Runs = Gen.Select(LongText, Gen.Enum<FontRole>(), Gen.Bool, (text, font, plain) => new Run(text) { Font = plain ? null : font })
        .Array[1, 3].Select(runs => (IReadOnlyList<Run>)runs);

    private static readonly Gen<TextStyle> Style = Gen.OneOf<TextStyle>(OfficialStyles.Body, OfficialStyles.Small, OfficialStyles.Table, OfficialStyles.Title);

    private static readonly Gen<Block> AnyParagraph = Gen.Select(Runs, Style, Gen.Enum<Alignment>(), Gen.Int[0, 4], Gen.Bool, (runs, style, alignment, indent, together) =>
        (Block)new Paragraph(runs) { Style = style, Alignment = alignment, LeftIndent = indent, KeepTogether = together });

    private static readonly Gen<Block> AnyHeading = Gen.Select(Gen.Int[0, 6], Text, (level, text) => (Block)new Heading(level, text));

    private static readonly Gen<ListItem> Item = Gen.Select(Gen.OneOf<string>("1.", "（一）", "●", ""), LongText, (label, text) => new ListItem(label, text));

    private static readonly Gen<Block> AnyList = Gen.Select(Item, Item.Array[0, 2], (item, inner) => item with { Items = inner })
        .Array[1, 4].Select(items => (Block)new ItemList(items));

    private static readonly Gen<TableCell> Cell = Gen.Select(Runs, Gen.Int[0, 8], (runs, kind) => new TableCell(runs)
    {
        Light = kind < 4 ? (Light)kind : null,
        Bar = kind is 3 or 4 ? new Bar(0.4, 0.5, "完成四成") : null,
    });

    private static readonly Gen<Block> AnyTable = Gen.Select(Gen.Int[1, 4], Gen.Int[0, 2], Runs, Gen.Bool).SelectMany((columns, header, caption, names) =>
        Gen.Select(Rows(columns).Array[header], Rows(columns).Array[0, 12]).Select((head, body) => (Block)new Table(
            [.. Enumerable.Range(0, columns).Select(i => new TableColumn { IsHeader = names && i == 0 })], Joined(head), Joined(body))
        {
            Caption = caption,
        }));

    private static readonly Gen<Block> AnyFigure = Gen.Select(Gen.Double[0, 150].Array[1, 8], Text, (shares, caption) => (Block)new Figure(
        new TargetChart([.. shares.Select((share, i) => new TargetRow($"第{i + 1}项", 100, i == 3 ? null : share, 50, i == 3 ? "未报" : "已报"))], new TargetLegend("完成", "目标", "序时")),
        "完成情况")
    {
        Caption = [caption],
    });

    private static readonly Gen<Block> AnyOther = Gen.OneOf(
        Gen.Select(Text, Text, (left, right) => (Block)new PartsLine { Left = [left], Right = [right] }),
        Gen.Const<Block>(new Rule()),
        Gen.Const<Block>(new PageBreak()),
        Gen.Double[0, 300].Select(height => (Block)new Space(height)),
        AnyParagraph.Array[1, 3].Select(blocks => (Block)new PageBottom(blocks)));

    private static readonly Gen<Block[]> Blocks = Gen.Frequency((4, AnyParagraph), (2, AnyHeading), (2, AnyList), (3, AnyTable), (1, AnyFigure), (2, AnyOther)).Array[0, 8];

    [Fact]
    public void AnyDocument_KeepsTheRulesOfLevelA_AndReadsAsItWasWritten() => Blocks.Sample(
        blocks =>
        {
            var bytes = Written.Of(blocks).Bytes;
            Assert.Empty(ArchiveRules.FaultsOf(bytes));
            using var file = new TaggedPdf(bytes);
            // A blank at the end of a line is not drawn.
            Assert.Equal(WithoutBlanks(string.Concat(blocks.SelectMany(block => Reading.Pieces(block, true)))), WithoutBlanks(Reading.Aloud(file)));
        },
        iter: 100);

    /// <summary>Cells as wide as one or more columns, all together as wide as the table; and whether the first goes on from above.</summary>
    private static Gen<(TableCell[] Cells, bool GoesOn)> Rows(int columns) => Gen.Select(Cell.Array[columns], Gen.Int[0, (1 << columns) - 1], Gen.Int[0, 3], (cells, joints, goesOn) =>
    {
        var row = new List<TableCell> { cells[0] };
        for (var i = 1; i < columns; i++)
        {
            if (i > 1 && (joints & (1 << i)) != 0)
                row[^1] = row[^1] with { ColumnSpan = row[^1].ColumnSpan + 1 };
            else
                row.Add(cells[i]);
        }

        return (row.ToArray(), goesOn == 0);
    });

    private static TableRow[] Joined((TableCell[] Cells, bool GoesOn)[] rows) =>
        [.. rows.Select((row, i) => new TableRow(i > 0 && row.GoesOn ? [new TableCell("") { ContinuesAbove = true }, .. row.Cells.Skip(1)] : row.Cells))];

    private static string WithoutBlanks(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
