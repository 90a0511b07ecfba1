namespace Reporting.Collecting.Plausibility;

/// <summary>The codes of all warnings; docs/plausibility.md explains each to the office.</summary>
internal static class WarningCode
{
    public const string PercentFalls = "percent-falls";
    public const string CumulativeFalls = "cumulative-falls";
    public const string LastYearFalls = "last-year-falls";
    public const string TenTimesLast = "ten-times-last";
    public const string TenthOfLast = "tenth-of-last";
    public const string TenTimesLastYear = "ten-times-last-year";
    public const string TenthOfLastYear = "tenth-of-last-year";
    public const string GrowthDenied = "growth-denied-by-figures";
    public const string LastYearAboveBaseline = "last-year-above-baseline";
    public const string LastYearOffBaseline = "last-year-off-baseline";
    public const string TargetAndGrowthDisagree = "target-and-growth-disagree";
    public const string InvestmentFalls = "investment-falls";
    public const string StageGoesBack = "stage-goes-back";
    public const string ProjectStageDiffers = "project-stage-differs";
    public const string ProjectInvestmentDiffers = "project-investment-differs";
}
