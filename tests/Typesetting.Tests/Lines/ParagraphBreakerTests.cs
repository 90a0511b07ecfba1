using CsCheck;
using Typesetting.Content;

namespace Typesetting.Tests.Lines;

/// <summary>How justified lines come to their width. Lengths by arithmetic: 28 squares of 156 mm / 28, glyphs of 16 pt, half squares of 8 pt.</summary>
public sealed class ParagraphBreakerTests
{
    private const double Half = 8;
    private static readonly double Pitch = PageLayout.Official.Pitch;
    private static readonly double Width = PageLayout.Official.TextWidth;

    [Fact]
    public void Line_SqueezesItsMarksEvenly_WhenThatHoldsWhatARuleWouldCarryOver()
    {
        using var set = new TextSet();
        // The 29th square is a full stop.
        var line = set.Break("国国，国国国、国国国；国国国：" + new string('国', 13) + "。民民民", Width, Alignment.Justify, 0)[0];

        Assert.Equal(29, line.Count);
        // Its blank half lies in the margin; what still sticks out is shared by four marks.
        var taken = (Pitch - Half) / 4;
        Assert.Equal([2, 6, 10, 14], set.GapsOf(line).Select((gap, i) => (gap, i)).Where(g => g.gap < -0.01).Select(g => g.i));
        Assert.All(set.GapsOf(line).Where(gap => gap < -0.01), gap => Assert.Equal(-taken, gap, 0.001));
    }

    [Fact]
    public void Line_SqueezesMarksBesideEachOtherTwiceAsMuch()
    {
        using var set = new TextSet();
        var line = set.Break("国国》，国国国、国国国；国国国：" + new string('国', 12) + "。民民民", Width, Alignment.Justify, 0)[0];

        var taken = (Pitch - Half) / 6;
        Assert.Equal(29, line.Count);
        // Behind 》 (it and ， are beside each other) two shares, behind ， 、 ； ： one each; 》 fills a little more than half its square.
        var gaps = set.GapsOf(line);
        Assert.Equal(-2 * taken, gaps[2], 0.05);
        Assert.All((int[])[3, 7, 11, 15], i => Assert.Equal(-taken, gaps[i], 0.05));
    }

    [Theory]
    [InlineData("（快报数），国", 0)]
    [InlineData("5（快报数），国", 1)]
    public void MarksBesideEachOther_CloseUp_WhereDigitsKeepTheLineFromTheGrid(string text, int halves)
    {
        using var set = new TextSet();
        foreach (var alignment in (Alignment[])[Alignment.Justify, Alignment.Left])
        {
            var line = set.Break(text, Width, alignment, 0)[0];

            Assert.Equal(-halves * Half, set.GapsOf(line).Sum(), 0.001);
            Assert.Equal(set.StretchedWidth(line), line.Width, 0.001);
        }
    }

    [Fact]
    public void Line_SpreadsItsGaps_WhenItHasTooLittleToSqueeze()
    {
        using var set = new TextSet();
        var lines = set.Break(new string('国', 28) + "。" + new string('民', 20), Width, Alignment.Justify, 0);

        Assert.Equal(27, lines[0].Count);
        Assert.All(set.GapsOf(lines[0]).SkipLast(1), gap => Assert.Equal(Pitch / 26, gap, 0.001));
    }

    [Fact]
    public void Line_HangsTheBlankHalfOfItsLastMark_AndLeavesAllElseAlone()
    {
        using var set = new TextSet();
        var digits = set.Break("2012", Width, Alignment.Left, 0)[0].Width;
        var before = (int)((Width - digits) / Pitch);
        var text = new string('国', before) + "2012，民民民民";
        Assert.InRange((before * Pitch) + digits + Pitch, Width + 0.1, Width + Half);

        var line = set.Break(text, Width, Alignment.Justify, 0)[0];

        Assert.Equal(before + 5, line.Count);
        Assert.All(set.GapsOf(line), gap => Assert.Equal(0, gap));
    }

    [Fact]
    public void Line_StretchesBesideDigitsThreeTimesAsMuchAsElsewhere()
    {
        using var set = new TextSet();
        var line = set.Break("国国国国国国国12国国国国国国国国国345国国国国国国国国国国国国国国国国", Width, Alignment.Justify, 0)[0];

        var gaps = set.GapsOf(line);
        Assert.Equal(gaps[6], 3 * gaps[0], 0.001);
        Assert.True(gaps[0] > 0);
        Assert.Equal(Width, set.StretchedWidth(line), 0.01);
    }

    [Fact]
    public void LastLine_IsNotOneCharacter_WhenTheLineBeforeCanGiveOrTake()
    {
        using var set = new TextSet();
        var lines = set.Break("国国，国国国、国国国；国国国：国国国，" + new string('国', 9) + "民。", Width, Alignment.Justify, 0);

        // Greedily broken, “民。” would be left.
        Assert.DoesNotContain(lines, line => line.Count < 3);
    }

    [Fact]
    public void Lines_StandOnTheGrid_WhenNoRuleMovesACharacter()
    {
        // A mark never falls on the first place of a line, an opening one never on the last.
        Gen.Int[0, 11].Array[60, 300].Sample(picks =>
        {
            var text = "";
            foreach (var pick in picks)
            {
                var place = text.Length % 28;
                text += pick switch
                {
                    0 when place > 0 => "，",
                    1 when place > 0 => "。",
                    2 when place is > 0 and < 27 => "（",
                    3 when place > 0 => "》",
                    _ => "国",
                };
            }

            // A last line of one character would be taken into the line before.
            text += new string('国', text.Length % 28 is 0 or > 2 ? 0 : 2);
            using var set = new TextSet();
            var lines = set.Break(text, Width, Alignment.Justify, 0);
            Assert.All(lines.SkipLast(1), line => Assert.Equal((28, true), (line.Count, line.Fit.IsNatural)));
        });
    }

