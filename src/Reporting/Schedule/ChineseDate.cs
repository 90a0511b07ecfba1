using System.Globalization;

namespace Reporting.Schedule;

/// <summary>Writes days and quarters as official Chinese texts do.</summary>
public static class ChineseDate
{
    /// <summary>2012年4月20日.</summary>
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>2012年一季度.</summary>
    public static string Of(Period period) => string.Create(CultureInfo.InvariantCulture, $"{period.Year}年{"一二三四"[period.Quarter - 1]}季度");
}
