using Typesetting.Content;
using Typesetting.Fonts;
using Typesetting.Pdf;

namespace Typesetting.Tests.Content;

/// <summary>What cannot be set is refused before a byte is written, by block and field, in Chinese and English.</summary>
public sealed class ContentCheckTests
{
    private static readonly double[] NoNumbers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
    private static readonly Run[] Text = [new Run("文")];

    /// <summary>Every number of every block, as a way to make the block of a number; with the field's name and numbers beyond its range.</summary>
    private static readonly (string Field, Func<double, Block> Make, double[] Beyond)[] Numbers =
    [
        ("SpaceBefore", x => new Paragraph("文") { SpaceBefore = x }, [-0.01, 640]),
        ("SpaceAfter", x => new Rule { SpaceAfter = x }, [-0.01, 1e300]),
        ("Height", x => new Space(x), [-1, 640]),
        ("Thickness", x => new Rule { Thickness = x }, [0, -1, 640]),
        ("Style.Size", x => new Paragraph("文") { Style = new TextStyle(FontRole.Body, x) { Leading = 20 } }, [0, -16, 0.9, 500]),
        ("Style.Leading", x => new Heading(1, "文") { Style = new TextStyle(FontRole.Body, 16) { Leading = x } }, [0, -1, 15, 640]),
        ("Style.Pitch", x => new PartsLine { Left = Text, Style = new TextStyle(FontRole.Body, 16) { Pitch = x } }, [0, -16, 10, 500]),
        ("Runs.Size", x => new Paragraph([new Run("文") { Size = x }]), [0, -1, 29]),
        ("LeftIndent", x => new Paragraph("文") { LeftIndent = x }, [-0.1, 29]),
        ("RightIndent", x => new Paragraph("文") { RightIndent = x }, [-0.1, 29]),
        ("FirstLineIndent", x => new Paragraph("文") { FirstLineIndent = x }, [-29, 29]),
        ("FirstLineIndent", x => new Heading(1, "文") { FirstLineIndent = x }, [-1, 29]),
        ("Indent", x => new PartsLine { Left = Text, Indent = x }, [-1, 15]),
        ("Indent", x => new ItemList([new ListItem("1.", "文")]) { Indent = x }, [-1, 29]),
        ("LabelWidth", x => new ItemList([new ListItem("1.", "文")]) { LabelWidth = x }, [-1, 29]),
        ("CellPadding", x => Cells(new TableCell("文")) with { CellPadding = x }, [-1, 222]),
        ("RowPadding", x => Cells(new TableCell("文")) with { RowPadding = x }, [-1, 400]),
        ("Border", x => Cells(new TableCell("文")) with { Border = x }, [-1, 21]),
        ("Style.Leading", x => Cells(new TableCell("文")) with { Style = new TextStyle(FontRole.Body, 10) { Leading = x } }, [80]),
        ("Points", x => new Table([new TableColumn { Points = x }], [], []), [0, -1, 443]),
        ("Share", x => new Table([TableColumn.OfShare(x)], [], []), [0, -1, 1e9]),
        ("Share", x => Cells(new TableCell("文") { Bar = new Bar(x, null, "条") }), []),
        ("Mark", x => Cells(new TableCell("文") { Bar = new Bar(0.5, x, "条") }), []),
    ];

    public static TheoryData<int> EachNumber => [.. Enumerable.Range(0, Numbers.Length)];

