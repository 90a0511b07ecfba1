using Reporting.Collecting;

namespace LocalHost.Demonstration;

/// <summary>
/// How much of the year's work is done, drawn: most are near the pace of the year, a few behind it; what is behind is usually rated so, and
/// caught up or not in the quarters after.
/// </summary>
internal static class DemonstrationPercent
{
    private const int WholeYear = 4;

    internal static (decimal Percent, SelfRating Rating) Of(Obligation owed)
    {
        string[] name = ["percent", owed.Plan, owed.Task ?? "", owed.Unit];
        var percent = 0;
        for (var quarter = 1; quarter <= owed.Period.Quarter; quarter++)
            percent = Math.Min(100, percent + Step(quarter, name));
        return (percent, Rating(percent, owed.Period.Quarter));
    }

    private static SelfRating Rating(int percent, int quarter) =>
        percent == 100 ? SelfRating.Completed
        : percent < quarter * 25 * 0.9m ? SelfRating.Lagging
        : SelfRating.OnTrack;

    /// <summary>What a quarter adds.</summary>
    private static int Step(int quarter, string[] name) => quarter switch
    {
        1 => Draw.Between(0, 99, name) switch
        {
            < 80 => Draw.Between(24, 29, [.. name, "1"]),
            < 92 => Draw.Between(22, 23, [.. name, "1"]),
            _ => Draw.Between(18, 21, [.. name, "1"]),
        },
        2 => Draw.Between(0, 99, [.. name, "2"]) switch
        {
            < 85 => Draw.Between(24, 29, [.. name, "3"]),
            _ => Draw.Between(19, 23, [.. name, "3"]),
        },
        WholeYear => Draw.Between(0, 99, [.. name, "6"]) switch
        {
            < 88 => Draw.Between(20, 26, [.. name, "7"]),
            _ => Draw.Between(14, 19, [.. name, "7"]),
        },
        _ => Draw.Between(0, 99, [.. name, "4"]) switch
        {
            < 88 => Draw.Between(22, 26, [.. name, "5"]),
            _ => Draw.Between(16, 21, [.. name, "5"]),
        },
    };
}
