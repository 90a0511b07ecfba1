using Typesetting.Content;

namespace Typesetting.Tests.Pages;

public sealed class ListTests
{
    private static readonly double Left = Length.Millimetres(28);
    private static readonly double Pitch = Length.Millimetres(156) / 28;

    /// <summary>Of each the first character of the label and of the text, in full-width characters from the left margin.</summary>
    [Theory]
    [InlineData("一、", 2, 4)]
    [InlineData("①", 2, 4)]
    [InlineData("1.", 2, 3)]
    [InlineData("（12）", 2, 6)]
    public void Text_HangsOnTheGrid_BesideItsLabel(string label, int labelAt, int textAt)
    {
        var lines = Written.LinesOf(Written.Of(new ItemList([new ListItem(label, new string('文', 60))])).Pages()[0]);

        Assert.True(lines.Count > 2);
        Assert.Equal(Left + (labelAt * Pitch), lines[0][0].StartBaseLine.X, 0.05);
        Assert.All(lines, line => Assert.Equal(Left + (textAt * Pitch), line.First(letter => letter.Value == "文").StartBaseLine.X, 0.05));
        Assert.Equal(28 - textAt, lines[0].Count(letter => letter.Value == "文"));
    }

    [Fact]
    public void Texts_BeginBelowEachOther_WhenLabelsDifferInWidth()
    {
        var lines = Written.LinesOf(Written.Of(new ItemList([new ListItem("9.", "文"), new ListItem("（10）", "文"), new ListItem("", "文")])).Pages()[0]);

        Assert.All(lines, line => Assert.Equal(Left + (6 * Pitch), line[^1].StartBaseLine.X, 0.05));
    }

    [Fact]
    public void ItemsUnderAnItem_BeginWhereItsTextBegins()
    {
        var list = new ItemList([new ListItem("一、", "甲") { Items = [new ListItem("①", "乙"), new ListItem("②", "丙")] }, new ListItem("二、", "丁")]);
        var lines = Written.LinesOf(Written.Of(list).Pages()[0]);

        Assert.Equal(["一、甲", "①乙", "②丙", "二、丁"], lines.Select(Written.TextOf));
        Assert.Equal([4, 4, 4], new[] { lines[0][^1], lines[1][0], lines[2][0] }.Select(letter => Math.Round((letter.StartBaseLine.X - Left) / Pitch, 2)));
    }

    [Fact]
    public void LabelWidth_IsTakenAsGiven()
    {
        var lines = Written.LinesOf(Written.Of(new ItemList([new ListItem("●", "文")]) { Indent = 0, LabelWidth = 1.5 }).Pages()[0]);

        Assert.Equal(Left + (1.5 * Pitch), lines[0][1].StartBaseLine.X, 0.05);
    }

    [Fact]
    public void Item_LeavesNoLineAlone_AtFootOrHeadOfAPage()
    {
        for (var before = 1; before <= 22; before++)
        {
            var above = new Paragraph(new string('前', 28 * before)) { FirstLineIndent = 0 };
            var pages = Written.Of(above, new ItemList([new ListItem("一、", new string('国', 24 * 5))])).Pages();

            Assert.All(pages, page => Assert.NotEqual(1, Written.LinesOf(page).Count(line => line[^1].Value == "国")));
        }
    }

    [Fact]
    public void List_SetsNothing_WhenItHasNoItems() => Assert.Empty(Written.LinesOf(Written.Of(new ItemList([])).Pages()[0]));
}