    public static TheoryData<string, Block> Wrong => new()
    {
        { "Level", new Heading(7, "文") },
        { "Level", new Heading(-1, "文") },
        { "Alignment", new Paragraph("文") { Alignment = (Alignment)9 } },
        { "Style.Font", new Paragraph("文") { Style = new TextStyle((FontRole)9, 16) } },
        { "Runs.Font", new Paragraph([new Run("文") { Font = (FontRole)9 }]) },
        { "indents leave", new Paragraph("文") { LeftIndent = 14, RightIndent = 13.5 } },
        { "outside the left margin", new Paragraph("文") { LeftIndent = 1, FirstLineIndent = -2 } },
        { "Columns", new Table([], [], []) },
        { "Points of the columns", new Table([new TableColumn { Points = 400 }, new TableColumn { Points = 43 }], [], []) },
        { "too few for one character", new Table([.. Enumerable.Repeat(TableColumn.ByContent, 100)], [], []) },
        { "too few for one character", new Table([new TableColumn { Points = 10 }], [], []) },
        { "too few for one character", new Table([new TableColumn { Points = 430 }, TableColumn.OfShare(1)], [], []) },
        { "too few for one character", new Table([new TableColumn { Points = 24 }], [], [new TableRow([new TableCell("甲") { Light = Light.Red }])]) },
        { "both in Points and as a Share", new Table([new TableColumn { Points = 40, Share = 1 }], [], []) },
        { "column 1 on the table has 1", Cells(new TableCell("甲") { ColumnSpan = 2 }) },
        { "ColumnSpan is 0", Cells(new TableCell("甲") { ColumnSpan = 0 }) },
        { "ColumnSpan is 1", new Table([TableColumn.ByContent], [], [new TableRow("甲", "乙")]) },
        { "ColumnSpan is 2147483647", Cells(new TableCell("甲") { ColumnSpan = int.MaxValue }) },
        { "begins and ends in the same columns", Cells(new TableCell("") { ContinuesAbove = true }) },
        { "begins and ends in the same columns", Joined(new TableCell("") { ContinuesAbove = true }, new TableCell("丙")) },
        { "content of its own", Joined(new TableCell("乙") { ContinuesAbove = true, ColumnSpan = 2 }) },
        { "content of its own", Joined(new TableCell("") { ContinuesAbove = true, ColumnSpan = 2, Light = Light.Red }) },
        { "Light", Cells(new TableCell("甲") { Light = (Light)9 }) },
        { "nest deeper", new ItemList([new ListItem("1", "甲") { Items = [new ListItem("2", "乙") { Items = [new ListItem("3", "丙")] }] }]) },
        { "indent and labels leave", new ItemList([new ListItem(new string('标', 27), "甲")]) },
        { "line feed", new ItemList([new ListItem("1\n", "甲")]) },
        { "foot of a page", new PageBottom([new PageBreak()]) },
        { "foot of a page", new PageBottom([new PageBottom([])]) },
        { "Runs", new Paragraph((IReadOnlyList<Run>)null!) },
        { "Runs.Text", new Paragraph([new Run(null!)]) },
        { "Cells", new Table([TableColumn.ByContent], [], [new TableRow((IReadOnlyList<TableCell>)null!)]) },
        { "type Unknown", new Unknown() },
    };

    public static TheoryData<string, PageLayout> WrongLayouts => new()
    {
        { "Layout.Width", PageLayout.Official with { Width = double.NaN } },
        { "Layout.Width", PageLayout.Official with { Width = 14_401 } },
        { "Layout.Height", PageLayout.Official with { Height = 2 } },
        { "Layout.Left", PageLayout.Official with { Left = -1 } },
        { "Layout.Top", PageLayout.Official with { Top = double.PositiveInfinity } },
        { "Layout.TextWidth", PageLayout.Official with { TextWidth = 0 } },
        { "Layout.TextWidth", PageLayout.Official with { TextWidth = 520 } },
        { "Layout.TextHeight", PageLayout.Official with { TextHeight = 740 } },
        { "Layout.LinesPerPage", PageLayout.Official with { LinesPerPage = 0 } },
        { "Layout.CharactersPerLine", PageLayout.Official with { CharactersPerLine = -1 } },
        { "Layout.PageNumberSize", PageLayout.Official with { PageNumberSize = 0 } },
        { "Layout.PageNumberDistance", PageLayout.Official with { PageNumberDistance = 90 } },
    };

