using Typesetting.Content;
using Typesetting.Content.Charts;
using UglyToad.PdfPig.Core;

namespace Typesetting.Tests.Charts;

public sealed class TargetChartTests
{
    private static readonly TargetLegend Legend = new("累计", "目标", "序时");

    [Fact]
    public void Bar_IsAsLongAsItsShareOfTheTarget_WhateverTheUnits()
    {
        var drawn = Drawn.Of(Chart(new("甲", 70, 35, null, "35万辆"), new("乙", 2300, 575, null, "575亿元")));

        // The legend's swatch is first.
        Assert.Equal([0.5, 0.25], drawn.DarkBoxes.Skip(1).Zip(Tracks(drawn), (bar, track) => Math.Round(bar.Width / track.Width, 3)));
    }

    [Fact]
    public void Track_EndsAtOneHundredPercent()
    {
        var drawn = Drawn.Of(Chart(new TargetRow("甲", 70, 84, 35, "84万辆")));
        var track = Assert.Single(Tracks(drawn));

        Assert.Equal(drawn.MiddleOf("100%"), track.Right, 0.1);
        Assert.Equal(track.Width * 1.2, drawn.DarkBoxes[1].Width, 0.05);
    }

    [Fact]
    public void Pace_CrossesTheTrack_WhereItIsDue()
    {
        var drawn = Drawn.Of(Chart(new TargetRow("甲", 80, 10, 20, "10万辆")));
        var track = Assert.Single(Tracks(drawn));

        // The legend's own is first.
        var tick = Assert.Single(drawn.Lines(1.2).Skip(1));
        Assert.Equal(track.Left + (track.Width * 0.25), Drawn.Middle(tick), 0.05);
        Assert.True(tick.Bottom <= track.Bottom + 0.01 && tick.Top >= track.Top - 0.01);
    }

    [Fact]
    public void PaceLine_RunsThroughAllRowsThatShareIt()
    {
        var drawn = Drawn.Of(Chart(new("甲", 1, 0.3, 0.5, "一"), new("乙", 2, 0.3, 1, "二"), new("丙", 1, 0.3, null, "三"), new("丁", 1, 0.3, 0.5, "四")));

        var lines = drawn.Lines(0.9);
        Assert.Equal(2, lines.Count);
        Assert.True(lines[0].Top > drawn.BaseLineOf("甲") && lines[0].Bottom < drawn.BaseLineOf("乙") && lines[0].Bottom > drawn.BaseLineOf("丙"));
        Assert.True(lines[1].Top < drawn.BaseLineOf("丙") && lines[1].Bottom < drawn.BaseLineOf("丁"));
    }

