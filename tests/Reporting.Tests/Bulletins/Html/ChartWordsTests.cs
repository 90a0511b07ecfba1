using Reporting.Bulletins.Html;

namespace Reporting.Tests.Bulletins.Html;

public sealed class ChartWordsTests
{
    [Theory]
    [InlineData("", 5, "")]
    [InlineData("主营业务收入", 6, "主营业务收入")]
    [InlineData("主营业务收入", 4, "主营业务|收入")]
    [InlineData("新能源汽车产量12345辆", 9, "新能源汽车产量|12345辆")]
    [InlineData("产能（万辆）", 5, "产能（万|辆）")]
    [InlineData("产能（万辆）", 3, "产能|（万|辆）")]
    [InlineData("aaaaaaaaaa", 3, "aaaaa|aaaaa")]
    public void Text_IsBroken_WhereSenseAllows(string text, int most, string lines) => Assert.Equal(lines, string.Join('|', ChartWords.Break(text, most)));

    [Theory]
    [InlineData(new[] { 0.0, 45.0, 100.0 }, "0 25 50 75 100")]
    [InlineData(new[] { 101.0 }, "0 25 50 75 100 125")]
    [InlineData(new[] { -12.5, 200.0 }, "-50 0 50 100 150 200")]
    [InlineData(new[] { -200.0, 200.0 }, "-200 -100 0 100 200")]
    [InlineData(new double[0], "0 25")]
    public void Scale_EndsOnSteps_AndHoldsZero(double[] values, string steps)
    {
        var scale = PercentScale.Over(values.Select(value => (decimal)value));

        Assert.Equal(steps, string.Join(' ', scale.Steps));
        Assert.Equal(0m, scale.Share(scale.Steps[0]));
        Assert.Equal(100m, scale.Share(scale.Steps[^1]));
    }
}