    [Fact]
    public void Ink_StaysInTheTextArea_AndNeverTouches_ForAnyText() => AnyText.Sample(text =>
    {
        using var set = new TextSet();
        foreach (var line in set.Break(text, Width, Alignment.Justify, 2))
        {
            var right = 0.0;
            foreach (var (from, to) in set.InkOf(line))
            {
                // Outlines reach past their own squares by a hair in any font.
                Assert.True(from > right - 0.35, $"“{set.TextOf(line)}”: ink begins at {from:0.00}, before {right:0.00}.");
                right = to;
            }

            Assert.InRange(right, 0, Width + 0.01);
        }
    });

    [Fact]
    public void Lines_FillTheWidth_ForAnyTextAndIndent() => Gen.Select(AnyText, Gen.Int[-3, 3]).Sample((text, indent) =>
    {
        using var set = new TextSet();
        var lines = set.Break(text, Width, Alignment.Justify, indent);
        foreach (var line in lines.SkipLast(1))
        {
            var end = line.Offset + set.StretchedWidth(line);
            var hangs = set.LastBlankOf(line);
            Assert.True(end <= Width + hangs + 0.02, $"“{set.TextOf(line)}” sticks out by {end - Width:0.00}.");
            Assert.True(end >= Width - 0.02 || line.Fit.Short > 0, $"“{set.TextOf(line)}” ends {Width - end:0.00} early.");
        }

        // What ends early does so because no way of breaking this text avoids it.
        if (lines.SkipLast(1).Any(line => line.Fit.Short > 0))
            Assert.False(set.CanFill(text, Width, indent * Pitch), $"“{text}” could fill its lines.");
    });

    [Theory]
    [InlineData(Alignment.Left, "新能源汽车产业", "新能源汽车|产业")]
    [InlineData(Alignment.Left, "推动新材料产业任务1", "推动新材料产|业任务1")]
    [InlineData(Alignment.Left, "国国国国国国国国国国国国国国", "国国国国国国|国国国国国国|国国")]
    [InlineData(Alignment.Left, "收入（待核）", "收入（待核）")]
    [InlineData(Alignment.Left, "国国国国任务12，国国国", "国国国国任务|12，国国国")]
    [InlineData(Alignment.Centre, "年度计划投资额", "年度计划|投资额")]
    [InlineData(Alignment.Centre, "国国国国国国国国国国国国国国", "国国国国国|国国国国国|国国国国")]
    public void Lines_AreAsFewAsCanBe_AndLeaveNoneAlone_WhenTheyAreNotJustified(Alignment alignment, string text, string lines)
    {
        using var set = new TextSet();

        Assert.Equal(lines, string.Join('|', set.Break(text, (6 * Pitch) + 0.1, alignment, 0).Select(set.TextOf)));
    }

    [Fact]
    public void Measure_CountsABlankInsideANumber_ButNoneAtAnEnd()
    {
        using var set = new TextSet();

        Assert.Equal(set.Break("1 092.6", Width, Alignment.Left, 0)[0].Width, set.Unbreakable("1 092.6  国"), 0.001);
    }

    [Fact]
    public void English_FillsItsLines_ByItsBlanks()
    {
        using var set = new TextSet();
        const string text = "The quick brown fox jumps over the lazy dog while seven wizards pack five dozen liquor jugs and a judge vexes the quiet boxing champion of the northern province.";
        var lines = set.Break(text, Width, Alignment.Justify, 2);

        Assert.True(lines.Count > 2);
        Assert.All(lines.SkipLast(1), line => Assert.Equal(Width, line.Offset + set.StretchedWidth(line), 0.02));
        Assert.Equal(text.Split(' '), lines.SelectMany(line => set.TextOf(line).Split(' ')));
    }

    [Fact]
    public void Address_IsPartedBehindASlash_WhenNoLineHoldsIt()
    {
        using var set = new TextSet();
        var lines = set.Break("网址：http://www.henan.gov.cn/zwgk/tongbao/qiche/2012/0725/shangbannian/jinzhan/index.html?period=2012Q2", Width, Alignment.Justify, 2);

        Assert.True(lines.Count > 1);
        Assert.All(lines.SkipLast(1), line => Assert.Contains(set.TextOf(line)[^1], "/?=："));
    }

    [Theory]
    [InlineData("国民，（", 10_000)]
    [InlineData("x", 40_000)]
    [InlineData("x。", 20_000)]
    public void Break_EndsAndLosesNothing_WhenTheTextIsVeryLong(string piece, int times)
    {
        using var set = new TextSet();
        var lines = set.Break(string.Concat(Enumerable.Repeat(piece, times)), Width, Alignment.Justify, 2);

        Assert.Equal(piece.Length * times, lines.Sum(line => line.Count));
    }

    private static Gen<string> AnyText { get; } = Gen.OneOf<string>(
        "全省", "工业", "（", "）", "《", "》", "“", "”", "，", "。", "、", "；", "：", "……", "——", "2012年", "47.5%", "1 092.6亿元", "GDP", "12个百分点", "完成", "第3期", "豫政〔2012〕5号",
        "高速列车").Array[1, 60].Select(string.Concat);
}