    [Fact]
    public void Bar_IsBrokenOffAtTwiceTheTarget()
    {
        var drawn = Drawn.Of(Chart(new("甲", 10, 560, 5, "560"), new("乙", 10, 19, 5, "19")));
        var tracks = Tracks(drawn);

        Assert.Equal(tracks[0].Width * 2, drawn.DarkBoxes[1].Width, 0.05);
        Assert.Equal(tracks[1].Width * 1.9, drawn.DarkBoxes[2].Width, 0.05);
        Assert.Equal(2, drawn.Lines(1.6).Count(line => line.Left > tracks[0].Right + 10));
        Assert.Contains("560", drawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bar_RunsToTheLeftOfZero_WhenItIsNegative()
    {
        var drawn = Drawn.Of(Chart(new TargetRow("甲", 100, -40, 50, "−40")));
        var track = Assert.Single(Tracks(drawn));

        Assert.Equal(track.Left, drawn.DarkBoxes[1].Right, 0.01);
        Assert.Equal(track.Width * 0.4, drawn.DarkBoxes[1].Width, 0.05);
        Assert.True(drawn.Find("甲")[0].EndBaseLine.X < drawn.DarkBoxes[1].Left);
    }

    [Fact]
    public void Track_StaysEmpty_WhenTheFigureIsMissing()
    {
        var drawn = Drawn.Of(Chart(new("甲", 100, 40, 50, "40"), new("乙", 100, null, 50, "未报")));

        Assert.Single(Tracks(drawn));
        Assert.Equal(2, drawn.DarkBoxes.Count);
        Assert.Contains("未报", drawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Legend_LeavesOut_WhatNoRowShows()
    {
        var drawn = Drawn.Of(Chart(new TargetRow("甲", 100, null, null, "未报")));

        Assert.StartsWith("目标甲", drawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Label_StandsBesideItsBar_OnSeveralLinesWhereItIsLong()
    {
        var drawn = Drawn.Of(Chart(new(new string('长', 25), 100, 40, null, "一"), new("短", 100, 40, null, "二")));
        var lines = drawn.Letters.Where(letter => letter.Value == "长").Select(letter => Math.Round(letter.StartBaseLine.Y, 2)).Distinct().ToList();

        Assert.Equal(3, lines.Count);
        Assert.Equal(25, drawn.Letters.Count(letter => letter.Value == "长"));
        Assert.Equal(drawn.DarkBoxes[1].Centroid.Y, lines[1] + (10.5 * 0.38), 0.1);
        Assert.All(drawn.Letters.Where(letter => letter.Value == "长"), letter => Assert.True(letter.EndBaseLine.X < drawn.DarkBoxes[1].Left));
    }

    [Fact]
    public void Rows_DoNotTouch_NorTheirFrame()
    {
        var drawn = Drawn.Of(Chart(new(new string('长', 25), 100, 40, 50, "一"), new("短", 100, 40, 50, "二"), new(new string('高', 25), 100, 40, 50, "三")));

        double Top(string value) => drawn.Letters.Where(letter => letter.Value == value).Max(letter => letter.StartBaseLine.Y) + (0.88 * 10.5);
        double Bottom(string value) => drawn.Letters.Where(letter => letter.Value == value).Min(letter => letter.StartBaseLine.Y) - (0.12 * 10.5);
        var plot = drawn.Lines(0.35)[0];
        Assert.True(Bottom("累") > plot.Top && plot.Top > Top("长"));
        Assert.True(Bottom("长") > Top("短") && Bottom("短") > Top("高"));
        Assert.True(Bottom("高") > Top("%"));
    }

    [Fact]
    public void Labels_OfTheScale_DoNotTouch()
    {
        var wide = new string('宽', 40);
        var drawn = Drawn.Of(Chart(new(wide, 100, -199, 50, wide), new("乙", 100, 199, 50, "二")));

        var scale = drawn.Letters.Where(letter => Math.Abs(letter.StartBaseLine.Y - drawn.Letters[^1].StartBaseLine.Y) < 0.1).ToList();
        Assert.True(scale.Count(letter => letter.Value == "%") >= 3);
        for (var i = 1; i < scale.Count; i++)
            Assert.True(scale[i - 1].Value != "%" || scale[i].StartBaseLine.X - scale[i - 1].EndBaseLine.X >= 3.9);
    }

    [Fact]
    public void TwentyRows_StandOnOnePage() =>
        Assert.Equal(21, Drawn.Of(Chart([.. Enumerable.Range(1, 20).Select(i => new TargetRow($"行{i}", 100, i * 7, 50, $"{i}"))])).DarkBoxes.Count);

    [Theory]
    [InlineData(100, double.NaN, 50, "actual figure of '甲' (NaN)")]
    [InlineData(100, double.PositiveInfinity, 50, "actual figure of '甲' (Infinity)")]
    [InlineData(double.NaN, 1, 50, "target of '甲' (NaN)")]
    [InlineData(100, 1, double.NegativeInfinity, "pace of '甲' (-Infinity)")]
    [InlineData(100, 1e16, 50, "actual figure of '甲' (10000000000000000)")]
    [InlineData(0, 1, 1, "target of '甲' (0) is not greater than zero")]
    [InlineData(-5, 1, 1, "target of '甲' (-5) is not greater than zero")]
    public void Write_Refuses_WhatCannotBeDrawn(double target, double actual, double pace, string expected)
    {
        var refused = Assert.Throws<ContentException>(() => Drawn.Of(Chart(new TargetRow("甲", target, actual, pace, "值"))));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("文档不能排版：第1块（图）的“甲”的", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Refuses_AChartWithoutRows() =>
        Assert.Contains("no rows", Assert.Throws<ContentException>(() => Drawn.Of(Chart())).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_Refuses_AChartThatNoPageHolds() =>
        Assert.Contains(
            "block 1 (Figure): it is taller than a page",
            Assert.Throws<ContentException>(() => Drawn.Of(Chart([.. Enumerable.Range(1, 40).Select(i => new TargetRow($"行{i}", 1, 1, 1, ""))]))).Message,
            StringComparison.Ordinal);

    private static TargetChart Chart(params TargetRow[] rows) => new(rows, Legend);

    /// <summary>The tracks of rows with a figure; those of the legend are shorter.</summary>
    private static List<PdfRectangle> Tracks(Drawn drawn) => [.. drawn.Boxes(230, 232, 235).Where(track => track.Width > 20)];
}
