using Typesetting.Content;
using Typesetting.Content.Charts;
using Typesetting.Fonts;
using Typesetting.Pdf;

namespace Typesetting.Tests.Content;

/// <summary>Text that nobody would print, wherever a document holds text: set whole or refused before a byte is written.</summary>
public sealed class BadTextTests
{
    private static readonly TargetChart Chart = new([new TargetRow("甲", 2, 1, null, "一半")], new TargetLegend("完成", "目标", "序时"));

    /// <summary>Every place of a document that takes text.</summary>
    private static readonly (string Name, Func<string, Block> Make)[] Places =
    [
        ("paragraph", text => new Paragraph(text)),
        ("heading", text => new Heading(1, text)),
        ("bookmark", text => new Heading(1, "题") { Bookmark = text }),
        ("label", text => new ItemList([new ListItem(text, "项")])),
        ("item", text => new ItemList([new ListItem("1.", text)])),
        ("item under an item", text => new ItemList([new ListItem("1.", "项") { Items = [new ListItem("①", text)] }])),
        ("parts", text => new PartsLine { Centre = [new Run(text)] }),
        ("imprint", text => new PageBottom([new Paragraph(text)])),
        ("header cell", text => new Table([TableColumn.ByContent], [new TableRow(text)], [])),
        ("cell", text => new Table([TableColumn.OfShare(1), TableColumn.OfShare(3)], [], [new TableRow(text, "乙")])),
        ("table caption", text => new Table([TableColumn.ByContent], [], []) { Caption = [new Run(text)] }),
        ("table summary", text => new Table([TableColumn.ByContent], [], [new TableRow("甲")]) { Summary = text }),
        ("bar", text => new Table([TableColumn.ByContent], [], [new TableRow([new TableCell("甲") { Bar = new Bar(0.5, null, text) }])])),
        ("figure", text => new Figure(Chart, text)),
        ("figure caption", text => new Figure(Chart, "图") { Caption = [new Run(text)] }),
    ];

    public static TheoryData<string> PlaceNames => [.. Places.Select(place => place.Name)];

    public static TheoryData<string> ShownPlaces => ["paragraph", "heading", "item", "item under an item", "parts", "imprint", "header cell", "cell", "table caption"];

    [Theory]
    [MemberData(nameof(PlaceNames))]
    public void Text_IsRefused_WhereItHasACharacterThatCannotBeSet(string place)
    {
        foreach (var bad in (string[])["\u0000", "\t", "\r", "\u0085", "\uD83D", "\uDE00", "\u200F", "\u202E", "\u2028", "\uFEFF", "\u200B", "א", "ا", "\uFFFF"])
            Refuses<TextException>(place, "甲" + bad + "乙");
    }

    [Theory]
    [MemberData(nameof(ShownPlaces))]
    public void Text_IsRefused_WhereTheFontHasNoGlyph(string place)
    {
        foreach (var (character, code) in new[] { ("😀", "U+1F600"), ("\uE000", "U+E000") })
            Assert.Contains(code, Refuses<MissingGlyphException>(place, "甲" + character + "乙").Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ShownPlaces))]
    public void FourThousandCharactersWithoutABreak_AreSetWhole(string place)
    {
        foreach (var character in (string[])["x", "9", "—", "…", "《", "》", "\u00A0"])
        {
            var pages = Written.Of(Make(place, string.Concat(Enumerable.Repeat(character, 4000)))).Pages();

            Assert.InRange(pages.Count, 1, 400);
            var shown = pages.SelectMany(page => page.Letters).Where(letter => letter.Value == character && letter.PointSize is > 14.1 or < 13.9).ToList();
            Assert.Equal(4000, shown.Count);
            Assert.All(shown, letter => Assert.InRange(letter.StartBaseLine.X, Length.Millimetres(28) - 0.05, Length.Millimetres(28 + 156)));
        }
    }

    private static Block Make(string place, string text) => Places.Single(known => known.Name == place).Make(text);

    private static T Refuses<T>(string place, string text)
        where T : Exception
    {
        using var target = new MemoryStream();
        var refusal = Assert.Throws<T>(() => PdfDocument.Write(SampleBulletin.Of(Make(place, text)), TestFonts.Set, target));
        Assert.Equal(0, target.Length);
        return refusal;
    }
}
