using Reporting.Bulletins.Assessing;

namespace Reporting.Standing;

/// <summary>Ranks units by what they reported: completeness first, then timeliness, then substance; equals share a rank (1, 2, 2, 4).</summary>
internal static class UnitRanking
{
    /// <summary>Ranked units by rank, then those without one; within a rank, and among the latter, in the order given.</summary>
    public static IReadOnlyList<UnitTally> Of(IReadOnlyList<UnitTally> units)
    {
        var ranked = units.Where(u => u.Tally.Owed >= UnitRecord.MinimumBase).ToList();
        return
        [
            .. Ranking.Of(ranked, u => UnitRecord.KeyOf(u.Tally.Completeness, u.Tally.Timeliness, u.Tally.Substance)).Select(r => r.Item with { Rank = r.Rank }),
            .. units.Where(u => u.Tally.Owed < UnitRecord.MinimumBase).Select(u => u with { Rank = null }),
        ];
    }
}
