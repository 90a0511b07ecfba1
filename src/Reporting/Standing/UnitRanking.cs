namespace Reporting.Standing;

/// <summary>Ranks units by what they reported: completeness first, then timeliness, then substance; equals share a rank (1, 2, 2, 4).</summary>
internal static class UnitRanking
{
    /// <summary>
    /// Units that owe less are listed without a rank: with one or two obligations every rate is 0, 50 or 100, and a single entry would put
    /// a unit first or last.
    /// </summary>
    public const int MinimumBase = 3;

    /// <summary>Ranked units by rank, then those without one; within a rank, and among the latter, in the order given.</summary>
    public static IReadOnlyList<UnitTally> Of(IReadOnlyList<UnitTally> units)
    {
        var ranked = units.Where(u => u.Tally.Owed >= MinimumBase).ToList();
        return
        [
            .. ranked.Select(u => u with { Rank = 1 + ranked.Count(other => KeyOf(other).CompareTo(KeyOf(u)) > 0) }).OrderBy(u => u.Rank),
            .. units.Where(u => u.Tally.Owed < MinimumBase).Select(u => u with { Rank = null }),
        ];
    }

    // The printed percentages, so that two units that read alike are alike. Who submitted nothing has no substance either.
    private static (decimal, decimal, decimal) KeyOf(UnitTally unit) =>
        (unit.Tally.Completeness ?? 0m, unit.Tally.Timeliness ?? 0m, unit.Tally.Substance ?? 0m);
}
