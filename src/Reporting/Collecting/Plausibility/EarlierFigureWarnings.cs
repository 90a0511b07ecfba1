using Reporting.Catalogue;
using Reporting.Schedule;

namespace Reporting.Collecting.Plausibility;

/// <summary>A figure against the unit's own last accepted one of the year.</summary>
internal static class EarlierFigureWarnings
{
    /// <param name="elapsed">Quarters between the two, at least 1.</param>
    public static IEnumerable<Warning> Of(ComparedFigure now, ComparedFigure then, int elapsed, Period period)
    {
        if (now.Indicator.Kind == IndicatorKind.Flow)
        {
            if (now.Value is { } value && then.Value is { } before && value < before)
                yield return Falls(WarningCode.CumulativeFalls, $"{now.At}.value", "累计数", "The cumulative value", value, before);
            if (now.LastYear is { } lastYear && then.LastYear is { } lastYearBefore && lastYear < lastYearBefore)
                yield return Falls(WarningCode.LastYearFalls, $"{now.At}.lastYear", "上年同期累计数", "Last year's cumulative value", lastYear, lastYearBefore);
        }
        if (!now.Indicator.IsQuantity || now.Value is not { } current || then.Value is not > 0m || then.Value is not { } last)
            yield break;
        var quarters = now.Indicator.Kind == IndicatorKind.Flow ? elapsed : 1;
        if (current >= last * Threshold.Tenfold * quarters)
            yield return TenTimes(current, last);
        // A cumulative value that shrinks has its warning already.
        else if (now.Indicator.Kind != IndicatorKind.Flow && current * Threshold.Tenfold <= last)
            yield return Tenth(current, last);

        Warning Falls(string code, string field, string what, string whatEn, decimal value, decimal before) => new(
            code,
            field,
            $"{now.Indicator.Name}：{what}{now.Text(value)}低于{ChineseDate.Of(period)}已采用的{now.Text(before)}。",
            $"{whatEn} {now.Text(value)} is below the {now.Text(before)} accepted in {period}.");

        Warning TenTimes(decimal value, decimal before) => new(
            WarningCode.TenTimesLast,
            $"{now.At}.value",
            $"{now.Indicator.Name}：{now.Text(value)}是{ChineseDate.Of(period)}已采用的{now.Text(before)}的{Said.Times(value, before)}倍，请核对数值和计量单位。",
            $"{now.Text(value)} is {Said.Times(value, before)} times the {now.Text(before)} accepted in {period}; check value and unit.");

        Warning Tenth(decimal value, decimal before) => new(
            WarningCode.TenthOfLast,
            $"{now.At}.value",
            $"{now.Indicator.Name}：{now.Text(value)}不到或仅为{ChineseDate.Of(period)}已采用的{now.Text(before)}的十分之一，请核对数值和计量单位。",
            $"{now.Text(value)} is a tenth or less of the {now.Text(before)} accepted in {period}; check value and unit.");
    }
}
