namespace Reporting.Collecting.Plausibility;

/// <summary>From where on something is implausible; docs/plausibility.md says the same to the office.</summary>
internal static class Threshold
{
    /// <summary>
    /// A value this many times another is a slip of the decimal point or a unit taken for another (万元 for 亿元 is ten thousand times);
    /// industries do not grow so. For a cumulative value it counts for each quarter that has gone by since: from the first quarter to the
    /// second, twice as much is normal and ten times is not; from the first to the fourth four times is normal.
    /// </summary>
    public const decimal Tenfold = 10m;

    /// <summary>
    /// Percentage points by which a stated growth may differ from that of the value on last year's: half of the last place of a percentage
    /// with one decimal, as statistics are published, however its half is rounded.
    /// </summary>
    public const decimal GrowthPoints = 0.05m;

    /// <summary>Percent by which last year's whole-year figure may differ from the plan's baseline, which is printed as a round 预计 before the year's accounts.</summary>
    public const decimal BaselinePercent = 1m;

    /// <summary>
    /// Percentage points within which the plan's printed growth counts as the growth to its target value: it is printed in whole percents, and
    /// food prints 20 % where its values give 19.46 %. With it the plans that contradict themselves are the four marked 待核.
    /// </summary>
    public const decimal PrintedGrowthPoints = 1m;
}
