using CsCheck;
using Typesetting.Content;
using Typesetting.Fonts;
using UglyToad.PdfPig.Content;

namespace Typesetting.Tests.Pages;

/// <summary>Documents of any blocks and sizes: refused, or set with all of their text inside the text area, on pages of which there are not too many.</summary>
public sealed class RandomSizeTests
{
    private const char FirstCharacter = '一';
    private const char JoinedCharacter = '鑫';
    private static readonly PageLayout Layout = PageLayout.Official with { PageNumbers = false };

    /// <summary>Mostly what a writer may want, now and then what nobody can.</summary>
    private static readonly Gen<double> Size = Gen.Frequency(
        (60, Gen.Double[0, 3]), (10, Gen.Double[0, 40]), (1, Gen.Double[0, 700]), (1, Gen.OneOf(Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity), Gen.Const(-1.0), Gen.Const(1e9))));

    private static readonly Gen<TextStyle> Style = Gen.Frequency(
        (6, Gen.OneOf(Gen.Const(OfficialStyles.Body), Gen.Const(OfficialStyles.Table), Gen.Const(OfficialStyles.Small), Gen.Const(OfficialStyles.Title))),
        (1, Gen.Select(Gen.Double[1, 90], Gen.Double[0.9, 3], (size, leading) => new TextStyle(FontRole.Body, size) { Leading = size * leading })));

    private static readonly Gen<int> Count = Gen.Frequency((12, Gen.Int[0, 40]), (4, Gen.Int[0, 300]), (1, Gen.Int[0, 4000]));

    /// <summary>A block of so many characters.</summary>
    private static readonly Gen<Func<char, (Block Block, int Characters)>> Part = Gen.Frequency(
        (4, Gen.Select(Count, Style, Size, Size, Gen.Bool, Gen.Bool, (count, style, left, before, keep, together) => (Func<char, (Block, int)>)(c => (
            new Paragraph(new string(c, count)) { Style = style, LeftIndent = left, SpaceBefore = before, KeepWithNext = keep, KeepTogether = together }, count)))),
        (2, Gen.Select(Gen.Int[1, 60], Gen.Int[0, 6], Size, (count, level, after) => (Func<char, (Block, int)>)(c => (new Heading(level, new string(c, count)) { SpaceAfter = after }, count)))),
        (2, Gen.Select(Gen.Int[0, 9], Count, Size, (items, count, indent) => (Func<char, (Block, int)>)(c => (
            new ItemList([.. Enumerable.Repeat(new ListItem("①", new string(c, count)), items)]) { Indent = indent }, items * count)))),
        (3, Tables()),
        (1, Gen.Select(Size, Size, (thickness, height) => (Func<char, (Block, int)>)(_ => (new Rule { Thickness = thickness, SpaceAfter = height }, 0)))),
        (1, Size.Select(height => (Func<char, (Block, int)>)(_ => (new Space(height), 0)))),
        (1, Gen.Const<Func<char, (Block, int)>>(_ => (new PageBreak(), 0))),
        (1, Gen.Select(Count, Size, (count, before) => (Func<char, (Block, int)>)(c => (new PageBottom([new Rule { SpaceBefore = before }, new Paragraph(new string(c, count))]), count)))));

    [Fact]
    public void Document_IsRefusedOrSetWhole_WhateverItsSizes()
    {
        var (refused, set) = (0, 0);
        Part.Array[1, 9].Sample(
            parts =>
            {
                var made = parts.Select((part, i) => part((char)(FirstCharacter + i))).ToList();
                try
                {
                    var written = Written.Of(SampleBulletin.Of([.. made.Select(part => part.Block)]) with { Layout = Layout });
                    RequireWhole(written, [.. made.Select(part => part.Characters)], made.Sum(part => JoinedIn(part.Block)));
                    Interlocked.Increment(ref set);
                }
                catch (ContentException)
                {
                    Interlocked.Increment(ref refused);
                }
            },
            iter: 400,
            threads: 1);

        Assert.InRange(refused, 40, 360);
        Assert.InRange(set, 40, 360);
    }

    private static void RequireWhole(Written written, IReadOnlyList<int> characters, int joined)
    {
        Assert.InRange(written.PageCount, 1, characters.Sum() + joined + (2 * characters.Count) + 1);
        var pages = written.Pages();
        for (var i = 0; i < characters.Count; i++)
            Assert.Equal(characters[i], pages.Sum(page => page.Letters.Count(letter => letter.Value[0] == FirstCharacter + i)));
        // Set again on each page that a joined cell stands on.
        Assert.InRange(pages.Sum(page => page.Letters.Count(letter => letter.Value[0] == JoinedCharacter)), joined, int.MaxValue);
        foreach (var page in pages)
            foreach (var letter in page.Letters)
                RequireInside(page, letter);
    }

    private static int JoinedIn(Block block) => block is Table table
        ? table.Rows.Sum(row => row.Cells.Sum(cell => cell.Runs[0].Text.Count(c => c == JoinedCharacter)))
        : 0;

    private static void RequireInside(Page page, Letter letter)
    {
        var (left, bottom) = (Length.Millimetres(28), page.Height - Length.Millimetres(37 + 225));
        Assert.InRange(letter.StartBaseLine.X, left - 0.02, left + Length.Millimetres(156));
        // A character on the grid may be a little wider than its square.
        Assert.InRange(letter.StartBaseLine.X + letter.PointSize, left, left + Length.Millimetres(156) + 0.3);
        Assert.InRange(letter.StartBaseLine.Y - (0.12 * letter.PointSize), bottom - 0.02, page.Height);
        Assert.InRange(letter.StartBaseLine.Y + (0.88 * letter.PointSize), bottom, page.Height - Length.Millimetres(37) + 0.02);
    }

    private static Gen<Func<char, (Block Block, int Characters)>> Tables() =>
        from columns in Gen.Frequency((10, Gen.Int[1, 6]), (1, Gen.Int[0, 40]))
        from rows in Gen.Frequency((10, Gen.Int[0, 12]), (1, Gen.Int[0, 80]))
        from kinds in Gen.Int[0, 2].Array[columns]
        from widths in Size.Array[columns]
        from counts in Count.Array[rows * columns]
        from joined in Gen.Int[0, 9].Array[rows * columns]
        from padding in Gen.Double[0, 12]
        from header in Gen.Int[0, 3]
        select (Func<char, (Block, int)>)(c =>
        {
            var body = new List<TableRow>();
            var total = 0;
            for (var row = 0; row < rows; row++)
            {
                var cells = new List<TableCell>();
                for (var column = 0; column < columns; column++)
                {
                    var at = (row * columns) + column;
                    var continues = row > 0 && joined[at] > 6;
                    var begins = row + 1 < rows && joined[at + columns] > 6;
                    cells.Add(continues ? new TableCell("") { ContinuesAbove = true } : new TableCell(new string(begins ? JoinedCharacter : c, counts[at] / 4))
                    {
                        Light = joined[at] == 1 ? Light.Green : null,
                        Bar = joined[at] == 2 ? new Bar(widths[column], null, "条") : null,
                    });
                    total += continues || begins ? 0 : counts[at] / 4;
                }

                body.Add(new TableRow(cells));
            }

            var sized = kinds.Select((kind, i) => kind switch
            {
                0 => TableColumn.ByContent,
                1 => TableColumn.OfShare(widths[i]),
                _ => new TableColumn { Points = widths[i] + 20 },
            });
            return (new Table([.. sized], [.. Enumerable.Repeat(new TableRow("栏"), header)], body) { CellPadding = padding, RowPadding = padding / 2 }, total);
        });
}
