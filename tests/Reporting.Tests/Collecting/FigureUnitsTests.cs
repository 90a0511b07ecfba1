using System.Globalization;
using Reporting.Collecting;

namespace Reporting.Tests.Collecting;

public sealed class FigureUnitsTests
{
    [Theory]
    [InlineData("1780.5", "亿元", "亿元", "1780.5")]
    [InlineData("17805000", "万元", "亿元", "1780.5")]
    [InlineData("0.000001", "亿元", "元", "100")]
    [InlineData("1", "元", "亿元", "0.00000001")]
    [InlineData("45", "万辆", "辆", "450000")]
    [InlineData("200", "辆", "万辆", "0.02")]
    [InlineData("1", "万亿元", "亿元", "10000")]
    [InlineData("3", "亿安时", "万安时", "30000")]
    public void Value_ConvertsExactly(string value, string from, string to, string expected)
    {
        Assert.True(FigureUnits.TryConvert(Number(value), from, to, out var result));
        Assert.Equal(Number(expected), result);
    }

    [Theory]
    [InlineData("1", "亿元", "亿美元")]
    [InlineData("1", "辆", "台")]
    [InlineData("1", "吨", "千克")]
    [InlineData("1", "万", "亿")]
    [InlineData("1", "", "亿元")]
    [InlineData("0.0000000000000000000000000001", "元", "亿元")]
    [InlineData("79228162514264337593543950335", "亿元", "元")]
    public void Value_IsNotConverted_WhenTheUnitsDifferOrDigitsWouldBeLost(string value, string from, string to) =>
        Assert.False(FigureUnits.TryConvert(Number(value), from, to, out _));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
