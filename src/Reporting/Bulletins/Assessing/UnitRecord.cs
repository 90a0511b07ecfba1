using Reporting.Bulletins.Snapshots;

namespace Reporting.Bulletins.Assessing;

/// <summary>What one unit reported, over all that it owes.</summary>
internal sealed record UnitRecord(string Unit, Submission Submission)
{
    /// <summary>
    /// Units that owe less are not ranked: with one or two obligations every rate is 0, 50 or 100, and a single entry would put a unit first
    /// or last.
    /// </summary>
    public const int MinimumBase = 3;

    /// <summary>Completeness first, then timeliness, then substance: the printed percentages, so that units that read alike are alike.</summary>
    public (decimal, decimal, decimal) Key => KeyOf(Submission.Completeness, Submission.Punctuality, Submission.Substance);

    /// <summary>Who submitted nothing has no substance either.</summary>
    public static (decimal, decimal, decimal) KeyOf(decimal? completeness, decimal? timeliness, decimal? substance) =>
        (completeness ?? 0m, timeliness ?? 0m, substance ?? 0m);

    /// <summary>Units that owe at least <see cref="MinimumBase"/>, by rank.</summary>
    public static IReadOnlyList<Ranked<UnitRecord>> Rank(IEnumerable<ReportFacts> reports) => Ranking.Of(
        [.. reports.GroupBy(r => r.Unit, StringComparer.Ordinal).Select(g => new UnitRecord(g.Key, new Submission([.. g]))).Where(u => u.Submission.Owed.Count >= MinimumBase)],
        unit => unit.Key);
}
