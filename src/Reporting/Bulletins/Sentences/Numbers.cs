using System.Globalization;

namespace Reporting.Bulletins.Sentences;

/// <summary>How figures and dates are written; the same in every culture.</summary>
internal static class Numbers
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>A figure as it is stored, digit by digit.</summary>
    public static string Exact(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A computed figure, exact, without trailing zeros.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>e.g. 47.5%; a whole percentage without decimals.</summary>
    public static string Percent(decimal value) => Plain(value) + "%";

    /// <summary>With one decimal at least, so that the figures of a column stand under each other: 97.0.</summary>
    public static string Column(decimal value) => value.ToString("0.0###########################", CultureInfo.InvariantCulture);

    /// <summary>e.g. 50.0%, in a column or at a bar.</summary>
    public static string ColumnPercent(decimal value) => Column(value) + "%";

    public static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>e.g. 2012年4月27日.</summary>
    public static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>e.g. 4月27日, where the year is plain.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");

    /// <summary>1 to 99 in Chinese: 一, 十, 十四, 二十.</summary>
    public static string Chinese(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 99);
        var tens = (value / 10) switch { 0 => "", 1 => "十", var n => Digits[n] + "十" };
        return value % 10 == 0 ? tens : tens + Digits[value % 10];
    }

    /// <summary>Money given in 万元, written in 亿元 from one 亿 on; exact either way.</summary>
    public static string Money(decimal tenThousands) =>
        Math.Abs(tenThousands) >= 10_000m ? Plain(tenThousands / 10_000m) + "亿元" : Plain(tenThousands) + "万元";
}
