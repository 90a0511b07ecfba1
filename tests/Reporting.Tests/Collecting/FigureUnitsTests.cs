using System.Globalization;
using System.Numerics;
using CsCheck;
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

    [Fact]
    public void Value_ConvertsThereAndBack_OrNotAtAll()
    {
        // Any decimal there is, between any two scales.
        var anyDecimal = Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Bool, Gen.Byte[0, 28], (low, mid, high, negative, scale) => new decimal(low, mid, high, negative, scale));
        Gen.Select(anyDecimal, Scale, Scale).Sample((value, from, to) =>
        {
            if (!FigureUnits.TryConvert(value, from + "元", to + "元", out var converted))
                return !Fits(value, PowerOf(from) - PowerOf(to));
            return Same(value, PowerOf(from), converted, PowerOf(to))
                && FigureUnits.TryConvert(converted, to + "元", from + "元", out var back) && back == value;
        });
    }

    [Fact]
    public void PostedValue_AlwaysConverts()
    {
        // As entries take them: below 10^12, at most 6 decimals.
        var posted = Gen.Long[-999_999_999_999_999_999, 999_999_999_999_999_999].Select(n => n / 1_000_000m);
        Gen.Select(posted, Scale, Scale).Sample((value, from, to) =>
            FigureUnits.TryConvert(value, from + "辆", to + "辆", out var converted) && Same(value, PowerOf(from), converted, PowerOf(to)));
    }

    private static Gen<string> Scale { get; } = Gen.OneOf<string>("", "万", "亿", "万亿");

    private static int PowerOf(string scale) => scale switch { "万" => 4, "亿" => 8, "万亿" => 12, _ => 0 };

    /// <summary>Compares two amounts as whole numbers of a unit below the last place of both.</summary>
    private static bool Same(decimal one, int onePower, decimal other, int otherPower) => Whole(one, onePower) == Whole(other, otherPower);

    private static BigInteger Whole(decimal value, int power)
    {
        var (digits, scale) = Parts(value);
        return digits * BigInteger.Pow(10, power + 28 - scale);
    }

    /// <summary>Whether a decimal can hold the value after its point is moved.</summary>
    private static bool Fits(decimal value, int power)
    {
        var (digits, scale) = Parts(value);
        scale -= power;
        for (; scale > 0 && digits % 10 == 0 && digits != 0; scale--)
            digits /= 10;
        return scale <= 28 && BigInteger.Abs(digits) * BigInteger.Pow(10, Math.Max(0, -scale)) <= new BigInteger(decimal.MaxValue);
    }

    private static (BigInteger Digits, int Scale) Parts(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = ((new BigInteger((uint)bits[2]) << 32) + (uint)bits[1] << 32) + (uint)bits[0];
        return (value < 0 ? -digits : digits, value.Scale);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
