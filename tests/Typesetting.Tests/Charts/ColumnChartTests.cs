using Typesetting.Content;
using Typesetting.Content.Charts;
using UglyToad.PdfPig.Content;

namespace Typesetting.Tests.Charts;

public sealed class ColumnChartTests
{
    [Fact]
    public void Columns_StandOnZero_AsTallAsTheirAmounts()
    {
        var drawn = Drawn.Of(Chart(("一季度", 12), ("二季度", 18), ("三季度", -6)));
        var columns = drawn.DarkBoxes.Skip(1).ToList();

        Assert.Equal(1.5, columns[1].Height / columns[0].Height, 0.001);
        Assert.Equal(0.5, columns[2].Height / columns[0].Height, 0.001);
        Assert.Equal(columns[0].Bottom, columns[1].Bottom, 0.001);
        Assert.Equal(columns[0].Bottom, columns[2].Top, 0.001);
    }

    [Fact]
    public void Scale_AgreesWithTheColumns()
    {
        var drawn = Drawn.Of(Chart(("甲季", 20), ("乙季", 10)));

        // The scale goes from 0 to 20 in steps of 5; digits stand 0.38 of their size below the middle of their line.
        Assert.Equal(drawn.DarkBoxes[1].Top, drawn.Letters.First(letter => letter.Value == "2").StartBaseLine.Y + (10.5 * 0.38), 0.1);
    }

    [Fact]
    public void Text_StandsAtTheEndOfItsColumn()
    {
        var drawn = Drawn.Of(new ColumnChart(["量"], [new("甲", [new(12, "十二")]), new("乙", [new(-8, "负八")])]));
        var columns = drawn.DarkBoxes.Skip(1).ToList();

        Assert.Equal(Drawn.Middle(columns[0]), drawn.MiddleOf("十二"), 0.05);
        Assert.InRange(drawn.BaseLineOf("十二"), columns[0].Top, columns[0].Top + 10);
        Assert.InRange(drawn.BaseLineOf("负八"), columns[1].Bottom - 15, columns[1].Bottom - 8);
        Assert.Equal(Drawn.Middle(columns[1]), drawn.MiddleOf("乙"), 0.05);
    }

    [Fact]
    public void Gap_SaysWhyThereIsNoColumn()
    {
        var drawn = Drawn.Of(new ColumnChart(["量"], [new("甲", [new(12, "12")]), new("乙", [new(null, "未报")]), new("丙", [new(0, "零")])]));

        Assert.Equal(2, drawn.DarkBoxes.Count);
        Assert.Equal(drawn.MiddleOf("乙"), drawn.MiddleOf("未报"), 0.05);
        Assert.Equal(drawn.BaseLineOf("零"), drawn.BaseLineOf("未报"), 0.01);
    }

    [Fact]
    public void Group_HasItsColumnsSideBySide_NameInTheMiddle()
    {
        var drawn = Drawn.Of(new ColumnChart(["一季度", "二季度"], [new("甲", [new(1, "a"), new(2, "b")]), new("乙", [new(3, "c"), new(4, "d")])]));
        var (first, second) = (drawn.DarkBoxes.Skip(1).ToList(), drawn.Boxes(205, 217, 232).Skip(1).ToList());

        Assert.Equal([2, 2], new[] { first.Count, second.Count });
        for (var i = 0; i < 2; i++)
        {
            Assert.InRange(second[i].Left - first[i].Right, 0, 12);
            Assert.Equal((Drawn.Middle(first[i]) + Drawn.Middle(second[i])) / 2, drawn.MiddleOf("甲乙"[i].ToString()), 0.05);
        }
    }

    [Fact]
    public void FortyColumns_HaveTextsThatReadUpward_AndDoNotTouch()
    {
        var drawn = Drawn.Of(new ColumnChart(["量"], [.. Enumerable.Range(0, 40).Select(i => new ColumnGroup($"{2003 + (i / 4)}年{(i % 4) + 1}季度", [new(100 + i, $"{100 + i}.5")]))]));
        var upward = drawn.Letters.Where(letter => letter.TextOrientation == TextOrientation.Rotate270).ToList();

        Assert.Equal(41, drawn.DarkBoxes.Count);
        Assert.Equal(40 * 8, upward.Count(letter => letter.StartBaseLine.Y < drawn.DarkBoxes[1].Bottom));
        var columns = upward.Select(letter => Math.Round(letter.StartBaseLine.X, 2)).Distinct().Order().ToList();
        Assert.Equal(40, columns.Count);
        for (var i = 1; i < columns.Count; i++)
            Assert.True(columns[i] - columns[i - 1] >= 7.5);
    }

    [Fact]
    public void Unit_StandsAboveTheScale()
    {
        var drawn = Drawn.Of(Chart(("一季度", 12), ("二季度", 18)) with { Unit = "亿元" });

        Assert.True(drawn.BaseLineOf("亿元") > drawn.DarkBoxes.Skip(1).Max(column => column.Top) + 10);
    }

    [Fact]
    public void Write_Refuses_WhatCannotBeDrawn()
    {
        Refuses("80 columns stand too close", new ColumnChart(["一", "二"], [.. Enumerable.Range(0, 40).Select(i => new ColumnGroup("", [new(1, "1.5"), new(2, "2.5")]))]));
        Refuses("60 groups stand too close", new ColumnChart(["一"], [.. Enumerable.Range(0, 60).Select(i => new ColumnGroup("季度", [new(1, "")]))]));
        Refuses("the amount of '甲 量' (NaN)", Chart(("甲", double.NaN)));
        Refuses("the amount of '甲 量' (-Infinity)", Chart(("甲", double.NegativeInfinity)));
        Refuses("'甲' has 2 columns for 1 series", new ColumnChart(["一"], [new("甲", [new(1, ""), new(2, "")])]));
        Refuses("no columns", new ColumnChart(["一"], []));
        Refuses("at most 6", new ColumnChart(["1", "2", "3", "4", "5", "6", "7"], [new("甲", [])]));
    }

    private static void Refuses(string expected, ColumnChart chart) =>
        Assert.Contains(expected, Assert.Throws<ContentException>(() => Drawn.Of(chart)).Message, StringComparison.Ordinal);

    private static ColumnChart Chart(params (string Name, double Amount)[] columns) =>
        new(["量"], [.. columns.Select(column => new ColumnGroup(column.Name, [new(column.Amount, "数")]))]);
}
