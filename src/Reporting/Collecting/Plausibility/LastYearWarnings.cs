namespace Reporting.Collecting.Plausibility;

/// <summary>A figure against the same period of last year as the unit itself gives it.</summary>
internal static class LastYearWarnings
{
    public static IEnumerable<Warning> Of(ComparedFigure figure)
    {
        if (!figure.Indicator.IsQuantity || figure.Value is not { } value || figure.LastYear is not > 0m || figure.LastYear is not { } lastYear)
            yield break;
        if (value >= lastYear * Threshold.Tenfold)
        {
            yield return new Warning(
                WarningCode.TenTimesLastYear,
                $"{figure.At}.value",
                $"{figure.Indicator.Name}：{figure.Text(value)}是上年同期{figure.Text(lastYear)}的{Said.Times(value, lastYear)}倍，请核对数值和计量单位。",
                $"{figure.Text(value)} is {Said.Times(value, lastYear)} times last year's {figure.Text(lastYear)}; check value and unit.");
        }
        else if (value * Threshold.Tenfold <= lastYear)
        {
            yield return new Warning(
                WarningCode.TenthOfLastYear,
                $"{figure.At}.value",
                $"{figure.Indicator.Name}：{figure.Text(value)}不到或仅为上年同期{figure.Text(lastYear)}的十分之一，请核对数值和计量单位。",
                $"{figure.Text(value)} is a tenth or less of last year's {figure.Text(lastYear)}; check value and unit.");
        }
        if (figure.Posted is { GrowthPercent: { } stated, Value: { } posted, LastYear: { } before } && Denied(stated, posted, before))
        {
            var computed = Said.Percent(((posted / before) - 1m) * 100m);
            yield return new Warning(
                WarningCode.GrowthDenied,
                $"{figure.At}.growthPercent",
                $"{figure.Indicator.Name}：所报同比增长{Said.Number(stated)}%，而按所报数值{figure.Text(value)}和上年同期{figure.Text(lastYear)}计算为{computed}。",
                $"The stated growth is {Said.Number(stated)}%, but {figure.Text(value)} on last year's {figure.Text(lastYear)} makes {computed}.");
        }
    }

    // Multiplied out and in the posted unit: a division would round, and a converted number could be too long to multiply.
    private static bool Denied(decimal stated, decimal value, decimal lastYear) =>
        Math.Abs((stated * lastYear) - ((value - lastYear) * 100m)) > Threshold.GrowthPoints * lastYear;
}
