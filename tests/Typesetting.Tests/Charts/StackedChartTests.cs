using Typesetting.Content;
using Typesetting.Content.Charts;

namespace Typesetting.Tests.Charts;

public sealed class StackedChartTests
{
    private static readonly string[] Stages = ["投产", "在建"];

    [Fact]
    public void Parts_AreAsLongAsTheirAmounts_OnOneScale()
    {
        var drawn = Drawn.Of(new StackedChart(Stages, [Bar("甲", 30, 10), Bar("乙", 15, 5)]));

        // Dark is the first series, light the second; the legend's swatches are first.
        var (dark, light) = (drawn.DarkBoxes.Skip(1).ToList(), drawn.Boxes(205, 217, 232).Skip(1).ToList());
        Assert.Equal(3, dark[0].Width / light[0].Width, 0.001);
        Assert.Equal(2, dark[0].Width / dark[1].Width, 0.001);
        Assert.Equal(dark[0].Right, light[0].Left, 0.001);
        Assert.Equal(dark[0].Left, dark[1].Left, 0.001);
    }

    [Fact]
    public void LongestBar_IsAsLong_HoweverSmallItsAmount()
    {
        var (smallest, one) = (Drawn.Of(new StackedChart(Stages, [Bar("甲", double.Epsilon, 0)])), Drawn.Of(new StackedChart(Stages, [Bar("甲", 1, 0)])));

        Assert.Equal(one.DarkBoxes[1].Width, smallest.DarkBoxes[1].Width, 0.001);
    }

    [Fact]
    public void Text_StandsInItsPart()
    {
        var drawn = Drawn.Of(new StackedChart(Stages, [Bar("甲", 30, 10)]));
        var part = drawn.DarkBoxes[1];

        Assert.Equal(Drawn.Middle(part), drawn.MiddleOf("30个"), 0.05);
        Assert.InRange(drawn.BaseLineOf("30个"), part.Bottom, part.Top);
    }

    [Fact]
    public void Text_StandsAbove_WhereThePartIsTooNarrow()
    {
        var drawn = Drawn.Of(new StackedChart(["一", "二", "三", "四"], [new StackedBar("甲", [Part(1), Part(1), Part(100), Part(1)], "共103个")]));
        var bar = drawn.DarkBoxes[1];
        var lifted = drawn.Letters.Where(letter => letter.StartBaseLine.Y > bar.Top).Where(letter => letter.Value == "1").ToList();

        Assert.Equal(3, lifted.Count);
        Assert.True(lifted[1].StartBaseLine.X > lifted[0].EndBaseLine.X + 10);
        Assert.Equal(3, drawn.Lines(0.4).Count);
    }

    [Fact]
    public void Bar_LeavesOut_WhatIsZero()
    {
        var drawn = Drawn.Of(new StackedChart(Stages, [Bar("甲", 5, 0)]));

        Assert.Single(drawn.Boxes(205, 217, 232));
        Assert.DoesNotContain("0个", drawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bar_SaysWhyThereIsNone()
    {
        var drawn = Drawn.Of(new StackedChart(Stages, [Bar("甲", 5, 1), new StackedBar("乙", [], "未报"), new StackedBar("丙", [Part(0), Part(0)], "共0个")]));

        Assert.Equal(2, drawn.DarkBoxes.Count);
        Assert.Equal(drawn.BaseLineOf("乙"), drawn.BaseLineOf("未报"), 0.01);
        Assert.Equal(drawn.BaseLineOf("丙"), drawn.BaseLineOf("共0个"), 0.01);
    }

    [Fact]
    public void Hatching_StaysWithinItsBox()
    {
        var drawn = Drawn.Of(new StackedChart(["一", "二", "三"], [new StackedBar("甲", [Part(1), Part(2), Part(3)], "")]));
        var outline = drawn.Lines(0.5).MaxBy(line => line.Width);

        var hatching = drawn.Lines(0.55).Where(line => line.Top < outline.Top + 1).ToList();
        Assert.True(hatching.Count > 40);
        Assert.All(hatching, line => Assert.True(
            line.Left >= outline.Left - 0.01 && line.Right <= outline.Right + 0.01 && line.Bottom >= outline.Bottom - 0.01 && line.Top <= outline.Top + 0.01));
    }

    [Fact]
    public void Write_Refuses_WhatCannotBeDrawn()
    {
        Refuses("is below zero", new StackedChart(Stages, [Bar("甲", 5, -1)]));
        Refuses("NaN", new StackedChart(Stages, [Bar("甲", double.NaN, 1)]));
        Refuses("'甲' has 1 parts for 2 series", new StackedChart(Stages, [new StackedBar("甲", [Part(1)], "")]));
        Refuses("no bars", new StackedChart(Stages, []));
        Refuses("no series", new StackedChart([], [new StackedBar("甲", [], "")]));
        Refuses("at most 6", new StackedChart(["1", "2", "3", "4", "5", "6", "7"], [new StackedBar("甲", [], "")]));
    }

    private static void Refuses(string expected, StackedChart chart) =>
        Assert.Contains(expected, Assert.Throws<ContentException>(() => Drawn.Of(chart)).Message, StringComparison.Ordinal);

    private static StackedBar Bar(string label, double first, double second) => new(label, [Part(first), Part(second)], "");

    private static StackedPart Part(double amount) => new(amount, $"{amount}个");
}
