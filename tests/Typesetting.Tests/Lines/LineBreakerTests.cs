using CsCheck;
using Typesetting.Content;
using Typesetting.Fonts;

namespace Typesetting.Tests.Lines;

public sealed class LineBreakerTests
{
    private const string NeverFirst = "。，、；：？！）》〉”’」』】〕］｝〗…·・～－–％‰℃．／々,.;:?!)]}%/";
    private const string NeverLast = "（《〈“‘「『【〔［｛〖￥＄([{¥$／";

    private static readonly double Width = PageLayout.Official.TextWidth;

    [Fact]
    public void Break_KeepsThePunctuationRules_ForAnyText()
    {
        var piece = Gen.OneOf<string>("全省", "工业", "计划", "（", "）", "《", "》", "“", "”", "，", "。", "、", "；", "……", "——", "2012年", "47.5%", "1 092.6亿元", "GDP", "12个百分点", " ", "完成", "第3期");
        piece.Array[1, 120].Select(string.Concat).Sample(text =>
        {
            var lines = Break(text, Alignment.Justify, 2);
            for (var i = 0; i < lines.Count; i++)
            {
                // A run of marks alone that no line holds is the only exception; it is parted anywhere.
                if (i > 0 && lines[i].Length > 0 && lines[i - 1].TrimEnd().Any(c => !NeverFirst.Contains(c, StringComparison.Ordinal) && !NeverLast.Contains(c, StringComparison.Ordinal)))
                    Assert.DoesNotContain(lines[i][0], NeverFirst);
                if (i + 1 < lines.Count && lines[i].TrimEnd().Length > 0 && lines[i + 1].Any(c => !NeverFirst.Contains(c, StringComparison.Ordinal) && !NeverLast.Contains(c, StringComparison.Ordinal)))
                    Assert.DoesNotContain(lines[i].TrimEnd()[^1], NeverLast);
            }

            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("2012年")]
    [InlineData("47.5%")]
    [InlineData("1 092.6亿元")]
    [InlineData("1,092.6万辆")]
    [InlineData("300多亿元")]
    [InlineData("第32期")]
    [InlineData("12:30")]
    [InlineData("PM2.5")]
    [InlineData("……")]
    [InlineData("——")]
    [InlineData("25℃")]
    [InlineData("（《完")]
    public void Break_KeepsItWhole_WhereverItFalls(string unit)
    {
        for (var before = 1; before <= 40; before++)
        {
            var lines = Break(new string('国', before) + unit + new string('民', 40), Alignment.Justify, 0);

            Assert.Contains(lines, line => line.Contains(unit, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData('国', 4000)]
    [InlineData('。', 4000)]
    [InlineData('（', 4000)]
    [InlineData('x', 4000)]
    [InlineData(' ', 4000)]
    public void Break_EndsAndLosesNothing_WhenNothingInTheTextAllowsABreak(char c, int count)
    {
        var lines = Break(new string(c, count), Alignment.Justify, 2);

        Assert.Equal(c == ' ' ? 0 : count, lines.Sum(line => line.Length));
        Assert.All(lines, line => Assert.True(line.Length <= 120));
    }

    [Fact]
    public void Break_FillsTheWidthWithoutExceedingIt_WhenJustified()
    {
        using var set = new TextSet();
        foreach (var sentence in SampleBulletin.Sentences)
        {
            var lines = set.Break(sentence, Width, Alignment.Justify, 2);
            for (var i = 0; i < lines.Count; i++)
            {
                // The blank half of a mark at the end may stand in the margin.
                var blank = "，。、；：）》”".Contains(set.TextOf(lines[i])[^1], StringComparison.Ordinal) ? 8 : 0;
                Assert.InRange(set.StretchedWidth(lines[i]) + lines[i].Offset, i + 1 < lines.Count ? Width - 40 : 0, Width + blank + 0.02);
            }
        }
    }

    [Fact]
    public void Break_DoesNotStretch_WhenFullWidthCharactersFillTheLine()
    {
        using var set = new TextSet();

        var lines = set.Break(new string('国', 56), Width, Alignment.Justify, 0);

        Assert.Equal([28, 28], lines.Select(line => line.Count));
        Assert.All(lines, line => Assert.True(line.Fit.IsNatural));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Break_PutsAtLeastOneCharacterOnALine_WhenTheWidthHoldsNone(double width)
    {
        using var set = new TextSet();

        Assert.Equal(6, set.Break("全省，工业。", width, Alignment.Left, 0).Count);
    }

    [Theory]
    [InlineData("a\u0001b", 1)]
    [InlineData("表\t格", 9)]
    [InlineData("右\u200F左", 0x200F)]
    [InlineData("\uFEFF头", 0xFEFF)]
    [InlineData("零\u200B宽", 0x200B)]
    [InlineData("\u05D0", 0x5D0)]
    [InlineData("段\u2029", 0x2029)]
    public void Shape_NamesTheCodePoint_WhenTextCannotBeSet(string text, int codePoint)
    {
        var error = Assert.Throws<TextException>(() => Break(text, Alignment.Left, 0));

        Assert.Equal(codePoint, error.CodePoint);
        Assert.Contains($"U+{codePoint:X4}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, c => char.IsControl(c) || char.IsSurrogate(c));
    }

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDC00)]
    public void Shape_NamesTheCodeUnit_WhenASurrogateStandsAlone(int unit)
    {
        foreach (var text in (string[])[$"{(char)unit}", $"前{(char)unit}", $"{(char)unit}后"])
            Assert.Equal(unit, Assert.Throws<TextException>(() => Break(text, Alignment.Left, 0)).CodePoint);
    }

    [Fact]
    public void Shape_NamesTheCharacter_WhenTheFontHasNoGlyph()
    {
        var error = Assert.Throws<MissingGlyphException>(() => Break("进展😀", Alignment.Left, 0));

        Assert.Equal(0x1F600, error.CodePoint);
        Assert.Contains("😀", error.Message, StringComparison.Ordinal);
        Assert.Contains("U+1F600", error.Message, StringComparison.Ordinal);
    }

    private static List<string> Break(string text, Alignment alignment, double indent)
    {
        using var set = new TextSet();
        return [.. set.Break(text, Width, alignment, indent).Select(set.TextOf)];
    }
}