    [Theory]
    [MemberData(nameof(EachNumber))]
    public void Number_IsRefusedByBlockAndField_WhenItIsNoneOrOutOfRange(int index)
    {
        var (field, make, beyond) = Numbers[index];

        foreach (var number in NoNumbers.Concat(beyond))
        {
            var message = Refusal(SampleBulletin.Of(new Paragraph("文"), make(number)));
            Assert.Contains("第2块", message, StringComparison.Ordinal);
            Assert.Contains("block 2", message, StringComparison.Ordinal);
            Assert.Contains(field + " ", message, StringComparison.Ordinal);
            Assert.Contains($"（{field}）", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(EachNumber))]
    public void Number_IsTaken_WhenItIsInItsRange(int index)
    {
        var (field, make, _) = Numbers[index];
        double[] good = field is "Style.Leading" or "Style.Pitch" or "Points" ? [20, 24] : [1, 10];

        foreach (var number in good)
            Assert.Equal(1, Written.Of(make(number)).PageCount);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Block_IsRefused_WhenItCannotBeSet(string named, Block block) => Assert.Contains(named, Refusal(SampleBulletin.Of(block)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(WrongLayouts))]
    public void Layout_IsRefused_WhenNoPageCouldHaveIt(string field, PageLayout layout) =>
        Assert.Contains(field, Refusal(SampleBulletin.Of(new Paragraph("文")) with { Layout = layout }), StringComparison.Ordinal);

    [Fact]
    public void Refusal_NamesRowAndCell_InBothLanguages()
    {
        var table = new Table([TableColumn.ByContent], [new TableRow("栏")], [new TableRow("甲"), new TableRow([new TableCell("乙") { Bar = new Bar(double.NaN, null, "条") }])]);

        Assert.Equal(
            "文档不能排版：第2块（页末）中第1块（表格）第2行第1格的条形份额（Share）是NaN，应是有限的数。"
            + " The document cannot be set: block 2 (PageBottom), block 1 (Table), row 2, cell 1: Share is NaN; it must be a finite number.",
            Refusal(SampleBulletin.Of(new Paragraph("文"), new PageBottom([table]))));
    }

    [Fact]
    public void RunningMark_IsRefused_WhenOneLineCannotHoldIt() =>
        Assert.Contains("RunningMark", Refusal(SampleBulletin.Of() with { RunningMark = new string('长', 40) }), StringComparison.Ordinal);

    [Fact]
    public void PageNumberSize_IsRefused_WhereOneLineCannotHoldTheNumber()
    {
        var narrow = PageLayout.Official with { TextWidth = 50, TextHeight = 30, LinesPerPage = 1, CharactersPerLine = 3, PageNumberSize = 12.4 };
        var hundred = Enumerable.Repeat(new Block[] { new PageBreak(), new Paragraph("文") { FirstLineIndent = 0 } }, 100).SelectMany(blocks => blocks);

        Assert.Contains("Layout.PageNumberSize makes '— 100 —'", Refusal(SampleBulletin.Of([.. hundred]) with { Layout = narrow }), StringComparison.Ordinal);
    }

    private static Table Cells(params TableCell[] cells) => new([TableColumn.ByContent], [], [new TableRow(cells)]);

    /// <summary>A row with one cell over two columns, then the given one.</summary>
    private static Table Joined(params TableCell[] below) =>
        new([TableColumn.OfShare(1), TableColumn.OfShare(1)], [], [new TableRow([new TableCell("甲") { ColumnSpan = 2 }]), new TableRow(below)]);

    private static string Refusal(DocumentContent content)
    {
        using var target = new MemoryStream();
        var refusal = Assert.Throws<ContentException>(() => PdfDocument.Write(content, TestFonts.Set, target));
        Assert.Equal(0, target.Length);
        return refusal.Message;
    }

    private sealed record Unknown : Block;
}
